/** The cells of a tab: rows of slots, allocated only as far as something was ever put there. */
import { type Area, lastColumnOf, lastRowOf } from './area.ts';
import { type Cell, cellOf, hasContent, type Slot, slotOf } from './cell.ts';

/** The number of the last row and column that hold content; 0 for none. */
export interface Extent {
  readonly lastRowNumber: number;
  readonly lastColumnNumber: number;
}

/** A sparse grid of cells. Numbers count from 1; nothing here knows the size of the tab. */
export class Grid {
  #rows: (Slot[] | undefined)[] = [];
  #extent: Extent | undefined;

  /** The slot at a place. */
  at(rowNumber: number, columnNumber: number): Slot {
    return this.#rows[rowNumber - 1]?.[columnNumber - 1];
  }

  /** The slots of a row, from the first column to the last one ever used; `undefined` if nothing was put there. */
  row(rowNumber: number): readonly Slot[] | undefined {
    return this.#rows[rowNumber - 1];
  }

  /** The cell at a place, with all its parts. */
  cellAt(rowNumber: number, columnNumber: number): Cell {
    return cellOf(this.at(rowNumber, columnNumber));
  }

  /** Puts a cell at a place. */
  put(rowNumber: number, columnNumber: number, cell: Cell): void {
    this.putSlot(rowNumber, columnNumber, slotOf(cell));
  }

  /** Puts a slot at a place. */
  putSlot(rowNumber: number, columnNumber: number, slot: Slot): void {
    this.#extent = undefined;
    const row = this.#rows[rowNumber - 1];
    if (row !== undefined) row[columnNumber - 1] = slot;
    else if (slot !== undefined) {
      const fresh: Slot[] = [];
      fresh[columnNumber - 1] = slot;
      this.#rows[rowNumber - 1] = fresh;
    }
  }

  /** Replaces every cell of an area that exists so far by what `change` makes of it. */
  changeExisting(area: Area, change: (cell: Cell) => Cell): void {
    this.#extent = undefined;
    const lastRow = Math.min(lastRowOf(area), this.#rows.length);
    for (let rowNumber = area.rowNumber; rowNumber <= lastRow; rowNumber++) {
      const row = this.#rows[rowNumber - 1];
      const lastColumn = Math.min(lastColumnOf(area), row?.length ?? 0);
      for (let columnNumber = area.columnNumber; columnNumber <= lastColumn; columnNumber++) {
        const slot = row?.[columnNumber - 1];
        if (row !== undefined && slot !== undefined) row[columnNumber - 1] = slotOf(change(cellOf(slot)));
      }
    }
  }

  /** Calls `visit` for every cell that has something. */
  forEach(visit: (cell: Cell, rowNumber: number, columnNumber: number) => void): void {
    this.#rows.forEach((row, rowIndex) => {
      row?.forEach((slot, columnIndex) => {
        if (slot !== undefined) visit(cellOf(slot), rowIndex + 1, columnIndex + 1);
      });
    });
  }

  /** A block of slots; rows and cells that were never touched are `undefined`. */
  block(area: Area): Slot[][] {
    return Array.from({ length: area.rowCount }, (_, index) => {
      const row = this.#rows[area.rowNumber - 1 + index];
      return Array.from({ length: area.columnCount }, (_, at) => row?.[area.columnNumber - 1 + at]);
    });
  }

  /** Opens a gap of empty rows. */
  insertRows(beforeNumber: number, count: number): void {
    if (beforeNumber > this.#rows.length) return;
    this.#extent = undefined;
    const gap = new Array<Slot[] | undefined>(count).fill(undefined);
    this.#rows = [...this.#rows.slice(0, beforeNumber - 1), ...gap, ...this.#rows.slice(beforeNumber - 1)];
  }

  /** Takes rows out. */
  deleteRows(number: number, count: number): void {
    this.#extent = undefined;
    this.#rows.splice(number - 1, count);
  }

  /** Opens a gap of empty columns. */
  insertColumns(beforeNumber: number, count: number): void {
    this.#changeRows((row) => {
      if (row.length >= beforeNumber) row.splice(beforeNumber - 1, 0, ...new Array<Slot>(count).fill(undefined));
    });
  }

  /** Takes columns out. */
  deleteColumns(number: number, count: number): void {
    this.#changeRows((row) => {
      row.splice(number - 1, count);
    });
  }

  /** Moves columns in front of another; `beforeNumber` is counted before the move. */
  moveColumns(number: number, count: number, beforeNumber: number): void {
    this.#changeRows((row) => {
      if (row.length < Math.min(number, beforeNumber)) return;
      // A short row must be filled up, or splicing would put the cells at its end instead of their column.
      while (row.length < Math.max(number + count - 1, beforeNumber - 1)) row.push(undefined);
      const moved = row.splice(number - 1, count);
      row.splice(beforeNumber > number ? beforeNumber - 1 - count : beforeNumber - 1, 0, ...moved);
    });
  }

  /** The extent of the content. */
  extent(): Extent {
    this.#extent ??= this.#measure();
    return this.#extent;
  }

  #changeRows(change: (row: Slot[]) => void): void {
    this.#extent = undefined;
    for (const row of this.#rows) if (row !== undefined) change(row);
  }

  #measure(): Extent {
    let lastRowNumber = 0;
    let lastColumnNumber = 0;
    this.#rows.forEach((row, rowIndex) => {
      const lastIndex = row?.findLastIndex(hasContent) ?? -1;
      if (lastIndex >= 0) lastRowNumber = rowIndex + 1;
      lastColumnNumber = Math.max(lastColumnNumber, lastIndex + 1);
    });
    return { lastRowNumber, lastColumnNumber };
  }
}
