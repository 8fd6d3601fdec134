/** Every request that left, with the rows of the sheet that it carried: one JSON object a line. */
import type { JournalEntry } from '../platform/platform.ts';
import type { Mapping } from './add-on.ts';

/** The sheet as shown, and how its rows are known. */
export interface SheetRows {
  readonly texts: readonly (readonly string[])[];
  readonly headerRowNumber: number;
  /** Headers of the columns that can hold the key of a listing. */
  readonly keyHeaders: readonly string[];
}

/** The lines: `{"row": 7, "endpoint": …, "body": …}`, or `"rows": […]` in the order of what the body lists. */
export function requestLines(
  entries: readonly Pick<JournalEntry, 'endpoint' | 'body'>[],
  sheet: SheetRows,
): readonly string[] {
  const rowsByKey = rowFinder(sheet);
  return entries.map(({ endpoint, body }) => {
    const names = namesIn(body);
    const rows = names.list.map((name) => rowsByKey(name, names.isId));
    const place = names.isList ? { rows } : { row: rows[0] ?? null };
    return JSON.stringify({ ...place, endpoint, body });
  });
}

/** The headers that can hold a key, by the tab's mapping. */
export function keyHeadersOf(mapping: Mapping): readonly string[] {
  return ['Key', 'MLSNumber', 'Url'].flatMap(
    (name) => mapping.fields.find(({ field }) => field === name)?.source?.header ?? [],
  );
}

interface Names {
  readonly list: readonly string[];
  readonly isList: boolean;
  /** Whether rows are known by the column *ID*. */
  readonly isId: boolean;
}

function namesIn(body: unknown): Names {
  const members: Readonly<Record<string, unknown>> = isRecord(body) ? body : {};
  const { Key: key, Keys: keys, rows } = members;
  if (Array.isArray(rows)) {
    const list = rows.map((row: unknown) => (isRecord(row) ? String(row.ID) : ''));
    return { list, isList: true, isId: true };
  }
  if (Array.isArray(keys)) return { list: keys.map(String), isList: keys.length !== 1, isId: false };
  return { list: [String(key)], isList: false, isId: false };
}

/** Finds the row of a key: one that was sent before one that was not, and the first of several. */
function rowFinder({ texts, headerRowNumber, keyHeaders }: SheetRows): (name: string, isId: boolean) => number | null {
  const headers = texts[headerRowNumber - 1] ?? [];
  const statusIndex = headers.indexOf('Sync status');
  const idIndex = headers.findIndex((header) => header.trim().toLowerCase() === 'id');
  const keyIndexes = keyHeaders.map((header) => headers.indexOf(header)).filter((index) => index !== -1);
  const found = new Map<string, { readonly rowNumber: number; readonly isHeld: boolean }>();
  texts.slice(headerRowNumber).forEach((row, offset) => {
    const isHeld = HELD.has(row[statusIndex] ?? '');
    const add = (name: string) => {
      const known = found.get(name);
      if (known === undefined || (known.isHeld && !isHeld)) {
        found.set(name, { rowNumber: headerRowNumber + 1 + offset, isHeld });
      }
    };
    if (idIndex !== -1) add(`id ${plain(row[idIndex] ?? '')}`);
    for (const index of keyIndexes) add(`key ${plain(row[index] ?? '')}`);
  });
  return (name, isId) => found.get(`${isId ? 'id' : 'key'} ${plain(name)}`)?.rowNumber ?? null;
}

/** Rows with these outcomes were not sent. */
const HELD: ReadonlySet<string> = new Set(['', 'Invalid', 'Skipped']);

/** A cell may show a number with signs, or an address without its scheme: only letters and digits are compared. */
function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/^0+(?=\d+$)/, '')
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
