/** Tabs and writes for the tests of what a run writes, by intent. */
import type { TextBlock } from '../../../src/core/own-cells/place-writes.ts';
import type { StatusWrite } from '../../../src/core/own-cells/row-cells.ts';
import type { StatusCells } from '../../../src/core/own-cells/status-columns.ts';
import type { Table } from '../../../src/core/sheet/table.ts';

export const OWN_HEADERS: readonly string[] = ['Sync status', 'Sync detail', 'Synced at', 'Sync fingerprint'];

export function tableOf(headers: readonly string[], headerRowNumber = 1): Table {
  return { headers, headerRowNumber, rows: [], sampleRows: [] };
}

/** A status with `d`, `t` and `f` in the other three cells, where nothing else is said. */
export function statusCells(status: string, change: Partial<StatusCells> = {}): StatusCells {
  return { status, detail: 'd', syncedAt: 't', fingerprint: 'f', ...change };
}

/** The write of a row that is known by the text of its key cell. */
export function statusWrite(
  rowNumber: number,
  key: string,
  status: string,
  change: Partial<StatusCells> = {},
): StatusWrite {
  return { rowNumber, identity: `key\u0000${key}`, cells: statusCells(status, change) };
}

/** The tab after the blocks were written; like Sheets, it refuses a block that is no rectangle. */
export function applyBlocks(
  texts: readonly (readonly string[])[],
  blocks: readonly TextBlock[],
): readonly (readonly string[])[] {
  const next = texts.map((row) => [...row]);
  for (const { firstRowNumber, firstColumnNumber, texts: rows } of blocks) {
    const widths = new Set(rows.map((row) => row.length));
    if (widths.size !== 1 || widths.has(0)) throw new Error('A block must be a rectangle.');
    rows.forEach((row, rowOffset) => {
      next[firstRowNumber - 1 + rowOffset]?.splice(firstColumnNumber - 1, row.length, ...row);
    });
  }
  return next;
}
