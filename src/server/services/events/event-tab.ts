/** Reads a tab as messages see it: where its columns are, and what its rows hold and remember. */
import type { EventFieldName } from '../../../core/events/event-fields.ts';
import { type EventLayout, eventRowOf, layoutOf } from '../../../core/events/event-layout.ts';
import type { EventSettings } from '../../../core/events/event-settings.ts';
import type { AllowedWords } from '../../../core/events/merge-row.ts';
import type { SayContext } from '../../../core/events/say-cells.ts';
import type { EventGround } from '../../../core/events/take-in.ts';
import type { ListingSources } from '../../../core/listing/field-source.ts';
import { isKnownHeader } from '../../../core/mapping/header-meanings.ts';
import { mapTab } from '../../../core/mapping/map-tab.ts';
import type { TabSettings } from '../../../core/settings/tab-settings.ts';
import { findHeaderRow } from '../../../core/sheet/find-header-row.ts';
import { type CellValue, plainText, SAMPLE_ROWS, type TableRow } from '../../../core/sheet/table.ts';
import type { Failure } from '../../../core/terms/failure.ts';
import { failure, type Result, success } from '../../../core/terms/result.ts';
import { failures } from '../../../core/words/failures.ts';
import { fileMark } from '../file-mark.ts';
import { readerIn } from '../sheet/cell-values.ts';
import { readEventSettings } from '../stores/event-settings-store.ts';
import { readTabSettings } from '../stores/settings-store.ts';
import { wallTimeFormatter } from '../wall-time.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** A tab that messages are taken into. */
export interface EventTab {
  readonly sheet: Sheet;
  readonly tabId: number;
  readonly headers: readonly string[];
  readonly headerRowNumber: number;
  readonly layout: EventLayout;
  /** What feeds the listing fields. */
  readonly sources: ListingSources;
  readonly settings: TabSettings;
  readonly eventSettings: EventSettings;
  /** Rows that hold anything, in order. */
  readonly rows: readonly { readonly rowNumber: number; readonly values: readonly CellValue[] }[];
  /** The first row below everything that is in the tab. */
  readonly nextRowNumber: number;
  /** Where its data was when it was read, such as `A1:AJ20`. */
  readonly dataArea: string;
}

/** Reads a tab; one without any text gets its headers in row 1. */
export function readEventTab(sheet: Sheet, timeZone: string): Result<EventTab, Failure> {
  const tabId = sheet.getSheetId();
  const settings = readTabSettings(tabId);
  const all = sheet.getDataRange();
  const values = readerIn(timeZone)(all);
  const isBlank = values.every((row) => row.every((value) => value === ''));
  const found =
    settings.headerRowNumber === undefined ? findHeaderRow(values, isKnownHeader) : settings.headerRowNumber - 1;
  const headerIndex = isBlank ? 0 : found;
  if (headerIndex === undefined || headerIndex >= values.length) return failure(failures.noHeaderRow(sheet.getName()));
  const headers = isBlank ? [] : (values[headerIndex] ?? []).map((value) => plainText(value).trim());
  const rows = values.slice(headerIndex + 1).flatMap((row, offset) => {
    const isFilled = row.some((value) => value !== '' && value !== false);
    return isFilled ? [{ rowNumber: headerIndex + 2 + offset, values: row }] : [];
  });
  const sampleRows: readonly TableRow[] = rows.slice(0, SAMPLE_ROWS).map((row) => ({ ...row, texts: [] }));
  const table = { headers, headerRowNumber: headerIndex + 1, rows: sampleRows, sampleRows };
  const { sources } = mapTab(table, settings).resolved;
  return success({
    sheet,
    tabId,
    headers,
    headerRowNumber: headerIndex + 1,
    settings,
    rows,
    eventSettings: readEventSettings(tabId),
    sources,
    layout: layoutOf(headers, sources),
    dataArea: all.getA1Notation(),
    nextRowNumber: (rows[rows.length - 1]?.rowNumber ?? headerIndex + 1) + 1,
  });
}

/**
 * Whether some rows still stand where they were read and hold what they held, and nothing was added below. To be asked right before
 * they are written: people sort, insert and type while a script works.
 */
export function standsAsRead(
  { sheet, rows, headers, dataArea }: EventTab,
  rowNumbers: readonly number[],
  timeZone: string,
) {
  if (sheet.getDataRange().getA1Notation() !== dataArea) return false;
  if (rowNumbers.length === 0) return true;
  const first = Math.min(...rowNumbers);
  const span = sheet.getRange(first, 1, Math.max(...rowNumbers) - first + 1, headers.length);
  const now = readerIn(timeZone)(span);
  const wanted = new Set(rowNumbers);
  return rows
    .filter(({ rowNumber }) => wanted.has(rowNumber))
    .every(({ rowNumber, values }) => JSON.stringify(now[rowNumber - first]) === JSON.stringify(values));
}

/** Columns whose cells messages must leave alone, by row number. */
export type LockedCells = ReadonlyMap<number, ReadonlySet<EventFieldName>>;

/** Cells that messages must leave alone. */
export interface Locks {
  /** Of rows that are there. */
  readonly locked: LockedCells;
  /** Columns that are protected where new rows go. */
  readonly lockedBelow: ReadonlySet<EventFieldName>;
  readonly allowed: AllowedWords;
  readonly refused?: AllowedWords;
}

/** The tab as the planner takes it. */
export function groundOf(
  tab: EventTab,
  lines: EventGround['lines'],
  { locked, lockedBelow, allowed, refused = new Map() }: Locks,
): EventGround {
  const { layout, eventSettings, rows } = tab;
  return {
    rows: rows.map(({ rowNumber, values }) => eventRowOf(values, layout, locked.get(rowNumber) ?? NONE_LOCKED)),
    columns: [...layout.columns.keys()],
    choices: { ...eventSettings, isOnePrice: layout.isOnePrice, allowed, refused },
    lockedBelow,
    lines,
    ownMark: fileMark(),
  };
}

const NONE_LOCKED: ReadonlySet<EventFieldName> = new Set();

/** What reading messages needs to know of now and here. */
export function sayContextOf(timeZone: string): SayContext {
  const format = wallTimeFormatter(timeZone);
  return { nowMs: Date.now(), wallTime: (ms) => format(new Date(ms)) };
}
