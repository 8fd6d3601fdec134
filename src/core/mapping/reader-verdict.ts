/** Asks a field's reader what it makes of a column: it knows more of a single cell than the look of all of them says. */
import { type FieldName, fieldDefinition } from '../listing/fields.ts';
import { fieldReader } from '../listing/read-field.ts';
import type { ColumnCells } from './column-cells.ts';

/** What a reader makes of a column's cells, as shares of those that hold anything. */
export interface ReaderVerdict {
  /** It takes them. */
  readonly taken: number;
  /** It cannot take them and says why, so that a person knows what to do. */
  readonly explained: number;
}

/** So many cells, spread over the column, are enough. */
const ASKED_CELLS = 40;

/** What the reader of a field makes of a column's cells, wherever the sheet is from. */
export function readerVerdict(cells: ColumnCells, field: FieldName, header: string): ReaderVerdict {
  const read = fieldReader({ ...fieldDefinition(field), name: field }, { locale: '', today: '' }, header);
  const readings = filledIndexes(cells)
    .map((index) => read(cells.cellAt(index)))
    .filter((reading) => reading.kind !== 'empty');
  const share = (isSo: (reading: (typeof readings)[number]) => boolean) =>
    readings.length === 0 ? 0 : readings.filter(isSo).length / readings.length;
  return {
    taken: share(({ kind }) => kind === 'value'),
    explained: share((reading) => reading.kind === 'unreadable' && reading.because !== undefined),
  };
}

/** The rows of some filled cells, spread over the column. */
export function filledIndexes(cells: ColumnCells): readonly number[] {
  const filled: number[] = [];
  for (let index = 0; index < cells.length; index += 1) if (cells.valueAt(index) !== '') filled.push(index);
  const step = Math.ceil(filled.length / ASKED_CELLS);
  return filled.filter((_, position) => position % step === 0);
}
