/** Everything that opens over the page: the add-on's alerts, prompts and HTML dialogs, and the filter. */
import { useState } from 'preact/hooks';
import type { DialogAnswer, DialogRequest } from '../../apps-script/emulator.ts';
import type { PendingDialog } from '../../serve/wire.ts';
import { FilterDialog } from './filter-dialog.tsx';
import { Modal } from './modal.tsx';
import { ScriptFrameView } from './script-frame-view.tsx';
import { useAppState, useModel } from './use-model.ts';

/** Draws the dialogs that are open. */
export function Dialogs() {
  const { scripts, files, attempt } = useModel();
  const notice = useAppState((state) => state.notice);
  const pending = useAppState(({ page }) => page?.dialogs[0]);
  const modal = useAppState(({ page }) => page?.modal);
  const filterColumn = useAppState((state) => state.filterColumn);
  const closeModal = (): void => attempt(scripts.closeFrame('modal'));
  return (
    <>
      {filterColumn !== undefined && <FilterDialog columnIndex={filterColumn} />}
      {modal && (
        <Modal key={modal.frameId} title={modal.title} onClose={closeModal}>
          <ScriptFrameView frame={modal} onClose={closeModal} />
        </Modal>
      )}
      {notice && (
        <Modal title={notice.title} class="script-dialog" onClose={files.closeNotice}>
          <DialogMessage>{notice.message}</DialogMessage>
          <div class="dialog-buttons">
            <button type="button" class="button primary" onClick={files.closeNotice}>
              OK
            </button>
          </div>
        </Modal>
      )}
      {pending && <ScriptDialog key={pending.dialogId} pending={pending} />}
    </>
  );
}

/** A message, which may be too long for its place. */
function DialogMessage({ children }: { readonly children: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable with the keyboard.
    <p class="dialog-message" tabIndex={0}>
      {children}
    </p>
  );
}

type Button = DialogAnswer['button'];

const BUTTONS: Readonly<Record<DialogRequest['buttons'], readonly Button[]>> = {
  OK: ['OK'],
  OK_CANCEL: ['OK', 'CANCEL'],
  YES_NO: ['YES', 'NO'],
  YES_NO_CANCEL: ['YES', 'NO', 'CANCEL'],
};

const CAPTIONS: Readonly<Record<Button, string>> = { OK: 'OK', CANCEL: 'Cancel', YES: 'Yes', NO: 'No', CLOSE: 'Close' };

function ScriptDialog({ pending: { dialogId, request } }: { readonly pending: PendingDialog }) {
  const { scripts, attempt } = useModel();
  const [text, setText] = useState('');
  const answer = (button: Button): void =>
    attempt(scripts.answerDialog(dialogId, { button, ...(request.kind === 'prompt' && { text }) }));
  return (
    <Modal title={request.title} class="script-dialog" onClose={() => answer('CLOSE')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          answer(BUTTONS[request.buttons][0] ?? 'OK');
        }}
      >
        <DialogMessage>{request.message}</DialogMessage>
        {request.kind === 'prompt' && (
          <input
            class="dialog-input"
            aria-label={request.message}
            value={text}
            onInput={(event) => setText(event.currentTarget.value)}
          />
        )}
        <div class="dialog-buttons">
          {BUTTONS[request.buttons].map((button, index) => (
            <button
              key={button}
              type={index === 0 ? 'submit' : 'button'}
              class={index === 0 ? 'button primary' : 'button'}
              onClick={index === 0 ? undefined : () => answer(button)}
            >
              {CAPTIONS[button]}
            </button>
          ))}
        </div>
      </form>
    </Modal>
  );
}
