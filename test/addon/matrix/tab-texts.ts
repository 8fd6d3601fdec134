/** Reads a tab the way a person does: columns by the words in its header row, and everything that is not the add-on's. */
import type { SpreadsheetSnapshot } from '../../../playground/apps-script/emulator.ts';

/** The headers of the add-on's own columns, in the words of the user guide. */
export const OWN_HEADERS: readonly string[] = ['Sync status', 'Sync detail', 'Synced at', 'Sync mark'];

/** The tab that the add-on writes its log into. */
export const LOG_TAB = 'Sync log';

/** The tab in which it notes what the platform has. */
export const LEDGER_TAB = 'Sync ledger';

/** The shown texts of a tab, row by row; empty when there is no such tab. */
export function textsOf(snapshot: SpreadsheetSnapshot, tabName: string): readonly (readonly string[])[] {
  const tab = snapshot.tabs.find((candidate) => candidate.name === tabName);
  return (tab?.cells ?? []).map((row) => row.map((cell) => cell.text));
}

/** The shown texts of a column below its header; empty when no row holds the header. */
export function columnTexts(snapshot: SpreadsheetSnapshot, tabName: string, header: string): readonly string[] {
  const rows = textsOf(snapshot, tabName);
  const headerIndex = rows.findIndex((row) => row.includes(header));
  const columnIndex = rows[headerIndex]?.indexOf(header) ?? -1;
  return columnIndex === -1 ? [] : rows.slice(headerIndex + 1).map((row) => row[columnIndex] ?? '');
}

/** What the formula bar shows of every cell that is not the add-on's, without blank ends, tab by tab. */
export function foreignInputs(snapshot: SpreadsheetSnapshot): readonly string[] {
  return snapshot.tabs
    .filter(({ name }) => name !== LOG_TAB && name !== LEDGER_TAB)
    .flatMap((tab) => foreignLines(tab.cells));
}

function foreignLines(cells: SpreadsheetSnapshot['tabs'][number]['cells']): readonly string[] {
  const own = new Set<number>();
  for (const row of cells) {
    row.forEach((cell, columnIndex) => {
      if (OWN_HEADERS.includes(cell.text)) own.add(columnIndex);
    });
  }
  const lines = cells.map((row) => {
    const inputs = row.filter((_, columnIndex) => !own.has(columnIndex)).map((cell) => cell.input);
    return inputs.slice(0, inputs.findLastIndex((input) => input !== '') + 1).join('\u0000');
  });
  while (lines.at(-1) === '') lines.pop();
  return lines;
}
