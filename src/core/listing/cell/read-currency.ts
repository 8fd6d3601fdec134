/** Reads the currency of a listing's prices as the sign the platform is sent. */
import type { Cell } from '../../sheet/table.ts';
import { found, type Reading, unreadable } from '../reading.ts';
import { currencyOf } from '../vocabulary/currency.ts';
import { entryOf, withoutQuantity } from './entry.ts';
import { expectationOf } from './expectation.ts';

/** Codes that are not in the table are still codes: the platform takes any text. */
const CODE = /^[A-Z]{3}$/;

const EXPECTED = expectationOf('CurrencySymbol');

/** Reads a sign, code or name: `USD` → `$`, `eur` → `€`, `CA$` as it is. */
export function readCurrency(cell: Cell): Reading<string> {
  const entry = entryOf(cell);
  switch (entry.kind) {
    case 'text': {
      const symbol = currencyOf(entry.text)?.symbol ?? (CODE.test(entry.text) ? entry.text : undefined);
      return symbol === undefined ? unreadable(EXPECTED) : found(symbol);
    }
    case 'number':
      return unreadable(EXPECTED);
    default:
      return withoutQuantity(entry, EXPECTED);
  }
}
