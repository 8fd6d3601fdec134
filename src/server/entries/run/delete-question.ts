/** What a question about the deletes of a tab rests on: who is asked, and what the brake measures the deletes by. */

import { isBlankRow, type RowPlanner } from '../../../core/actions/row-planner.ts';
import type { Question } from '../../../core/engine/delete-review.ts';
import type { RunRecord } from '../../../core/engine/run-record.ts';
import { countingLines } from '../../../core/ledger/ledger.ts';
import { type LedgerLine, ledgerPlace } from '../../../core/ledger/ledger-line.ts';
import type { Connection } from '../../../core/settings/connection.ts';
import type { Scope } from '../../../core/words/actions.ts';
import type { OpenLedger } from '../../services/own-tabs/ledger-tab.ts';
import type { OpenTab } from '../../services/sheet/open-tab.ts';
import { makeDeleteSecret } from '../../services/stores/delete-secret-store.ts';
import { agreedRowsIn, recentDeletesIn } from '../../services/stores/delete-store.ts';
import { readFileProperties } from '../../services/stores/document-store.ts';
import { remarksOn } from './remarks-on.ts';

/** A tab, and the columns that hold the keys of its rows. */
type KeyedTab = OpenTab & Pick<RowPlanner, 'keyColumnIndexes'>;

/** @param running A run that has not ended, and will when another begins: what it deleted counts as well. */
export function questionOf(
  tab: KeyedTab,
  scope: Scope,
  connection: Connection,
  ledger: OpenLedger,
  running: RunRecord | undefined,
): Question {
  const { tabName } = tab;
  const load = () => loadOf(tab, connection, ledger, running);
  const notes = remarksOn(tab, ledger);
  return { tabName, scope, notes, chatbotId: connection.chatbotId, secret: makeDeleteSecret, load };
}

/** What has left a tab is measured by that tab, not by the list of it. */
function loadOf(
  { tabId: ownTabId, table, keyColumnIndexes, left }: KeyedTab,
  { baseUrl, chatbotId }: Connection,
  ledger: OpenLedger,
  running: RunRecord | undefined,
): ReturnType<Question['load']> {
  const tabId = left?.homeTabId ?? ownTabId;
  const ownRows = () => (table.allRows?.() ?? table.rows).filter((row) => !isBlankRow(row, keyColumnIndexes)).length;
  const place = ledgerPlace(baseUrl, chatbotId);
  const isConfirmedHere = (line: LedgerLine) =>
    line.tabId === tabId && line.place === place && line.state === 'confirmed';
  const properties = readFileProperties();
  return {
    recentDeletes: recentDeletesIn(properties) + (running?.counts.Deleted ?? 0),
    confirmed: countingLines(ledger.current()).filter(isConfirmedHere).length,
    rows: left?.rows ?? ownRows(),
    agreedRows: agreedRowsIn(properties, tabId),
  };
}
