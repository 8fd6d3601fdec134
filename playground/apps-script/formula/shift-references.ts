/** Rewrites the references of a formula when rows or columns move, as Sheets does. */
import { columnLetters } from './column-letters.ts';
import { type CellReference, type FormulaToken, tokenizeFormula } from './formula-tokens.ts';

type Axis = 'rows' | 'columns';

/** Where a row or column number has gone; `undefined` if it was deleted. */
export type NumberMap = (number: number) => number | undefined;

/** Follows the cells of one tab that rows or columns were inserted into, deleted from or moved within. */
export function followCells(
  formula: string,
  decimal: '.' | ',',
  axis: Axis,
  map: NumberMap,
  isAboutTab: (tabName: string | undefined) => boolean,
): string {
  return rewrite(formula, decimal, (token) => {
    if (!isAboutTab(token.from.tabName)) return token.text;
    return token.to === undefined ? followCell(token, axis, map) : followRange(token, token.to, axis, map);
  });
}

/** Carries a formula to another row: references that are not fixed move along. */
export function carryToRow(formula: string, decimal: '.' | ',', fromRowNumber: number, toRowNumber: number): string {
  const offset = toRowNumber - fromRowNumber;
  if (offset === 0) return formula;
  return rewrite(formula, decimal, (token) => {
    // Only references to the row itself travel in a sort; others keep pointing where they did.
    const move = (corner: CellReference) =>
      corner.rowNumber === fromRowNumber && !corner.isRowFixed ? { ...corner, rowNumber: toRowNumber } : corner;
    return write(token, move(token.from), token.to && move(token.to));
  });
}

/** Shifts every unfixed reference, as the formula of a conditional format is applied cell by cell. */
export function offsetReferences(formula: string, decimal: '.' | ',', rows: number, columns: number): string {
  return rewrite(formula, decimal, (token) => {
    const move = (corner: CellReference): CellReference => ({
      ...corner,
      ...(corner.rowNumber === undefined || corner.isRowFixed ? {} : { rowNumber: corner.rowNumber + rows }),
      ...(corner.columnNumber === undefined || corner.isColumnFixed
        ? {}
        : { columnNumber: corner.columnNumber + columns }),
    });
    return write(token, move(token.from), token.to && move(token.to));
  });
}

type ReferenceToken = Extract<FormulaToken, { kind: 'reference' }>;

function rewrite(formula: string, decimal: '.' | ',', change: (token: ReferenceToken) => string): string {
  const tokens = tokenizeFormula(formula.slice(1), decimal);
  if (tokens === undefined) return formula;
  return `=${tokens.map((token) => (token.kind === 'reference' ? change(token) : token.text)).join('')}`;
}

function followCell(token: ReferenceToken, axis: Axis, map: NumberMap): string {
  const moved = follow(token.from, axis, map);
  return moved === undefined ? '#REF!' : write(token, moved, undefined);
}

/** A range shrinks to what is left of it, and is lost only when nothing is. */
function followRange(token: ReferenceToken, to: CellReference, axis: Axis, map: NumberMap): string {
  const [first, last] = [numberOn(token.from, axis), numberOn(to, axis)];
  if (first === undefined || last === undefined) return token.text;
  let [start, end] = [first, last];
  while (start <= last && map(start) === undefined) start++;
  while (end >= first && map(end) === undefined) end--;
  if (start > end) return '#REF!';
  const at = (corner: CellReference, number: number) => follow(withNumber(corner, axis, number), axis, map) ?? corner;
  return write(token, at(token.from, start), at(to, end));
}

function numberOn(corner: CellReference, axis: Axis): number | undefined {
  return axis === 'rows' ? corner.rowNumber : corner.columnNumber;
}

function withNumber(corner: CellReference, axis: Axis, number: number): CellReference {
  return axis === 'rows' ? { ...corner, rowNumber: number } : { ...corner, columnNumber: number };
}

function follow(corner: CellReference, axis: Axis, map: NumberMap): CellReference | undefined {
  const number = numberOn(corner, axis);
  if (number === undefined) return corner;
  const moved = map(number);
  return moved === undefined ? undefined : withNumber(corner, axis, moved);
}

function write(token: ReferenceToken, from: CellReference, to: CellReference | undefined): string {
  const isOffGrid = [from, to].some((corner) => (corner?.rowNumber ?? 1) < 1 || (corner?.columnNumber ?? 1) < 1);
  if (isOffGrid) return '#REF!';
  const prefix = /^(?:'(?:[^']|'')+'|[A-Za-z_][\w.]*)!/.exec(token.text)?.[0] ?? '';
  return prefix + writeCorner(from) + (to === undefined ? '' : `:${writeCorner(to)}`);
}

function writeCorner(corner: CellReference): string {
  const column =
    corner.columnNumber === undefined ? '' : (corner.isColumnFixed ? '$' : '') + columnLetters(corner.columnNumber);
  const row = corner.rowNumber === undefined ? '' : (corner.isRowFixed ? '$' : '') + corner.rowNumber;
  return column + row;
}
