/** The columns of a tab, prepared once for all steps of matching. */

import type { Cell } from '../sheet/table.ts';
import { ownColumnIndexes } from '../words/own-headers.ts';
import { type ColumnCells, cellsOfList } from './column-cells.ts';
import { type ColumnShape, shapeOfCells } from './column-shape.ts';
import { type HeaderMeaning, meaningsOf } from './header-meanings.ts';
import { headerKeys } from './normalize-header.ts';
import type { ColumnSample } from './proposal.ts';

/** A headed column with everything that can be known of it alone. */
export interface TabColumn {
  readonly columnIndex: number;
  /** Trimmed, never blank. */
  readonly header: string;
  /** The header's lookup form with signs. */
  readonly key: string;
  /** Some of its cells, of the same rows as those of every other column. */
  readonly cells: readonly Cell[];
  /** All of its cells. */
  readonly whole: ColumnCells;
  /** What its cells look like, over its whole length. */
  readonly shape: ColumnShape;
  /** The fields that its header may stand for. */
  readonly meanings: readonly HeaderMeaning[];
  /** Whether another column has the very same header, so that no source can name this one. */
  readonly isDuplicate: boolean;
}

/** Prepares the columns that can feed fields: those with a header, without the add-on's own. */
export function tabColumns(columns: readonly ColumnSample[]): readonly TabColumn[] {
  const headers = columns.map((column) => column.header.trim());
  const own = ownColumnIndexes(headers);
  const timesSeen = new Map<string, number>();
  for (const header of headers) timesSeen.set(header, (timesSeen.get(header) ?? 0) + 1);
  return columns.flatMap(({ cells, whole = cellsOfList(cells) }, columnIndex) => {
    const header = headers[columnIndex] ?? '';
    if (header === '' || own.has(columnIndex)) return [];
    const isDuplicate = (timesSeen.get(header) ?? 0) > 1;
    const { signed: key } = headerKeys(header);
    const shape = shapeOfCells(whole);
    return [{ columnIndex, header, key, cells, whole, shape, meanings: meaningsOf(header), isDuplicate }];
  });
}
