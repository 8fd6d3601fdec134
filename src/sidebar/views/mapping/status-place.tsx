/** Where the status columns of a tab stand. */
import { STATUS_PLACES, type StatusPlace } from '../../../core/words/own-headers.ts';
import { ActionButton } from '../../parts/action-button.tsx';
import { FailureNotice } from '../../parts/failure-notice.tsx';
import type { ViewProps } from '../view-props.ts';

const PLACES = Object.entries(STATUS_PLACES) as readonly [StatusPlace, string][];

/** Two buttons that move the columns at once; folded away, since most people leave them where they are. */
export function StatusPlaceChoice({ state, verbs }: ViewProps) {
  const { asking, failure } = state.tabLook;
  return (
    <details class="tab-settings">
      <summary>Status columns</summary>
      <p class="quiet">Sync status, Sync detail and Synced at move together. The rest of the tab keeps its order.</p>
      <div class="button-row">
        {PLACES.map(([place, words]) => (
          <ActionButton key={place} onPress={() => void verbs.moveStatusColumns(place)}>
            {words}
          </ActionButton>
        ))}
      </div>
      {asking === 'place' && <p class="quiet">Moving the columns…</p>}
      {failure?.of === 'place' && <FailureNotice failure={failure.words} />}
    </details>
  );
}
