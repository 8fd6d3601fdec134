/** The active tab and its selection at a glance. */
import type { TabView } from '../../../core/contract/server-functions.ts';
import type { Failure } from '../../../core/terms/failure.ts';
import { count, leftOutNote } from '../../../core/words/counts.ts';
import type { OverviewState } from '../../model/overview/overview-state.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { FailureNotice } from '../../parts/failure-notice.tsx';

/** Shows which tab and rows an action would be about, or why the tab cannot be used. */
export function TabGlance({ overview }: { readonly overview: OverviewState }) {
  const { value, failure } = overview;
  if (value === undefined) return failure === undefined ? <p class="quiet">Reading the spreadsheet…</p> : null;
  return (
    <>
      {value.tab !== undefined && <Glance tab={value.tab} />}
      {value.tabProblem !== undefined && <TabProblem failure={value.tabProblem} />}
    </>
  );
}

function TabProblem({ failure }: { readonly failure: Failure }) {
  if (failure.kind !== 'emptyTab') return <FailureNotice failure={failure} />;
  return <EmptyState heading={failure.message}>{failure.nextStep}</EmptyState>;
}

function Glance({ tab }: { readonly tab: TabView }) {
  const { rows, a1 } = tab.selection;
  const leftOut = leftOutNote(tab.selection);
  return (
    <section class="glance" aria-label="Active tab">
      <p class="glance-head">
        <strong>{tab.tabName}</strong>
        <span class="quiet">{count(tab.dataRows, 'row')}</span>
      </p>
      <p>
        {rows === 0 ? 'No rows selected' : `${count(rows, 'row')} selected`}
        {a1 !== '' && <span class="quiet"> · {a1}</span>}
      </p>
      {leftOut !== '' && <p class="quiet">{leftOut}</p>}
    </section>
  );
}
