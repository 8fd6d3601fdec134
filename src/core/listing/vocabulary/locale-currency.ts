/** Knows the currency that number formats have by themselves under a locale. */
import { lazily } from '../../terms/lazily.ts';
import { isSameCurrency } from './currency.ts';

/** @see https://cldr.unicode.org "Territory currencies" of the Common Locale Data Repository (read 2026-11-30). */
const SYMBOLS = lazily(
  (): ReadonlyMap<string, string> =>
    new Map([
      ...regions('€', 'AT BE CY DE EE ES FI FR GR HR IE IT LT LU LV MT NL PT SI SK'),
      ...regions('$', 'US CA AU NZ MX AR CL CO HK SG TW'),
      ...regions('£', 'GB'),
      ...regions('R$', 'BR'),
      ...regions('CHF', 'CH LI'),
      ...regions('₹', 'IN'),
      ...regions('¥', 'JP'),
      ...regions('zł', 'PL'),
      ...regions('₺', 'TR'),
      ...regions('AED', 'AE'),
      ...regions('R', 'ZA'),
    ]),
);

/** Whether a format shows a currency only because the spreadsheet's locale has it; in doubt it does. */
export function isOwnCurrency(symbol: string, locale: string): boolean {
  const own = SYMBOLS().get(locale.split(/[_-]/)[1] ?? '');
  return own === undefined || isSameCurrency(own, symbol);
}

function regions(symbol: string, codes: string): readonly (readonly [string, string])[] {
  return codes.split(' ').map((code) => [code, symbol] as const);
}
