/** Tells in which columns a number's shown text says what it is: `$2,500/mo`, `0.25 ac`. */
import { fieldDefinition } from '../listing/fields.ts';
import { meaningsOf } from './header-meanings.ts';

/** The columns whose headers may stand for a sum or an area, whose number format can name a unit. */
export function quantityColumns(headers: readonly string[]): ReadonlySet<number> {
  return new Set(headers.flatMap((header, columnIndex) => (namesQuantity(header) ? [columnIndex] : [])));
}

function namesQuantity(header: string): boolean {
  return meaningsOf(header).some(({ field }) => ['money', 'area'].includes(fieldDefinition(field).kind));
}
