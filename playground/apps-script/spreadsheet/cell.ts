/** What a cell holds: a bare value where nothing else is known of it, an object with its other parts where there is. */
import type { CellParts } from './writes.ts';

/** A stored value. Dates and times are numbers (days since 1899-12-30) that a number format shows as such. */
export type StoredValue = string | number | boolean | undefined;

/** A cell of which more is known than a value. */
export interface Cell extends Partial<CellParts> {
  readonly value?: StoredValue;
  /** With its leading `=`. */
  readonly formula?: string;
  /** Text that was marked as such with a leading apostrophe. */
  readonly isQuoted?: boolean;
}

/** How cells are stored: most are bare values, and empty ones are nothing at all. */
export type Slot = StoredValue | Cell;

const EMPTY: Cell = {};

/** The cell behind a slot. */
export function cellOf(slot: Slot): Cell {
  if (slot === undefined) return EMPTY;
  return typeof slot === 'object' ? slot : { value: slot };
}

/** The most compact slot for a cell. */
export function slotOf(cell: Cell): Slot {
  for (const name in cell) {
    if (name !== 'value') return cell;
  }
  return cell.value;
}

/** The cell without the named parts. */
export function without(cell: Cell, parts: readonly (keyof Cell)[]): Cell {
  const rest = { ...cell };
  for (const part of parts) delete rest[part];
  return rest;
}

/** Whether the cell counts as content for `getLastRow`: a value, or a formula even if it yields nothing. */
export function hasContent(slot: Slot): boolean {
  if (typeof slot !== 'object') return slot !== undefined;
  return slot.value !== undefined || slot.formula !== undefined;
}
