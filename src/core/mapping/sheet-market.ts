/** Tells sheets of rentals and of sold homes from the rest, since there a plain "price" means something else. */
import { fieldDefinition } from '../listing/fields.ts';
import { type ColumnShape, shareOf } from './column-shape.ts';
import { topicsOf } from './shape-words.ts';
import type { SheetMarket } from './synonyms/synonym.ts';
import type { TabColumn } from './tab-columns.ts';
import { evidenceFor } from './value-evidence.ts';

/** Nearly every row must say so, and none the opposite: one such row already means that the sheet holds both. */
const NEARLY_ALL = 0.9;

/** What all rows of a sheet have in common, or `undefined` for a sheet of homes for sale or a mixed one. */
export function marketOf(columns: readonly TabColumn[]): SheetMarket | undefined {
  const saleTypes = columns.filter((column) => canMean(column, 'SaleType')).map((column) => column.shape);
  if (saleTypes.some(isAllForRent) && !saleTypes.some((shape) => shareOf(shape, 'saleWord') > 0)) return 'rental';
  const statuses = columns.filter((column) => canMean(column, 'Status'));
  return statuses.some(({ shape }) => isAllSold(shape)) ? 'sold' : undefined;
}

function isAllSold(shape: ColumnShape): boolean {
  const words = [...(shape.words?.keys() ?? [])].map(topicsOf);
  const isOneOpen = words.some((topics) => topics.includes('statusWord') && !topics.includes('soldWord'));
  return !isOneOpen && shareOf(shape, 'soldWord') >= NEARLY_ALL;
}

function isAllForRent(shape: ColumnShape): boolean {
  return shareOf(shape, 'rentWord') >= NEARLY_ALL;
}

function canMean(column: TabColumn, field: 'SaleType' | 'Status'): boolean {
  const isNamed = column.meanings.some((meaning) => meaning.field === field && meaning.strength !== 'proposal');
  return isNamed && evidenceFor(fieldDefinition(field), column.shape) !== 'contradicts';
}
