/** Tells in which columns a number's shown text says what it is: `$2,500/mo`, `0.25 ac`. */
import { fieldDefinition } from '../listing/fields.ts';
import { meaningsOf } from './header-meanings.ts';

/** Whether the header may stand for a sum or an area, whose number format can name a unit. */
export function namesQuantity(header: string): boolean {
  return meaningsOf(header).some(({ field }) => ['money', 'area'].includes(fieldDefinition(field).kind));
}
