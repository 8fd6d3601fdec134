/** Plans *Push rows*: each row becomes one chatbot row. */

import { settledOutcome } from '../../own-cells/outcome.ts';
import type { TabSettings } from '../../settings/tab-settings.ts';
import { cellAt, type TableRow, textAt } from '../../sheet/table.ts';
import type { Failure } from '../../terms/failure.ts';
import { murmurHash } from '../../terms/murmur-hash.ts';
import { type Result, success } from '../../terms/result.ts';
import { firstText, isBlankRow, type RowPlanner, type Step } from '../row-planner.ts';
import { type ChatbotColumns, chatbotColumns } from './chatbot-columns.ts';
import { nameOfId } from './push-operation.ts';
import { readChatbotRow, readRowId } from './read-chatbot-row.ts';
import { shownColumns } from './shown-columns.ts';

/** The planner of a tab's chatbot rows; fails when the tab has no usable ID column or columns share a header. */
export function pushPlanner(
  headers: readonly string[],
  settings: TabSettings,
  serialNumber: string,
  tabName: string,
): Result<RowPlanner, Failure> {
  const columns = chatbotColumns(headers, settings, tabName);
  if (!columns.ok) return columns;
  const { idColumnIndex, dataColumns } = columns.value;
  const dataIndexes = dataColumns.map((column) => column.columnIndex);
  const plan = (row: TableRow): Step => {
    const shown = shownColumns(row, columns.value);
    if (!shown.ok) return { kind: 'settled', outcome: shown.error };
    const read = readChatbotRow(row, shown.value.columns, settings.sendsShownText);
    if (read.ok) {
      const notes = [...shown.value.notes, ...notesOn(row, columns.value.heldBack)];
      return { kind: 'send', operation: { kind: 'push', serialNumber, row: read.value }, notes };
    }
    const detail = read.error.map((problem) => problem.message).join(' ');
    return { kind: 'settled', outcome: settledOutcome('Invalid', detail, read.error[0]?.columnIndex) };
  };
  const sent = dataColumns.map(({ header }) => header).sort();
  return success({
    mapping: murmurHash(JSON.stringify([settings, sent])),
    keyColumnIndexes: [idColumnIndex],
    keyOf: (row) => {
      const id = readRowId(cellAt(row, idColumnIndex));
      return id.ok ? nameOfId(id.value) : '';
    },
    readColumnIndexes: [idColumnIndex, ...dataIndexes],
    hidesLinks: false,
    needsText: (columnIndex, value) => {
      if (columnIndex === idColumnIndex) return typeof value === 'object';
      return settings.sendsShownText && typeof value !== 'string' && dataIndexes.includes(columnIndex);
    },
    labelOf: (row) =>
      textAt(row, idColumnIndex).trim() === '' ? firstText(row, dataIndexes) : `ID ${textAt(row, idColumnIndex)}`,
    plan,
  });
}

/** What a row holds and does not send. */
function notesOn(row: TableRow, heldBack: ChatbotColumns['heldBack']): readonly string[] {
  return heldBack.filter(({ columnIndex }) => !isBlankRow(row, [columnIndex])).map(({ note }) => note);
}
