/** A run that nobody watches: what it asks before it begins, and what came of it. */

import type { RunProgress } from '../../../core/engine/progress.ts';
import type { DeleteConfirmation } from '../../../core/engine/run-request.ts';
import type { ScheduledAction, ScheduledTab, ScheduleRecord } from '../../../core/schedule/record.ts';
import { restsOn } from '../../../core/schedule/rests-on.ts';
import type { Connection } from '../../../core/settings/connection.ts';
import type { Failure } from '../../../core/terms/failure.ts';
import { type Result, success } from '../../../core/terms/result.ts';
import type { OpenTab } from '../../services/sheet/open-tab.ts';

/** What was found in the tab. */
export interface TabFacts {
  readonly tabId: number;
  readonly tabName: string;
  readonly rows: number;
  readonly restsOn: string;
  readonly key: ScheduleRecord['key'];
  /** Requests that its rows need while none is refused. */
  readonly requests: number;
  /** What would be deleted; absent where nothing would. */
  readonly deletes: DeleteConfirmation | undefined;
}

/** Whether the run may begin, with its deletes or without. */
export type Verdict =
  | { readonly kind: 'go' }
  | { readonly kind: 'hold'; readonly reason: string }
  | { readonly kind: 'stop'; readonly reason: string };

/** A tab, and what to do with it. */
export interface ClaimedTab extends ScheduledTab {
  readonly action: ScheduledAction;
  /** Whether it is synced already, and its listings whose rows are gone are to be deleted. */
  readonly isLeft?: true;
}

/** A run that is to begin, and who is asked and told meanwhile. */
export interface Unattended {
  readonly scheduleId: string;
  readonly startedMs: number;
  /** Called under the lock; `undefined` where there is nothing to do by now. */
  readonly claim: () => ClaimedTab | undefined;
  readonly judge: (facts: TabFacts) => Verdict;
  /** Called before the first mark. */
  readonly onBegin: (runId: string) => void;
  readonly provideBackground: (runId: string) => void;
}

/** How it began. */
export type UnattendedStart =
  | { readonly kind: 'started'; readonly progress: RunProgress }
  | { readonly kind: 'stopped'; readonly reason: string }
  /** There was nothing to begin; what is said of it, `''` where nothing is. */
  | { readonly kind: 'notBegun'; readonly words: string }
  | { readonly kind: 'unclaimed' };

/** Whose key is used, as schedules tell it. */
export function keyOf({ sharing }: Connection): ScheduleRecord['key'] {
  return sharing === 'file' ? 'shared' : 'own';
}

/** What a schedule rests on in an open tab. */
export function groundsOf(
  { table, settings, plannerFor }: OpenTab,
  action: ScheduledAction,
  { chatbotId, baseUrl }: Connection,
): Result<string, Failure> {
  const planner = plannerFor(action);
  if (!planner.ok) return planner;
  const usedHeaders = planner.value.readColumnIndexes.map((index) => table.headers[index] ?? '');
  return success(restsOn({ chatbotId, baseUrl, usedHeaders, settings }));
}
