/** Shows of the tab only the rows with a problem, and all of them again. */
import type { StatusCounts } from '../../../core/words/statuses.ts';
import { QUIET_STATUSES } from '../../../core/words/statuses.ts';
import { ActionButton } from '../../parts/action-button.tsx';
import { FailureNotice } from '../../parts/failure-notice.tsx';
import type { ViewProps } from '../view-props.ts';

/** The button beside a result that has rows with a problem; nothing where there are none, or where the tab is filtered already. */
export function ShowProblems(props: ViewProps & { readonly tabId: number; readonly counts: StatusCounts }) {
  const { tabId, counts, state, verbs } = props;
  const { filter, asking } = state.tabLook;
  const loud = Object.keys(counts).filter((status) => !QUIET_STATUSES.some((quiet) => quiet === status));
  if (loud.length === 0 || filter?.tabId === tabId) return null;
  return (
    <ActionButton onPress={() => void verbs.showProblemsOnly(tabId)}>
      {asking === 'filter' ? 'Hiding the others…' : 'Show problems only'}
    </ActionButton>
  );
}

/** What a filtered tab says of itself, and the way back. */
export function FilteredNotice({ state, verbs }: ViewProps) {
  const { filter, asking, failure: failed } = state.tabLook;
  const failure = failed?.of === 'filter' ? failed.words : undefined;
  const isInFront = filter !== undefined && filter.tabId === state.overview.value?.tab?.tabId;
  if (!isInFront) return failure === undefined ? null : <FailureNotice failure={failure} />;
  return (
    <div class="notice notice-pending">
      <p>This tab shows only rows that need you. The others are hidden by its filter, not gone.</p>
      {failure !== undefined && <FailureNotice failure={failure} />}
      <ActionButton onPress={() => void verbs.showAllRows()}>
        {asking === 'filter' ? 'Showing all rows…' : 'Show all rows'}
      </ActionButton>
    </div>
  );
}
