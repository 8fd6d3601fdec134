/** What the terminal prints about a run: the rows in aligned columns, then the sums. */
import type { JournalEntry } from '../platform/platform.ts';
import type { RowOutcome } from './row-outcomes.ts';

/** The sums of a run. */
export interface RunSums {
  readonly counts: Readonly<Record<string, number>>;
  readonly blankRows: number;
  readonly requests: number;
  readonly virtualMs: number;
}

const MAX_LABEL_CHARACTERS = 36;

/** One line a row under a line of titles; a detail keeps to its line. */
export function outcomeLines(outcomes: readonly RowOutcome[]): readonly string[] {
  const table = [
    ['Row', 'Label', 'Status', 'Detail'],
    ...outcomes.map(({ rowNumber, label, status, detail }) => [
      String(rowNumber),
      shorten(oneLine(label)),
      status,
      oneLine(detail),
    ]),
  ];
  const widths = [0, 1, 2].map((column) => Math.max(...table.map((row) => (row[column] ?? '').length)));
  return table.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

/** Rows named in a line of causes. */
const MAX_NAMED_ROWS = 8;

/** The rows that need somebody, put together by cause: `12 Invalid (rows 2, 5, …): Empty: Year built. …`; most rows first. */
export function causeLines(outcomes: readonly RowOutcome[]): readonly string[] {
  const groups = new Map<string, RowOutcome[]>();
  for (const outcome of outcomes.filter(({ status }) => !DONE_STATUSES.has(status))) {
    const key = `${outcome.status} ${causeOf(outcome.detail)}`;
    groups.set(key, [...(groups.get(key) ?? []), outcome]);
  }
  const sorted = [...groups.values()].sort((one, other) => other.length - one.length);
  return sorted.flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const named = group.slice(0, MAX_NAMED_ROWS).map(({ rowNumber }) => rowNumber);
    const rows = `${group.length === 1 ? 'row' : 'rows'} ${named.join(', ')}${group.length > named.length ? ', …' : ''}`;
    return [`${group.length} ${first.status} (${rows}): ${oneLine(first.detail)}`];
  });
}

/** Statuses of rows that the platform has as they are. */
export const DONE_STATUSES: ReadonlySet<string> = new Set(['Pushed', 'Updated', 'Deleted', 'Unchanged']);

/** A detail without what belongs to its row alone: quoted texts, keys and numbers. */
function causeOf(detail: string): string {
  return oneLine(detail)
    .replaceAll(/“[^”]*”/g, '“”')
    .replaceAll(/https?:\/\/\S+/g, '')
    .replaceAll(/\S*\d\S*/g, '');
}

/** Such as `30 rows: 27 Updated, 3 Invalid; 1 blank row left out.` and `27 requests, 14.2 virtual seconds.` */
export function sumLines({ counts, blankRows, requests, virtualMs }: RunSums): readonly string[] {
  const entries = Object.entries(counts).filter(([, count]) => count > 0);
  const rows = entries.reduce((sum, [, count]) => sum + count, 0);
  const parts = entries.map(([status, count]) => `${count} ${status}`).join(', ');
  const blanks = blankRows === 0 ? '' : `; ${counted(blankRows, 'blank row')} left out`;
  return [
    `${counted(rows, 'row')}${parts === '' ? '' : `: ${parts}`}${blanks}.`,
    `${counted(requests, 'request')}, ${(virtualMs / 1000).toFixed(1)} virtual seconds.`,
  ];
}

/** What the stand-in received, such as `RealEstateUpdate: 350 requests; Status 340 Active, 10 PreOnMarket.` */
export function receivedLines(entries: readonly Pick<JournalEntry, 'endpoint' | 'body'>[]): readonly string[] {
  const endpoints = [...new Set(entries.map((entry) => entry.endpoint))];
  return endpoints.map((endpoint) => {
    const bodies = entries.filter((entry) => entry.endpoint === endpoint).map((entry) => entry.body);
    const choices = ['SaleType', 'Status'].flatMap((member) => {
      const words = tally(bodies.flatMap((body) => textMember(body, member)));
      return words === '' ? [] : [`; ${member} ${words}`];
    });
    return `${endpoint}: ${counted(bodies.length, 'request')}${choices.join('')}.`;
  });
}

function textMember(body: unknown, member: string): readonly string[] {
  if (typeof body !== 'object' || body === null) return [];
  const value: unknown = Object.entries(body).find(([name]) => name === member)?.[1];
  return typeof value === 'string' ? [value] : [];
}

function tally(texts: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].map(([text, count]) => `${count} ${text}`).join(', ');
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

function shorten(text: string): string {
  return text.length <= MAX_LABEL_CHARACTERS ? text : `${text.slice(0, MAX_LABEL_CHARACTERS - 1)}…`;
}
