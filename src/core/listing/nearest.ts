/** Finds the known word a person probably meant, for a message that can say "did you mean". */

/**
 * The number of typing errors between two texts: letters added, dropped, replaced, or two neighbours swapped. Counting
 * stops at `limit`, so any answer above it only means "more".
 */
export function editDistance(from: string, to: string, limit: number): number {
  if (Math.abs(from.length - to.length) > limit) return limit + 1;
  let beforeLast: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let fromIndex = 0; fromIndex < from.length; fromIndex += 1) {
    const row = nextRow(from, to, fromIndex, last, beforeLast);
    if (Math.min(...row) > limit) return limit + 1;
    beforeLast = last;
    last = row;
  }
  return last[to.length] ?? limit + 1;
}

/**
 * The candidate with the fewest typing errors, at most one per three letters and never more than three; the first of
 * equals. `undefined` when none is near.
 */
export function nearestWord(text: string, candidates: readonly string[]): string | undefined {
  let limit = Math.min(3, Math.floor(text.length / 3));
  let nearest: string | undefined;
  for (const candidate of candidates) {
    const distance = editDistance(text, candidate, limit);
    if (distance > limit) continue;
    nearest = candidate;
    limit = distance - 1;
    if (limit < 0) break;
  }
  return nearest;
}

/** One row of the table of distances between prefixes (optimal string alignment). */
function nextRow(
  from: string,
  to: string,
  fromIndex: number,
  last: readonly number[],
  beforeLast: readonly number[],
): readonly number[] {
  const row = [fromIndex + 1];
  for (let toIndex = 0; toIndex < to.length; toIndex += 1) {
    const isSame = from[fromIndex] === to[toIndex];
    const replaced = at(last, toIndex) + (isSame ? 0 : 1);
    const shortest = Math.min(replaced, at(last, toIndex + 1) + 1, at(row, toIndex) + 1);
    const isSwap = !isSame && from[fromIndex] === to[toIndex - 1] && from[fromIndex - 1] === to[toIndex];
    row.push(isSwap ? Math.min(shortest, at(beforeLast, toIndex - 1) + 1) : shortest);
  }
  return row;
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Number.MAX_SAFE_INTEGER;
}
