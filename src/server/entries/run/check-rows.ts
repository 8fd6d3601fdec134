/** Checks rows: the same reading and planning as a run, without sending or writing anything. */

import type { CheckReport, FoundChanges } from '../../../core/check/check-report.ts';
import { checkReport, SHOWN_CHANGES } from '../../../core/check/check-report.ts';
import { changesOf, changingRows } from '../../../core/check/row-changes.ts';
import type { PlannedRow } from '../../../core/engine/plan-rows.ts';
import { planRun } from '../../../core/engine/plan-run.ts';
import type { RunRequest } from '../../../core/engine/run-request.ts';
import { strayedCount } from '../../../core/engine/strayed-rows.ts';
import type { KnownKeys } from '../../../core/ledger/known-keys.ts';
import type { Failure } from '../../../core/terms/failure.ts';
import { type Result, success } from '../../../core/terms/result.ts';
import { strayedNowWords } from '../../../core/words/strayed.ts';
import { type OpenLedger, openLedger } from '../../services/own-tabs/ledger-tab.ts';
import { destinationOfChecks } from '../../services/stores/connection-store.ts';
import { remarksOn } from './remarks-on.ts';
import { openTabOf, rowsOfScope } from './scope-rows.ts';

/** What a run of the request would do to the active tab. */
export function checkRows(request: RunRequest): Result<CheckReport, Failure> {
  const to = destinationOfChecks();
  const tab = openTabOf(request, to, true);
  if (!tab.ok) return tab;
  const scoped = rowsOfScope(tab.value, request, true);
  if (!scoped.ok) return scoped;
  const { tabId, tabName, own } = tab.value;
  const { hiddenRows, blankRows, keyColumnIndexes } = scoped.value;
  const statusColumnIndex = own.status ?? keyColumnIndexes[0] ?? 0;
  const ledger = openLedger(tab.value.kept);
  const known = ledger.knownKeys(to, tab.value);
  const planned = planRun(scoped.value.rows, request.scope, known);
  const { scope } = request;
  const strayed = strayedNowWords(strayedCount(planned, own));
  const notes = [...remarksOn(tab.value, ledger), ...(strayed === '' ? [] : [strayed])];
  const checked = { tabId, tabName, scope, hiddenRows, blankRows, statusColumnIndex, notes };
  return success(checkReport(planned, checked, findChanges(planned, ledger, known)));
}

/** What the first rows would change. */
function findChanges(planned: readonly PlannedRow[], ledger: OpenLedger, known: KnownKeys): FoundChanges {
  const changing = changingRows(planned, known);
  const first = changing.slice(0, SHOWN_CHANGES);
  const kept = ledger.bodiesOf(first.map(({ line }) => line));
  const changes = first.flatMap((one, index) => {
    const { row, planner } = one.row;
    const found = changesOf(one, kept[index] ?? '', known);
    return found === undefined ? [] : [{ rowNumber: row.rowNumber, label: planner.labelOf(row), ...found }];
  });
  return { changes, changingRows: changing.length };
}
