/** Whether what is known of a selection still holds when the run begins, minutes later. */
import { plainText, type Table, type TableRow } from '../sheet/table.ts';
import { murmurHash } from '../terms/murmur-hash.ts';

/**
 * A name for the keys of rows in their order, by which rows that were moved are noticed; a key may be the address behind a
 * word. Rows without a key are never sent, so nothing else of them counts.
 */
export function rowOrder(
  { rows }: Pick<Table, 'rows'>,
  rowNumbers: readonly number[],
  keyColumnIndexes: readonly number[],
): string {
  const wanted = new Set(rowNumbers);
  const indexes = [...new Set(keyColumnIndexes)];
  const keyOf = ({ values, links }: TableRow) =>
    indexes.map((index) => links?.[index] ?? plainText(values[index] ?? '').trim());
  const keys = rows.flatMap((row) => (wanted.has(row.rowNumber) ? [[row.rowNumber, ...keyOf(row)].join('\0')] : []));
  return murmurHash(keys.join('\n'));
}

/** At most so many rows at the edges of hidden blocks, and as many spread over a selection of more than twice that. */
const SAMPLE_ROWS = 1_000;

/** Successive multiples of it, without their whole part, are spread evenly over [0, 1), wherever one stops. */
const GOLDEN_RATIO = (Math.sqrt(5) - 1) / 2;

/**
 * The rows that show whether a filter was changed, or rows were hidden, shown or moved, since they were asked about: those
 * where hidden and visible rows meet, and then some of all others, each in an order in which a first part stands for all.
 */
export function rowsToAskAgain(selected: readonly number[], hidden: ReadonlySet<number>): readonly number[] {
  const isHidden = selected.map((rowNumber) => hidden.has(rowNumber));
  const edges = selected.filter(
    (_, index) => isHidden[index] !== isHidden[index - 1] || isHidden[index] !== isHidden[index + 1],
  );
  const others = selected.length <= 2 * SAMPLE_ROWS ? selected : thinned(selected);
  return [...new Set([...spread(thinned(edges)), ...spread(others)])];
}

/** In an order in which any first part stands for the whole. */
function spread(rowNumbers: readonly number[]): readonly number[] {
  const turns = rowNumbers.map((rowNumber, index) => ({ rowNumber, turn: (index * GOLDEN_RATIO) % 1 }));
  return turns.sort((a, b) => a.turn - b.turn).map(({ rowNumber }) => rowNumber);
}

/** Not all of many: every second one, every third … */
function thinned(rowNumbers: readonly number[]): readonly number[] {
  const step = Math.ceil(rowNumbers.length / SAMPLE_ROWS);
  return rowNumbers.filter((_, index) => index % step === 0);
}
