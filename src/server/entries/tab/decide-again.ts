/** Finds out anew what the columns of a tab hold, because a person asked for it. */
import type { MappingView } from '../../../core/contract/mapping-view.ts';
import type { Failure } from '../../../core/terms/failure.ts';
import { failure, type Result } from '../../../core/terms/result.ts';
import { failures } from '../../../core/words/failures.ts';
import { findSheet, NOWHERE, openTab } from '../../services/sheet/open-tab.ts';
import { forgetDecisions } from '../../services/stores/settings-store.ts';
import { readMappingView } from './read-mapping-view.ts';

/** The mapping of a tab, decided by all of its rows as they are now; nothing is sent or written. */
export function decideAgain(tabId: number): Result<MappingView, Failure> {
  const sheet = findSheet(tabId);
  if (sheet === undefined) return failure(failures.tabGone());
  forgetDecisions(tabId);
  const tab = openTab(sheet, { to: NOWHERE, action: 'sync', heedsMarks: false, mayDecide: true });
  return tab.ok || tab.error.kind === 'noHeaderRow' ? readMappingView(sheet) : tab;
}
