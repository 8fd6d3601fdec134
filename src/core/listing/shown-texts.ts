/** Tells where a listing needs what a cell shows besides what it holds, so that no other text need be read. */
import type { CellValue } from '../sheet/table.ts';
import type { FieldKind } from './fields.ts';

/** Kinds of fields for which a number is a number, however it is shown. */
const BARE_NUMBERS: ReadonlySet<FieldKind> = new Set(['count', 'bathrooms', 'year', 'days', 'latitude', 'longitude']);

/** Kinds of fields whose texts may be made of tick boxes. */
const WORDS: ReadonlySet<FieldKind> = new Set(['text', 'extension', 'id', 'zip', 'state', 'url', 'urlList']);

/**
 * Whether a field's reading depends on the shown text of a cell: a number may show a unit, a currency, a period or padded
 * digits, a date its notation. A text shows itself.
 */
export function needsShownText(kind: FieldKind, value: CellValue): boolean {
  switch (typeof value) {
    case 'string':
      return false;
    case 'number':
      return !BARE_NUMBERS.has(kind);
    case 'boolean':
      return WORDS.has(kind);
    default:
      return kind !== 'days';
  }
}
