/** The question before listings are deleted: how many, which ones, and that it cannot be undone. */

import type { DeleteConfirmation } from '../../../core/engine/run-request.ts';
import { ACTION_WORDS, type Action } from '../../../core/words/actions.ts';
import { count } from '../../../core/words/counts.ts';
import { FILTER_VIEW_WORDS } from '../../../core/words/filter-views.ts';
import { ConfirmDialog } from '../../parts/confirm-dialog.tsx';

/** What the dialog needs. */
export interface DeleteDialogProps {
  /** The action that would delete; one that does not only delete goes on with the other rows as well. */
  readonly action: Action;
  readonly confirmation: DeleteConfirmation;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

/** Asks whether to delete. */
export function DeleteDialog({ action, confirmation, onConfirm, onCancel }: DeleteDialogProps) {
  const listings = count(confirmation.count, 'listing');
  const { noun, done, alwaysAsks } = ACTION_WORDS[action];
  const [andGoOn, others] = alwaysAsks
    ? ['', '']
    : [` and ${noun.toLowerCase()}`, ` The other rows are ${done} as usual.`];
  return (
    <ConfirmDialog
      title={`Delete ${listings}?`}
      confirmLabel={`Delete ${listings}${andGoOn}`}
      onConfirm={onConfirm}
      onCancel={onCancel}
    >
      <p>
        The chatbot <span class="chatbot-id">{confirmation.chatbotId}</span> forgets{' '}
        {confirmation.count === 1 ? 'this listing' : 'these listings'} of “{confirmation.tabName}”. The rows of the
        sheet stay.{others} This cannot be undone.
      </p>
      <p class="quiet">{FILTER_VIEW_WORDS}</p>
      <ul class="key-list">
        {confirmation.keys.map((key) => (
          <li key={key}>{key}</li>
        ))}
      </ul>
    </ConfirmDialog>
  );
}
