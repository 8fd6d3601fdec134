/** Looks at equal cells of a column once: status, city, price range and most other columns repeat themselves. */
import type { Cell, CellValue } from '../../sheet/table.ts';

/** A function of a cell's parts, as rows keep them. */
export type CellFunction<Result> = (value: CellValue, text: string, link: string | undefined) => Result;

/** Longer texts hardly ever come twice. */
const LONGEST_REMEMBERED_CHARACTERS = 40;

/** Bounds the memory a column can take. */
const MOST_REMEMBERED_CELLS = 300;

/** A column whose first cells are all different holds IDs, prices or addresses: looking them up would be wasted. */
const ENOUGH_WITHOUT_REPEAT = 50;

/**
 * A function that does what `read` does, and remembers what it made of a cell for as long as the column seems to repeat
 * itself.
 *
 * @param read Depends on nothing but the cell; its result is shared by all cells that hold and show the same.
 */
export function rememberCells<Result>(read: (cell: Cell) => Result): CellFunction<Result> {
  const known = new Map<CellValue, { readonly text: string; readonly result: Result }>();
  let hasRepeated = false;
  return (value, text, link) => {
    if (link !== undefined) return read({ value, text, link });
    const isHopeless = !hasRepeated && known.size >= ENOUGH_WITHOUT_REPEAT;
    if (isHopeless || !canComeTwice(value)) return read({ value, text });
    const remembered = known.get(value);
    if (remembered !== undefined && remembered.text === text) {
      hasRepeated = true;
      return remembered.result;
    }
    const result = read({ value, text });
    if (known.size < MOST_REMEMBERED_CELLS) known.set(value, { text, result });
    return result;
  };
}

/** Dates are objects, of which no two are the same. */
function canComeTwice(value: CellValue): boolean {
  return typeof value === 'string' ? value.length <= LONGEST_REMEMBERED_CHARACTERS : typeof value !== 'object';
}
