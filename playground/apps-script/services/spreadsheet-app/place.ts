/** Reads and writes the cells of a place part by part: what `Range` and `RangeList` have in common. */

import { exception } from '../../machine/realm/exception.ts';
import { latency } from '../../machine/realm/session.ts';
import { type Area, cellCountOf } from '../../spreadsheet/area.ts';
import type { ReadableParts } from '../../spreadsheet/readable-parts.ts';
import type { Block, CellInput, CellParts, ClearParts } from '../../spreadsheet/writes.ts';
import { refuseOutsideAtUse } from './areas.ts';
import { eachOf, fillOf } from './blocks.ts';
import { bufferWrite, readDocument } from './document-access.ts';

/** Where cells are. */
export interface Place {
  readonly tabId: number;
  readonly area: Area;
}

type Part = keyof CellParts;

/** Reads a part of all cells into arrays of the add-on's realm. */
export function readPart<P extends keyof ReadableParts, T>(
  { tabId, area }: Place,
  part: P,
  convert: (content: ReadableParts[P]) => T,
): T[][] {
  refuseOutsideAtUse(tabId, area);
  const { sheetReadMs, sheetReadPer1000CellsMs } = latency();
  const costMs = sheetReadMs + (cellCountOf(area) / 1000) * sheetReadPer1000CellsMs;
  const rows = readDocument('readCells', { tabId, area, part }, costMs) as readonly (readonly ReadableParts[P][])[];
  return Array.from(rows, (row) => Array.from(row, convert));
}

/** Reads a part of the top-left cell. */
export function readFirst<P extends keyof ReadableParts, T>(
  { tabId, area }: Place,
  part: P,
  convert: (content: ReadableParts[P]) => T,
): T {
  const [[first] = []] = readPart({ tabId, area: { ...area, rowCount: 1, columnCount: 1 } }, part, convert);
  if (first === undefined) throw new Error('Emulator: Google answered no cell');
  return first;
}

/** Puts contents into the cells, as if typed. */
export function writeContents({ tabId, area }: Place, block: Block<CellInput>): void {
  bufferWrite({ kind: 'setValues', tabId, area, block });
}

/** Sets a part of all cells to the same. */
export function writeAll<P extends Part>({ tabId, area }: Place, part: P, content: CellParts[P]): void {
  bufferWrite({ kind: 'setPart', part, tabId, area, block: fillOf(content) });
}

/** Sets a part of each cell to its own. */
export function writeEach<P extends Part>(
  { tabId, area }: Place,
  part: P,
  contents: readonly (readonly unknown[])[],
  convert: (content: unknown) => CellParts[P],
): void {
  bufferWrite({ kind: 'setPart', part, tabId, area, block: eachOf(area, contents, convert) });
}

/** Takes parts of the cells away. */
export function clearParts({ tabId, area }: Place, parts: Partial<ClearParts>): void {
  const none = { contents: false, formats: false, notes: false, validations: false };
  bufferWrite({ kind: 'clear', tabId, area, parts: { ...none, ...parts } });
}

/** What is taken for a text: nothing is none. */
export function toText(value: unknown): string {
  return value === null ? '' : String(value);
}

/** What is taken for a number format. */
export function toFormat(format: unknown): string {
  // @see https://github.com/brucemcpherson/gas-fakes notes/oddities.md: a missing format fails (read 2026-11-21)
  if (typeof format !== 'string') throw exception('Invalid argument: numberFormat');
  return /^general$/i.test(format) || format === '' ? 'General' : format;
}

/** Bad values are silently passed over, as by many of the real setters. */
export function toWeight(weight: unknown): CellParts['fontWeight'] {
  return weight === 'bold' ? 'bold' : 'normal';
}
