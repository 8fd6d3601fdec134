/** What the tab in front shows of itself: all rows or only those with a problem, and where its status columns stand. */
import type { ProblemsFilter } from '../../../core/contract/server-functions.ts';
import type { Answer, ShownFailure } from '../../bridge/server-bridge.ts';

/** What is known of it. */
export interface TabLook {
  /** The tab that shows only rows with a problem, because the person asked for it here. */
  readonly filter?: ProblemsFilter;
  /** What is under way. */
  readonly asking?: LookWish;
  /** Why the last wish of a kind could not be met. */
  readonly failure?: { readonly of: LookWish; readonly words: ShownFailure };
}

/** What may be wished of a tab's look. */
type LookWish = 'filter' | 'place';

/** What can happen to it. */
export type TabLookChange =
  | { readonly kind: 'lookAsked'; readonly asking: LookWish }
  | { readonly kind: 'problemsFiltered'; readonly answer: Answer<ProblemsFilter> }
  | { readonly kind: 'columnsMoved'; readonly answer: Answer<null> };

/** The state after a change. */
export function reduceTabLook(look: TabLook, change: TabLookChange): TabLook {
  const filter = look.filter && { filter: look.filter };
  switch (change.kind) {
    case 'lookAsked':
      return { ...filter, asking: change.asking };
    case 'problemsFiltered':
      if (!change.answer.ok) return { ...filter, failure: { of: 'filter', words: change.answer.error } };
      return change.answer.value.onlyProblems ? { filter: change.answer.value } : {};
    case 'columnsMoved':
      return { ...filter, ...(!change.answer.ok && { failure: { of: 'place', words: change.answer.error } }) };
    default:
      return change satisfies never;
  }
}
