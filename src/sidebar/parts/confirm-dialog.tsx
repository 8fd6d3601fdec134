/** A question that must be answered before something is removed. */
import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { ActionButton, Obstacle } from './action-button.tsx';

/** What the dialog asks. The button that goes ahead repeats the verb. */
export interface ConfirmDialogProps {
  readonly title: string;
  readonly children: ComponentChildren;
  /** What is looked through and filled in below the question; it is not read out as one text. */
  readonly details?: ComponentChildren;
  readonly confirmLabel: string;
  /** Why it cannot go ahead yet. */
  readonly obstacle?: string | undefined;
  /** A button for a way in between. */
  readonly otherWay?: ComponentChildren;
  readonly onConfirm: () => void;
  /** Called by the Cancel button and by Esc. */
  readonly onCancel: () => void;
}

/** A modal dialog that holds the focus, starts on Cancel and gives the focus back when it goes. */
export function ConfirmDialog({
  title,
  children,
  details,
  confirmLabel,
  obstacle,
  otherWay,
  onConfirm,
  onCancel,
}: ConfirmDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const cancelButton = useRef<HTMLButtonElement>(null);
  const id = useId();
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    // Enter pressed out of habit must not remove anything.
    // The question is read from its beginning, though the button stands at its end.
    cancelButton.current?.focus({ preventScroll: true });
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      role="alertdialog"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-text`}
      onCancel={(event) => {
        event.preventDefault();
        onCancel();
      }}
    >
      <h2 id={`${id}-title`}>{title}</h2>
      <div id={`${id}-text`}>{children}</div>
      {details}
      <div class="button-row dialog-buttons">
        <Obstacle id={`${id}-obstacle`} reason={obstacle} />
        <button type="button" class="button button-plain" ref={cancelButton} onClick={onCancel}>
          Cancel
        </button>
        {otherWay}
        <ActionButton tone="danger" obstacleId={obstacle && `${id}-obstacle`} onPress={onConfirm}>
          {confirmLabel}
        </ActionButton>
      </div>
    </dialog>
  );
}
