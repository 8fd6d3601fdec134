/** Tabs and writes for the tests of what a run writes, by intent. */
import type { CellBlock } from '../../../src/core/own-cells/cell-blocks.ts';
import type { Ground } from '../../../src/core/own-cells/place-writes.ts';
import type { StatusWrite } from '../../../src/core/own-cells/row-cells.ts';
import { allStatusColumns, findStatusColumns, type StatusCells } from '../../../src/core/own-cells/status-columns.ts';
import type { CellValue, Table } from '../../../src/core/sheet/table.ts';

export const OWN_HEADERS: readonly string[] = ['Sync status', 'Sync detail', 'Synced at', 'Sync mark'];

export function tableOf(headers: readonly string[], headerRowNumber = 1): Table {
  return { headers, headerRowNumber, rows: [], sampleRows: [] };
}

/** A tab whose rows are known by the texts of their first cell, with what the test says instead. */
export function groundOf(
  headers: readonly string[],
  { headerRowNumber = 1, ...change }: Partial<Omit<Ground, 'table'>> & { headerRowNumber?: number } = {},
): Ground {
  const own = change.own ?? allStatusColumns(findStatusColumns(headers));
  if (own === undefined) throw new Error('The tab has no columns of the add-on.');
  return { table: tableOf(headers, headerRowNumber), keyColumnIndexes: [0], ...change, own };
}

/** A status with `d`, `t` and `f` in the other three cells, where nothing else is said. */
export function statusCells(status: string, change: Partial<StatusCells> = {}): StatusCells {
  return { status, detail: 'd', syncedAt: 't', mark: 'f', ...change };
}

/** The write of a row that is known by the text of its key cell. */
export function statusWrite(
  rowNumber: number,
  key: string,
  status: string,
  change: Partial<StatusCells> = {},
): StatusWrite {
  return { rowNumber, identity: `key\u00000\u0000${key}`, cells: statusCells(status, change) };
}

/** The tab after the blocks were written; like Sheets, it refuses a block that is no rectangle. */
export function applyBlocks(
  rows: readonly (readonly (CellValue | undefined)[])[],
  blocks: readonly CellBlock[],
): readonly (readonly (CellValue | undefined)[])[] {
  const next = rows.map((row) => [...row]);
  for (const { firstRowNumber, firstColumnNumber, texts } of blocks) {
    const widths = new Set(texts.map((row) => row.length));
    if (widths.size !== 1 || widths.has(0)) throw new Error('A block must be a rectangle.');
    texts.forEach((row, rowOffset) => {
      next[firstRowNumber - 1 + rowOffset]?.splice(firstColumnNumber - 1, row.length, ...row);
    });
  }
  return next;
}
