/** Reads the ledger's tab for what is told of it: its lines, and what was sent with them. */
import type { LedgerLine } from '../../../core/ledger/ledger-line.ts';
import { formatLine } from '../../../core/ledger/ledger-line.ts';
import { LEDGER_TAB_NAME } from '../../../core/ledger/ledger-tab-words.ts';

/** All lines, believed or not. */
export function ledgerTexts(): readonly string[] {
  const sheet = ledgerSheet();
  if (sheet === null) return [];
  const cells: readonly (readonly unknown[])[] = sheet.getRange('A:A').getValues();
  return cells.flatMap(([text]) => (typeof text === 'string' && text !== '' ? [text] : []));
}

function ledgerSheet(): GoogleAppsScript.Spreadsheet.Sheet | null {
  return SpreadsheetApp.getActiveSpreadsheet().getSheetByName(LEDGER_TAB_NAME);
}

/** The bodies beside lines, by the text of the line; absent where none is kept any more. */
export function bodiesOf(lines: readonly LedgerLine[]): ReadonlyMap<string, string> {
  const bodies = new Map<string, string>();
  if (lines.length === 0) return bodies;
  const sheet = ledgerSheet();
  if (sheet === null) return bodies;
  const wanted = new Set(lines.map(formatLine));
  const cells: readonly (readonly unknown[])[] = sheet.getRange('A:B').getValues();
  for (const [text, body] of cells) {
    if (typeof text === 'string' && typeof body === 'string' && body !== '' && wanted.has(text)) bodies.set(text, body);
  }
  return bodies;
}
