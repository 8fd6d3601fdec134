/** The review before listings are deleted: every one of them, why it goes, and that there is no way back. */

import { useState } from 'preact/hooks';
import type {
  DeleteAgreement,
  DeleteConfirmation,
  DeleteListing,
  RunRequest,
} from '../../../core/engine/run-request.ts';
import { ACTION_WORDS } from '../../../core/words/actions.ts';
import { count } from '../../../core/words/counts.ts';
import { otherRowsWords } from '../../../core/words/deletes.ts';
import {
  answerOf,
  othersOnly,
  type ReviewDraft,
  reviewOf,
  UNTOUCHED,
  withTicks,
} from '../../model/run/delete-review.ts';
import { ActionButton } from '../../parts/action-button.tsx';
import { ConfirmDialog } from '../../parts/confirm-dialog.tsx';

/** What the dialog needs. */
export interface DeleteDialogProps {
  /** What would delete; an action that does not only delete goes on with the other rows as well. */
  readonly request: RunRequest;
  readonly confirmation: DeleteConfirmation;
  readonly onConfirm: (answer: Omit<DeleteAgreement, 'deleteToken'>) => void;
  readonly onCancel: () => void;
}

/** Asks which listings to delete. */
export function DeleteDialog({ request, confirmation, onConfirm, onCancel }: DeleteDialogProps) {
  const [draft, setDraft] = useState(UNTOUCHED);
  const { tabName, chatbotId, listings, said, otherRows } = confirmation;
  const { noun, done } = ACTION_WORDS[request.action];
  const review = reviewOf(confirmation, draft);
  const andGoOn = otherRows === 0 ? '' : ` and ${noun.toLowerCase()}`;
  const others = otherRows === 0 ? '' : ` ${otherRowsWords(otherRows)} ${done} as usual.`;
  return (
    <ConfirmDialog
      title={`Delete ${count(listings.length, 'listing')}?`}
      confirmLabel={`Delete ${count(review.ticked, 'listing')}${andGoOn}`}
      obstacle={review.obstacle}
      onConfirm={() => onConfirm(answerOf(confirmation, draft))}
      onCancel={onCancel}
      details={<Listings confirmation={confirmation} draft={draft} onChange={setDraft} />}
      otherWay={
        otherRows > 0 && (
          <ActionButton onPress={() => onConfirm(othersOnly(confirmation))}>
            {noun} the {otherRows === 1 ? 'other row' : `other ${otherRows.toLocaleString('en-US')}`} only
          </ActionButton>
        )
      }
    >
      <p>
        The chatbot <span class="chatbot-id">{chatbotId}</span> forgets what is ticked of “{tabName}”. The rows of the
        sheet stay.{others}
      </p>
      {said.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </ConfirmDialog>
  );
}

interface ListingsProps {
  readonly confirmation: DeleteConfirmation;
  readonly draft: ReviewDraft;
  readonly onChange: (draft: ReviewDraft) => void;
}

/** So many are looked through without a search. */
const FEW_LISTINGS = 5;

/** So many are drawn at a time; thousands would hold the sidebar up. */
const SHOWN_AT_ONCE = 100;

function Listings({ confirmation, draft, onChange }: ListingsProps) {
  const [shown, setShown] = useState(SHOWN_AT_ONCE);
  const { listings } = confirmation;
  const { found, ticked, whyTyped } = reviewOf(confirmation, draft);
  const isTicked = ({ id }: DeleteListing) => !draft.leftOut.has(id);
  return (
    <>
      {listings.length > FEW_LISTINGS && (
        <label class="field">
          <span class="field-label">Search these listings</span>
          <input
            type="search"
            value={draft.query}
            onInput={(event) => {
              setShown(SHOWN_AT_ONCE);
              onChange({ ...draft, query: event.currentTarget.value });
            }}
          />
        </label>
      )}
      <p class="quiet" role="status">
        {ticked.toLocaleString('en-US')} of {count(listings.length, 'listing')} ticked
        {draft.query.trim() !== '' && ` · ${count(found.length, 'listing')} found`}
      </p>
      {listings.length > 1 && found.length > 0 && (
        <div class="button-row">
          <ActionButton tone="quiet" onPress={() => onChange(withTicks(draft, found, true))}>
            Tick {allOf(draft)}
          </ActionButton>
          <ActionButton tone="quiet" onPress={() => onChange(withTicks(draft, found, false))}>
            Untick {allOf(draft)}
          </ActionButton>
        </div>
      )}
      {found.length > 0 && (
        <ul class="key-list" aria-label="Listings to delete">
          {found.slice(0, shown).map((listing) => (
            <li key={listing.id}>
              <label class="choice">
                <input
                  type="checkbox"
                  checked={isTicked(listing)}
                  onChange={(event) => onChange(withTicks(draft, [listing], event.currentTarget.checked))}
                />
                <Listing listing={listing} />
              </label>
            </li>
          ))}
        </ul>
      )}
      {found.length > shown && (
        <ActionButton tone="quiet" onPress={() => setShown(shown + SHOWN_AT_ONCE)}>
          Show {Math.min(SHOWN_AT_ONCE, found.length - shown)} more of {found.length.toLocaleString('en-US')}
        </ActionButton>
      )}
      {whyTyped !== '' && (
        <div class="notice notice-pending">
          <p>{whyTyped}</p>
          <label class="field">
            <span class="field-label">Type the number of listings to delete</span>
            <input
              inputMode="numeric"
              autocomplete="off"
              value={draft.typed}
              onInput={(event) => onChange({ ...draft, typed: event.currentTarget.value })}
            />
          </label>
        </div>
      )}
    </>
  );
}

function allOf({ query }: ReviewDraft): string {
  return query.trim() === '' ? 'all' : 'what was found';
}

function Listing({ listing: { key, address, rowNumber, why } }: { readonly listing: DeleteListing }) {
  return (
    <span>
      <span class="listing-key">{key}</span>
      <span class="quiet listing-facts">
        {[address, `row ${rowNumber}`, why].filter((fact) => fact !== '').join(' · ')}
      </span>
    </span>
  );
}
