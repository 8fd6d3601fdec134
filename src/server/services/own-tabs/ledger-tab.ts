/** Keeps the ledger in the hidden tab `Sync ledger`, and what it must add up to in a property, which no copy of a file has. */

import { formatProof, parseProof } from '../../../core/ledger/buckets.ts';
import { type KnownKeys, knownKeysOf } from '../../../core/ledger/known-keys.ts';
import {
  type Ledger,
  type LedgerChange,
  type LedgerRow,
  proofOf,
  readLedger,
  withChange,
} from '../../../core/ledger/ledger.ts';
import { formatLine, type LedgerLine, ledgerPlace } from '../../../core/ledger/ledger-line.ts';
import { isLedgerColumn, LEDGER_TAB_HEADERS, LEDGER_TAB_NAME } from '../../../core/ledger/ledger-tab-words.ts';
import { bodiesToDrop, hasTooManyBodies, indexesToKeep, needsCompaction } from '../../../core/ledger/tidy-ledger.ts';
import { dayWords } from '../../../core/words/day-words.ts';
import { keyHolders } from '../sheet/key-holders.ts';
import type { Destination, OpenTab } from '../sheet/open-tab.ts';
import { documentProperties, type FileProperties, readFileProperties } from '../stores/document-store.ts';
import { wallTimeFormatter } from '../wall-time.ts';
import { insertBehind } from './insert-behind.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

const PROOF_PROPERTY = 'ledger';

/** Lines begin below the header. */
const FIRST_LINE = 2;
const COLUMNS = LEDGER_TAB_HEADERS.length;
const BODY_COLUMN = 2;

/** Rows that are made at once where lines need some, so that it is not done at every checkpoint. */
const ROWS_AT_ONCE = 1_000;

/** The ledger of the spreadsheet, as one execution holds it. Whoever changes it holds the document's lock. */
export interface OpenLedger {
  readonly current: () => Ledger;
  /** Whether a tab of its name is somebody else's: it is never written, so that nothing can be remembered. */
  readonly isNameTaken: boolean;
  /** What is known of the keys of a chatbot, as a tab asks. */
  knownKeys(to: Destination, tab: Pick<OpenTab, 'tabId' | 'timeZone' | 'settings'>): KnownKeys;
  /** What was sent, as it stands beside lines; `''` where it was dropped to make room. Reads a cell for each. */
  bodiesOf(lines: readonly LedgerLine[]): readonly string[];
  /** Whether nobody has changed it since it was opened. */
  isAsOpened(): boolean;
  /**
   * Remembers what the ledger will add up to after the next flush.
   *
   * @returns What puts the new lines into the tab, to be called just before that flush; `undefined` where there are none.
   */
  prepare(change: LedgerChange): (() => void) | undefined;
  /** What was prepared is in the sheet. */
  flushed(): void;
  /** What must be stored before the next request leaves: from then on the ledger is believed in no other form. */
  takeProof(): FileProperties;
  /** Writes a ledger anew that holds too much that counts no more. */
  tidy(): void;
}

/** A tab with its lines, as it was read. */
interface ReadTab {
  readonly sheet: Sheet | undefined;
  readonly texts: readonly string[];
  /** The row below the last line. */
  readonly nextRowNumber: number;
  readonly gridRows: number;
  /** Whether nothing stands in it: it is still to be made, or an execution was killed while it was made. */
  readonly isBare: boolean;
  /** Whether the tab may be written: one of that name may be somebody else's. */
  readonly isOurs: boolean;
}

/**
 * Opens the ledger; a spreadsheet without one gets its tab when there is a first line to write.
 *
 * @param kept What is in the store, where that was read just now.
 */
export function openLedger(kept: FileProperties = readFileProperties()): OpenLedger {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const stored = kept[PROOF_PROPERTY] ?? null;
  const tab = readTab(spreadsheet);
  let { sheet, nextRowNumber, gridRows, isBare } = tab;
  let current = readLedger(tab.texts, parseProof(stored), spreadsheet.getId());
  let columnCount = COLUMNS;
  let next: Ledger | undefined;
  let isProofDue = false;

  const append = (rows: readonly LedgerRow[]) => {
    if (sheet === undefined) return;
    if (isBare) furnish(sheet, columnCount);
    isBare = false;
    const lacking = nextRowNumber + rows.length - 1 - gridRows;
    if (lacking > 0) {
      const more = Math.max(lacking, ROWS_AT_ONCE);
      sheet.insertRowsAfter(gridRows, more);
      gridRows += more;
    }
    const columns = rows.every(([, body]) => body === '') ? 1 : COLUMNS;
    sheet.getRange(nextRowNumber, 1, rows.length, columns).setValues(rows.map((row) => row.slice(0, columns)));
    nextRowNumber += rows.length;
  };

  return {
    current: () => current,
    isNameTaken: !tab.isOurs,
    knownKeys: (to, { tabId, timeZone, settings: { believedDays } }) => {
      const wallTimeOf = wallTimeFormatter(timeZone);
      const dayOf = (ms: number) => dayWords(wallTimeOf(new Date(ms)));
      const place = ledgerPlace(to.baseUrl, to.chatbotId);
      const question = { place, tabId, believedDays, holderOf: keyHolders(to), nowMs: Date.now(), dayOf };
      return knownKeysOf(current, question);
    },
    bodiesOf: (lines) => {
      const from = sheet;
      if (from === undefined || lines.length === 0) return lines.map(() => '');
      const rowNumbers = new Map(columnOf(from).map((text, index) => [text, index + 1]));
      return lines.map((line) => {
        const rowNumber = rowNumbers.get(formatLine(line));
        return rowNumber === undefined ? '' : String(from.getRange(rowNumber, BODY_COLUMN).getValue());
      });
    },
    isAsOpened: () => documentProperties().getProperty(PROOF_PROPERTY) === stored,
    prepare: (change) => {
      const changed = withChange(current, change);
      if (changed.rows.length === 0 || !tab.isOurs) return undefined;
      if (sheet === undefined) ({ sheet, gridRows, columnCount } = makeTab(spreadsheet));
      next = changed.ledger;
      documentProperties().setProperty(PROOF_PROPERTY, formatProof(proofOf(current, next)));
      return () => append(changed.rows);
    },
    flushed: () => {
      if (next === undefined) return;
      current = next;
      next = undefined;
      isProofDue = true;
    },
    takeProof: () => {
      if (!isProofDue) return {};
      isProofDue = false;
      return { [PROOF_PROPERTY]: formatProof(proofOf(current)) };
    },
    tidy: () => {
      if (sheet === undefined || !tab.isOurs || next !== undefined) return;
      if (needsCompaction(current)) compact(sheet, current);
      if (!hasTooManyBodies(current)) return;
      const bodyBytes = dropBodies(sheet);
      documentProperties().setProperty(PROOF_PROPERTY, formatProof(proofOf({ ...current, bodyBytes })));
    },
  };
}

function readTab(spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet): ReadTab {
  const sheet: Sheet | null = spreadsheet.getSheetByName(LEDGER_TAB_NAME);
  if (sheet === null)
    return { sheet: undefined, texts: [], nextRowNumber: FIRST_LINE, gridRows: 0, isBare: true, isOurs: true };
  const column = columnOf(sheet);
  const last = column.reduce((found, text, index) => (text === '' ? found : index + 1), 1);
  const nextRowNumber = Math.max(FIRST_LINE, last + 1);
  // Blank lines, and a header that was sorted among them, are none.
  const texts = column.slice(0, last).filter((text) => text !== '' && text !== LEDGER_TAB_HEADERS[0]);
  const isBare = column.every((text) => text === '');
  // Somebody's own tab may begin in another column.
  const isOurs = isBare ? sheet.getLastColumn() === 0 : isLedgerColumn(column);
  return { sheet, texts, nextRowNumber, gridRows: column.length, isBare, isOurs };
}

/** The first column down to the end of the grid: asking where the lines end would cost as much as reading the blank cells. */
function columnOf(sheet: Sheet): readonly string[] {
  const cells: readonly (readonly unknown[])[] = sheet.getRange('A:A').getValues();
  return cells.map(([cell]) => String(cell ?? ''));
}

/** Makes the tab, and asks for its size while nothing waits to be written, since a question sends what waits. */
function makeTab(spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet) {
  const sheet = insertBehind(spreadsheet, LEDGER_TAB_NAME);
  return { sheet, gridRows: sheet.getMaxRows(), columnCount: sheet.getMaxColumns() };
}

/** What goes into a new tab with its first lines, in the same flush. */
function furnish(sheet: Sheet, columnCount: number): void {
  if (columnCount > COLUMNS) sheet.deleteColumns(COLUMNS + 1, columnCount - COLUMNS);
  sheet.getRange(1, 1, 1, COLUMNS).setValues([[...LEDGER_TAB_HEADERS]]);
  sheet.setFrozenRows(1);
  sheet.protect().setWarningOnly(true);
  sheet.hideSheet();
}

/** What is left adds up to the same, so that a kill in the midst costs no more than the lines that got lost. */
function compact(sheet: Sheet, ledger: Ledger): void {
  const lineCount = sheet.getLastRow() - FIRST_LINE + 1;
  if (lineCount < 1) return;
  const rows = sheet.getRange(FIRST_LINE, 1, lineCount, COLUMNS).getValues();
  const kept = indexesToKeep(
    rows.map(([text]) => String(text)),
    ledger,
  ).flatMap((index) => {
    const row: unknown[] | undefined = rows[index];
    return row === undefined ? [] : [row];
  });
  if (kept.length > 0) sheet.getRange(FIRST_LINE, 1, kept.length, COLUMNS).setValues(kept);
  if (kept.length < lineCount)
    sheet.getRange(FIRST_LINE + kept.length, 1, lineCount - kept.length, COLUMNS).clearContent();
  SpreadsheetApp.flush();
}

/** Takes the oldest bodies out; answers how many bytes are left. */
function dropBodies(sheet: Sheet): number {
  const column = columnOf(sheet).slice(FIRST_LINE - 1);
  const { lines, bytesLeft } = bodiesToDrop(column);
  if (lines > 0) sheet.getRange(FIRST_LINE, 2, lines, 1).clearContent();
  SpreadsheetApp.flush();
  return bytesLeft;
}
