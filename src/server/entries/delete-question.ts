/** What a question about the deletes of a tab rests on: who is asked, and what the brake measures the deletes by. */

import { isBlankRow, type RowPlanner } from '../../core/actions/row-planner.ts';
import type { Question } from '../../core/engine/delete-review.ts';
import type { RunRecord } from '../../core/engine/run-record.ts';
import { parseFingerprintCell } from '../../core/own-cells/fingerprint-cell.ts';
import { statusCellsOf } from '../../core/own-cells/status-columns.ts';
import type { Connection } from '../../core/settings/connection.ts';
import { makeDeleteSecret } from '../services/delete-secret-store.ts';
import { agreedRowsIn, recentDeletesIn } from '../services/delete-store.ts';
import { readFileProperties } from '../services/document-store.ts';
import type { OpenTab } from '../services/open-tab.ts';

/** A tab, and the columns that hold the keys of its rows. */
type KeyedTab = OpenTab & Pick<RowPlanner, 'keyColumnIndexes'>;

/** @param running A run that has not ended, and will when another begins: what it deleted counts as well. */
export function questionOf(tab: KeyedTab, { chatbotId }: Connection, running: RunRecord | undefined): Question {
  const { tabName } = tab;
  return { tabName, chatbotId, secret: makeDeleteSecret, load: () => loadOf(tab, running) };
}

function loadOf(tab: KeyedTab, running: RunRecord | undefined): ReturnType<Question['load']> {
  const { tabId, table, own, keyColumnIndexes } = tab;
  const rows = (table.allRows?.() ?? table.rows).filter((row) => !isBlankRow(row, keyColumnIndexes));
  const cells = rows.map((row) => statusCellsOf(row, own));
  const properties = readFileProperties();
  return {
    recentDeletes: recentDeletesIn(properties) + (running?.counts.Deleted ?? 0),
    confirmed: cells.filter(isConfirmed).length,
    rows: rows.length,
    agreedRows: agreedRowsIn(properties, tabId),
  };
}

/** What was deleted has a fingerprint, too. */
function isConfirmed({ status, fingerprint }: ReturnType<typeof statusCellsOf>): boolean {
  return status !== 'Deleted' && parseFingerprintCell(fingerprint).confirmed !== '';
}
