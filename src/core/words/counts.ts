/** How many, in words: rows, statuses, headers, and how far something is. */
import { type StatusCounts, type StatusTone, SYNC_STATUSES, type SyncStatus, toneOf } from './statuses.ts';

/** ` (37 hidden rows and 2 blank rows left out)`, or `''` when none were. */
export function leftOutWords(hiddenRows: number, blankRows: number): string {
  const parts = [countWords(hiddenRows, 'hidden row'), countWords(blankRows, 'blank row')].filter(
    (part) => part !== '',
  );
  return parts.length === 0 ? '' : ` (${parts.join(' and ')} left out)`;
}

/** `1 row`, `12 rows`; `''` for none. */
export function countWords(count: number, noun: string): string {
  if (count === 0) return '';
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** A count with its noun: `1 row`, `1,200 rows`. */
export function count(howMany: number, noun: string): string {
  return `${howMany.toLocaleString('en-US')} ${noun}${howMany === 1 ? '' : 's'}`;
}

/** Which rows, the first of them by number: `Rows 3, 7 and 9`, `Rows 3, 4, 5, 6, 7 and 7 more`. */
export function rowsWords(rowNumbers: readonly number[], howMany: number): string {
  const named = rowNumbers.slice(0, MOST_ROWS);
  const untold = howMany - named.length;
  if (howMany === 1) return `Row ${named.join()}`;
  if (untold > 0) return `Rows ${named.join(', ')} and ${untold} more`;
  return `Rows ${named.slice(0, -1).join(', ')} and ${named.slice(-1).join()}`;
}

/** More rows than this are counted rather than named. */
const MOST_ROWS = 5;

/** Sooner than this nothing can be said of a pace, in milliseconds. */
const SHORTEST_MEASURE_MS = 3000;

/** How fast rows go and how long the rest takes: `120 rows a minute · about 3 minutes left`; `''` while it cannot be told. */
export function paceWords(
  { done, total }: { readonly done: number; readonly total: number },
  { doneSince, elapsedMs }: { readonly doneSince: number; readonly elapsedMs: number },
): string {
  if (doneSince < 1 || elapsedMs < SHORTEST_MEASURE_MS) return '';
  const perMinute = (doneSince * 60_000) / elapsedMs;
  const minutesLeft = (total - done) / perMinute;
  const left = minutesLeft < 1 ? 'less than a minute left' : `about ${count(Math.round(minutesLeft), 'minute')} left`;
  return `${count(Math.max(1, Math.round(perMinute)), 'row')} a minute · ${left}`;
}

/** The rows left out of a selection, or `''` when there are none: `1 hidden and 2 blank rows left out`. */
export function leftOutNote(left: { readonly hiddenRows: number; readonly blankRows: number }): string {
  const { hiddenRows, blankRows } = left;
  if (hiddenRows > 0 && blankRows > 0) return `${hiddenRows} hidden and ${count(blankRows, 'blank row')} left out`;
  if (hiddenRows > 0) return `${count(hiddenRows, 'hidden row')} left out`;
  return blankRows > 0 ? `${count(blankRows, 'blank row')} left out` : '';
}

/** More headers than this are counted rather than named. */
const MOST_HEADERS = 6;

/** Headers in quotes, the first of them if there are many: `“Beds”, “Baths” and 3 more`. */
export function someHeaders(headers: readonly string[]): string {
  const named = headers.slice(0, MOST_HEADERS).map((header) => `“${header}”`);
  const untold = headers.length - named.length;
  return untold === 0 ? named.join(', ') : `${named.join(', ')} and ${untold} more`;
}

/** `118 Updated, 3 Rejected, 1 Invalid` in the order of the statuses; `no rows` for none. */
export function countsWords(counts: StatusCounts): string {
  const parts = SYNC_STATUSES.flatMap(({ status }) => {
    const count = counts[status] ?? 0;
    return count === 0 ? [] : [`${count} ${status}`];
  });
  return parts.length === 0 ? 'no rows' : parts.join(', ');
}

/** How many rows the counts hold in all. */
export function rowCount(counts: StatusCounts): number {
  return Object.values(counts).reduce((sum, rows) => sum + rows, 0);
}

/** Rows whose status asks for a person or for another run. */
export function problemCount(counts: StatusCounts): number {
  return SYNC_STATUSES.filter(({ status }) => isProblem(toneOf(status))).reduce(
    (sum, { status }) => sum + (counts[status] ?? 0),
    0,
  );
}

/** A status that occurred, for a chip. */
export interface StatusCount {
  readonly status: SyncStatus;
  readonly tone: StatusTone;
  readonly meaning: string;
  readonly rows: number;
}

/** The statuses that occurred, in the order in which people see them. */
export function occurringStatuses(counts: StatusCounts): readonly StatusCount[] {
  return SYNC_STATUSES.flatMap((entry) => {
    const rows = counts[entry.status] ?? 0;
    return rows === 0 ? [] : [{ ...entry, rows }];
  });
}

/** Rows that another run of the scope `failed` takes up again. */
export function retriableRows(run: { readonly counts: StatusCounts; readonly changedRows: number }): number {
  const { counts, changedRows } = run;
  return (counts.Failed ?? 0) + (counts.Unconfirmed ?? 0) + (counts.Sending ?? 0) + changedRows;
}

/** How far a run is: `3 of 10 rows`. */
export function progressWords({ done, total }: { readonly done: number; readonly total: number }): string {
  return `${done.toLocaleString('en-US')} of ${count(total, 'row')}`;
}

function isProblem(tone: ReturnType<typeof toneOf>): boolean {
  return tone === 'problem' || tone === 'pending';
}
