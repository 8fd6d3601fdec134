/** What the terminal prints about a run: the rows in aligned columns, then the sums. */
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

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

function shorten(text: string): string {
  return text.length <= MAX_LABEL_CHARACTERS ? text : `${text.slice(0, MAX_LABEL_CHARACTERS - 1)}…`;
}
