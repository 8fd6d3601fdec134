/** Which moves bring columns side by side behind another. */

/** One column put in front of another; both numbers count from 1, as the columns stand before this move. */
export interface ColumnMove {
  readonly from: number;
  readonly before: number;
}

/**
 * The moves, one after the other, that bring columns side by side, in their order, after another column.
 *
 * @param moved Indexes of the columns to be moved, in the order in which they shall stand.
 * @param columnCount How many columns there are.
 * @param afterIndex The column they follow; absent: they follow all others. It is not one of them.
 */
export function movesAfter(
  moved: readonly number[],
  columnCount: number,
  afterIndex: number | undefined,
): readonly ColumnMove[] {
  const order = Array.from({ length: columnCount }, (_, index) => index);
  const others = order.filter((index) => !moved.includes(index));
  const lead = afterIndex ?? others[others.length - 1];
  const moves: ColumnMove[] = [];
  let previous = lead;
  for (const index of moved) {
    const from = order.indexOf(index);
    const place = previous === undefined ? 0 : order.indexOf(previous) + 1;
    previous = index;
    if (from === place) continue;
    moves.push({ from: from + 1, before: place + 1 });
    order.splice(from, 1);
    order.splice(from < place ? place - 1 : place, 0, index);
  }
  return moves;
}
