/** Says that the header row is not what it was when the settings were saved. */
import type { MappingView } from '../../../core/contract/mapping-view.ts';
import { someHeaders } from '../../../core/words/counts.ts';
import type { SidebarVerbs } from '../../model/sidebar.ts';
import { ActionButton } from '../../parts/action-button.tsx';

/** What the notice needs. */
export interface ChangedHeadersNoticeProps {
  readonly view: MappingView;
  readonly verbs: SidebarVerbs;
}

/** Names the columns in use that went; nothing when the header row is as it was. */
export function ChangedHeadersNotice({ view, verbs }: ChangedHeadersNoticeProps) {
  const { isChanged, gone } = view.changedHeaders;
  if (!isChanged) return null;
  return (
    <section class="notice notice-pending" aria-label="Changed columns">
      <p class="notice-title">The columns are not those these settings were saved with.</p>
      {gone.length > 0 ? <p>Gone: {someHeaders(gone)}</p> : <p>All columns that these settings use are still there.</p>}
      <div class="button-row">
        <ActionButton label="Got it: the columns have changed" onPress={() => void verbs.acceptHeaders()}>
          Got it
        </ActionButton>
      </div>
    </section>
  );
}
