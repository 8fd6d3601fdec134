/** A dialog over the page that holds the focus until it is closed. */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { giveFocusBack } from '../grid/focus-grid.ts';

/** What a modal dialog is drawn from. */
export interface ModalProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
  readonly class?: string;
}

/** Draws a modal dialog; Escape and the × close it. Afterwards the focus is where it was before, or in the grid. */
export function Modal({ title, onClose, children, class: className = '' }: ModalProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const { current } = dialog;
    const before = document.activeElement;
    current?.showModal();
    return () => {
      // Everything outside an open dialog refuses the focus.
      current?.close();
      giveFocusBack(before);
    };
  }, []);
  return (
    <dialog
      class={`modal ${className}`}
      aria-labelledby="modal-title"
      ref={dialog}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <div class="modal-head">
        <h2 id="modal-title">{title}</h2>
        <button type="button" class="icon-button" aria-label="Close" onClick={onClose}>
          ×
        </button>
      </div>
      {children}
    </dialog>
  );
}
