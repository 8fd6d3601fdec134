/** Copies listings that only the platform has, as the tab `Platform listings` shows them, to the end of the tab that was compared. */
import { identityOfKey, KEY_FIELDS } from '../../../core/actions/listing-key.ts';
import type { ListingForm } from '../../../core/actions/row-planner.ts';
import { type CopyGround, copiedRow, keyColumns, misread, type RowCopy } from '../../../core/compare/copied-row.ts';
import {
  isPlatformHeader,
  mayBeCopied,
  PLATFORM_TAB_NAME,
  type PlatformLine,
  platformLine,
} from '../../../core/compare/platform-tab.ts';
import type { CopiedView, TabReference } from '../../../core/contract/server-functions.ts';
import { rowBlocks } from '../../../core/events/event-writes.ts';
import { type FieldName, fieldDefinition, type KeyType } from '../../../core/listing/fields.ts';
import type { Failure } from '../../../core/terms/failure.ts';
import { failure, type Result, success } from '../../../core/terms/result.ts';
import { copiedWords } from '../../../core/words/copied-listings.ts';
import { failures } from '../../../core/words/failures.ts';
import { withDocumentLock } from '../../services/document-lock.ts';
import { protectedColumns } from '../../services/events/event-hurdles.ts';
import { writeEvents } from '../../services/events/event-writer.ts';
import { isListTab, otherTabsHolding } from '../../services/own-tabs/platform-tab.ts';
import { readerIn } from '../../services/sheet/cell-values.ts';
import { findSheet, type OpenTab, openTab } from '../../services/sheet/open-tab.ts';
import { hiddenQuestions, rowNumbersOf, selectedRanges } from '../../services/sheet/selection.ts';
import { destinationOfChecks } from '../../services/stores/connection-store.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** A listing and the row that is made of it. */
interface Planned {
  readonly line: PlatformLine;
  readonly copy: RowCopy;
}

/** What becomes of the chosen listings. */
interface Plan {
  readonly planned: readonly Planned[];
  readonly known: number;
  readonly keyless: number;
  readonly contradicted: readonly (readonly FieldName[])[];
}

/** How long may be asked which selected rows are hidden. */
const HIDDEN_QUESTIONS_MS = 60_000;

/** More rows than can be copied, read back and looked at in one execution. */
const MOST_ROWS = 5_000;

/** How often it is tried with fewer columns. */
const MOST_LOOKS = 4;

/** Copies the selected lines into a tab. Nothing is sent. */
export function copyListings({ tabId }: TabReference): Result<CopiedView, Failure> {
  const lines = chosenLines();
  if (!lines.ok) return lines;
  const sheet = findSheet(tabId);
  if (sheet === undefined) return failure(failures.tabGone());
  if (isListTab(sheet)) return failure(failures.ownTab(sheet.getName()));
  return withDocumentLock(() => copyInto(sheet, lines.value));
}

function copyInto(sheet: Sheet, lines: readonly PlatformLine[]): Result<CopiedView, Failure> {
  const tab = openTab(sheet, { to: destinationOfChecks(), action: 'sync', heedsMarks: false, mayDecide: true });
  if (!tab.ok) return tab;
  const planner = tab.value.plannerFor('sync');
  if (!planner.ok) return planner;
  const { form } = planner.value;
  if (form === undefined) return failure(failures.noKeyColumn(tab.value.tabName));
  const firstRowNumber = nextRowOf(tab.value);
  const { keyTypes } = tab.value.settings;
  const locked = new Set(lockedColumns(tab.value, firstRowNumber, lines.length));
  for (let look = 0; look < MOST_LOOKS; look += 1) {
    const ground = { form, keyTypes, lockedColumns: locked };
    const plan = planCopies(lines, ground, keysHeld(tab.value, form));
    // Nothing may have come to stand where the new rows go.
    if (!standsAsRead(tab.value)) break;
    const wrong = writeRows(tab.value, plan.planned, firstRowNumber, ground);
    if (wrong.size === 0) return success(copiedView(tab.value.tabName, firstRowNumber, plan));
    for (const columnIndex of wrong) locked.add(columnIndex);
  }
  return failure(failures.rowsMoveUnderMessages());
}

function copiedView(tabName: string, firstRowNumber: number, plan: Plan): CopiedView {
  const { planned, known, keyless, contradicted } = plan;
  const sentences = copiedWords({
    tabName,
    firstRowNumber,
    rows: planned.length,
    known,
    keyless,
    contradicted: contradicted.length,
    untold: labelsOf(planned.flatMap(({ copy }) => copy.untold)),
    contradictedFields: labelsOf(contradicted.flat()),
  });
  return planned.length === 0 ? { sentences } : { sentences, firstRowNumber };
}

/** The selected lines of the tab of a comparison that are only there; it must be in front, or nobody sees what is selected. */
function chosenLines(): Result<readonly PlatformLine[], Failure> {
  const sheet = SpreadsheetApp.getActiveSheet();
  if (sheet.getName() !== PLATFORM_TAB_NAME) return failure(failures.otherTabInFront(PLATFORM_TAB_NAME));
  const ranges = selectedRanges(sheet);
  const all = sheet.getDataRange();
  const [headers = [], ...rows] = all
    .getValues()
    .map((row) => row.map((cell) => (typeof cell === 'number' ? cell : String(cell))));
  const names = headers.map((header) => String(header));
  if (!isPlatformHeader(names)) return failure(failures.nameTaken(PLATFORM_TAB_NAME));
  const selected = rowNumbersOf(ranges, { firstRowNumber: 2, lastRowNumber: rows.length + 1 });
  if (selected.length === 0) return failure(failures.nothingSelected(0, 0));
  const wanted = selected.filter((rowNumber) => mayBeCopied(String(rows[rowNumber - 2]?.[0] ?? '')));
  if (wanted.length === 0) return failure(failures.nothingToCopy(selected.length, PLATFORM_TAB_NAME));
  const { visible, hidden } = hiddenQuestions(sheet, wanted.slice(0, MOST_ROWS)).ask(HIDDEN_QUESTIONS_MS);
  const asked = visible.length + hidden.length;
  if (asked < wanted.length) return failure(failures.selectionTooLarge(wanted.length, asked));
  if (visible.length === 0) return failure(failures.nothingSelected(hidden.length, 0));
  return success(visible.map((rowNumber) => platformLine(names, rows[rowNumber - 2] ?? [])));
}

/** A key that is in a tab already is not copied, nor twice from two lines. */
function planCopies(lines: readonly PlatformLine[], ground: CopyGround, keys: KeysHeld): Plan {
  const planned: Planned[] = [];
  const contradicted: (readonly FieldName[])[] = [];
  let [known, keyless] = [0, 0];
  for (const line of lines) {
    if (keys.has(line)) {
      known += 1;
      continue;
    }
    const copy = copiedRow(line, ground);
    switch (copy.kind) {
      case 'row':
        planned.push({ line, copy });
        keys.add(line);
        break;
      case 'keyless':
        keyless += 1;
        break;
      case 'contradicted':
        contradicted.push(copy.fields);
        break;
      default:
        copy satisfies never;
    }
  }
  return { planned, known, keyless, contradicted };
}

/** The keys that rows of the file have. */
interface KeysHeld {
  has(line: PlatformLine): boolean;
  add(line: PlatformLine): void;
}

function keysHeld({ tabId, table }: OpenTab, { read }: ListingForm): KeysHeld {
  const held = new Set(table.rows.flatMap((row) => identitiesOf(read(row).values)));
  const tabHolding = otherTabsHolding(tabId);
  return {
    has: (line) =>
      identitiesOf(line).some((identity) => held.has(identity)) ||
      tabHolding(keysOf(line).map(({ key }) => key)) !== undefined,
    add: (line) => {
      for (const identity of identitiesOf(line)) held.add(identity);
    },
  };
}

const KEY_TYPES = Object.keys(KEY_FIELDS) as readonly KeyType[];

function keysOf(values: { readonly [Name in (typeof KEY_FIELDS)[KeyType]]?: string | number | undefined }) {
  return KEY_TYPES.flatMap((keyType) => {
    const key = String(values[KEY_FIELDS[keyType]] ?? '').trim();
    return key === '' ? [] : [{ keyType, key }];
  });
}

function identitiesOf(values: Parameters<typeof keysOf>[0]): readonly string[] {
  return keysOf(values).map(identityOfKey);
}

/** The first row below everything that holds anything; an unticked box holds nothing. */
function nextRowOf({ table }: OpenTab): number {
  const filled = table.rows.filter(({ values }) => values.some((value) => value !== '' && value !== false));
  return (filled[filled.length - 1]?.rowNumber ?? table.headerRowNumber) + 1;
}

/** Columns that a formula fills, from the header, the first row or row by row, and those that are protected below. */
function lockedColumns({ sheet, table }: OpenTab, firstRowNumber: number, newRows: number): ReadonlySet<number> {
  const width = table.headers.length;
  const formulas = [
    ...sheet.getRange(table.headerRowNumber, 1, 2, width).getFormulas(),
    ...sheet.getRange(firstRowNumber - 1, 1, 1, width).getFormulas(),
  ];
  const calculated = formulas.flatMap((row) =>
    row.flatMap((formula, columnIndex) => (formula === '' ? [] : [columnIndex])),
  );
  const last = sheet.getMaxRows();
  const rowCount = Math.max(1, Math.min(newRows, last - firstRowNumber + 1));
  const indexes = table.headers.map((_, columnIndex) => columnIndex);
  return new Set([
    ...calculated,
    ...protectedColumns({ sheet, width, indexes }, Math.min(firstRowNumber, last), rowCount),
  ]);
}

function standsAsRead({ sheet, table, lastRowNumber }: OpenTab): boolean {
  const all = sheet.getDataRange();
  if (all.getNumRows() !== lastRowNumber || all.getNumColumns() !== table.headers.length) return false;
  const [headers = []] = sheet.getRange(table.headerRowNumber, 1, 1, table.headers.length).getDisplayValues();
  return table.headers.every((header, columnIndex) => headers[columnIndex]?.trim() === header);
}

/**
 * Writes the rows: all but their keys, which follow when the sheet has shown that the rest reads back as it was meant, since a row
 * without a key is never sent. Answers with the columns that do not, such as one whose format makes a date of a number; then
 * nothing of the rows stays.
 */
function writeRows(
  { sheet, timeZone }: OpenTab,
  planned: readonly Planned[],
  firstRowNumber: number,
  ground: CopyGround,
): ReadonlySet<number> {
  if (planned.length === 0) return new Set();
  const rows = planned.map(({ copy }) => copy.cells);
  const keys = keyColumns(ground.form, ground.keyTypes);
  const columns = [...new Set(rows.flatMap((cells) => [...cells.keys()]))];
  const write = (columnIndexes: readonly number[]) => {
    const added = rowBlocks(rows, columnIndexes, firstRowNumber);
    writeEvents(sheet, { changed: [], added, newRows: rows.length }, firstRowNumber);
    SpreadsheetApp.flush();
  };
  write(columns.filter((columnIndex) => !keys.has(columnIndex)));
  const width = Math.max(...columns) + 1;
  const written = readerIn(timeZone)(sheet.getRange(firstRowNumber, 1, rows.length, width));
  const wrong = new Set(planned.flatMap(({ line, copy }, at) => misread(line, copy, written[at] ?? [], ground)));
  if (wrong.size === 0) write(columns.filter((columnIndex) => keys.has(columnIndex)));
  else
    for (const columnIndex of columns) sheet.getRange(firstRowNumber, columnIndex + 1, rows.length, 1).clearContent();
  return wrong;
}

function labelsOf(fields: readonly FieldName[]): readonly string[] {
  return [...new Set(fields)].map((field) => fieldDefinition(field).label);
}
