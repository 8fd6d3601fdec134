/** Currencies: the sign the platform is sent, and the signs and codes people write. */
import { lazily } from '../../terms/lazily.ts';
import { OTHER_CURRENCIES } from './other-currencies.ts';

/** One currency. `decimals` says how its amounts are written where usage is uniform. */
export interface CurrencyEntry {
  readonly code: string;
  /** What `CurrencySymbol` becomes. */
  readonly symbol: string;
  /** Other signs and names; compared without case. */
  readonly alsoWritten: readonly string[];
  readonly decimals?: 'point' | 'comma';
  /**
   * Rents in it are named by the year as often as by the month.
   *
   * @see https://rentledger.ae/guides/how-many-rent-cheques-in-the-uae and, of Lagos,
   *   https://knfoz.com/article/lagos-one-bedroom-rents-reach-209m-in-2025-report-6957dfc473e2f605e69e5701 (read 2026-12-01)
   */
  readonly rents?: 'perYear';
}

/**
 * The currencies of listing sheets: first those that most of them are in, with what people write, then all others.
 *
 * @see https://www.iso.org/iso-4217-currency-codes.html (read 2026-11-21)
 */
export const currencies = (): readonly CurrencyEntry[] => [
  {
    code: 'USD',
    symbol: '$',
    alsoWritten: ['US$', 'USD$', '$US', 'U$S', 'dollar', 'dollars', 'US dollar', 'US dollars'],
  },
  { code: 'CAD', symbol: 'CA$', alsoWritten: ['C$', 'CAD$', 'CDN$', 'CAN$', 'canadian dollars'] },
  { code: 'AUD', symbol: 'A$', alsoWritten: ['AU$', 'AUD$', 'australian dollars'] },
  { code: 'NZD', symbol: 'NZ$', alsoWritten: ['NZD$'] },
  { code: 'HKD', symbol: 'HK$', alsoWritten: ['HKD$'] },
  { code: 'SGD', symbol: 'S$', alsoWritten: ['SG$', 'SGD$'] },
  { code: 'TWD', symbol: 'NT$', alsoWritten: [] },
  { code: 'MXN', symbol: 'MX$', alsoWritten: ['Mex$', 'pesos mexicanos'] },
  { code: 'BRL', symbol: 'R$', alsoWritten: ['reais'], decimals: 'comma' },
  { code: 'EUR', symbol: '€', alsoWritten: ['euro', 'euros'] },
  { code: 'GBP', symbol: '£', alsoWritten: ['pounds', 'pound sterling', 'GBP£'], decimals: 'point' },
  { code: 'CHF', symbol: 'CHF', alsoWritten: ['Fr', 'SFr', 'franken'], decimals: 'point' },
  { code: 'INR', symbol: '₹', alsoWritten: ['Rs', 'Re', 'rupees', '₨'], decimals: 'point' },
  { code: 'JPY', symbol: '¥', alsoWritten: ['JP¥', 'yen', '円'], decimals: 'point' },
  { code: 'CNY', symbol: 'CN¥', alsoWritten: ['RMB', 'yuan', '元'], decimals: 'point' },
  { code: 'KRW', symbol: '₩', alsoWritten: ['won'], decimals: 'point' },
  { code: 'ILS', symbol: '₪', alsoWritten: ['NIS'], decimals: 'point' },
  { code: 'PHP', symbol: '₱', alsoWritten: [], decimals: 'point' },
  { code: 'THB', symbol: '฿', alsoWritten: ['baht'], decimals: 'point' },
  { code: 'VND', symbol: '₫', alsoWritten: ['đ', 'VNĐ'], decimals: 'comma' },
  { code: 'IDR', symbol: 'Rp', alsoWritten: ['rupiah'], decimals: 'comma' },
  { code: 'MYR', symbol: 'RM', alsoWritten: ['ringgit'], decimals: 'point' },
  { code: 'AED', symbol: 'AED', alsoWritten: ['Dhs', 'Dh', 'dirham', 'dirhams'], decimals: 'point', rents: 'perYear' },
  { code: 'SAR', symbol: 'SAR', alsoWritten: [], decimals: 'point', rents: 'perYear' },
  { code: 'QAR', symbol: 'QAR', alsoWritten: [], decimals: 'point' },
  { code: 'EGP', symbol: 'EGP', alsoWritten: ['E£'], decimals: 'point' },
  { code: 'NGN', symbol: '₦', alsoWritten: ['naira'], decimals: 'point', rents: 'perYear' },
  { code: 'KES', symbol: 'KES', alsoWritten: ['KSh', 'Ksh'], decimals: 'point' },
  { code: 'ZAR', symbol: 'R', alsoWritten: ['rand'] },
  { code: 'TRY', symbol: '₺', alsoWritten: ['TL', 'lira'], decimals: 'comma' },
  { code: 'RUB', symbol: '₽', alsoWritten: ['руб'], decimals: 'comma' },
  { code: 'UAH', symbol: '₴', alsoWritten: ['грн'], decimals: 'comma' },
  { code: 'PLN', symbol: 'zł', alsoWritten: ['zl', 'złotych'], decimals: 'comma' },
  { code: 'CZK', symbol: 'Kč', alsoWritten: ['Kc'], decimals: 'comma' },
  { code: 'HUF', symbol: 'Ft', alsoWritten: ['forint'], decimals: 'comma' },
  { code: 'RON', symbol: 'RON', alsoWritten: ['lei'], decimals: 'comma' },
  { code: 'BGN', symbol: 'лв', alsoWritten: ['лв.'], decimals: 'comma' },
  { code: 'SEK', symbol: 'kr', alsoWritten: [], decimals: 'comma' },
  { code: 'NOK', symbol: 'NOK', alsoWritten: [], decimals: 'comma' },
  { code: 'DKK', symbol: 'DKK', alsoWritten: [], decimals: 'comma' },
  { code: 'ISK', symbol: 'ISK', alsoWritten: [], decimals: 'comma' },
  { code: 'PEN', symbol: 'S/', alsoWritten: ['S/.', 'soles'], decimals: 'point' },
  { code: 'COP', symbol: 'COP', alsoWritten: ['COL$', 'COP$'], decimals: 'comma' },
  { code: 'CLP', symbol: 'CLP', alsoWritten: ['CLP$'], decimals: 'comma' },
  { code: 'ARS', symbol: 'ARS', alsoWritten: ['AR$', 'ARS$'], decimals: 'comma' },
  { code: 'UYU', symbol: 'UYU', alsoWritten: ['$U'], decimals: 'comma' },
  { code: 'CRC', symbol: '₡', alsoWritten: [], decimals: 'comma' },
  { code: 'DOP', symbol: 'RD$', alsoWritten: [], decimals: 'point' },
  ...OTHER_CURRENCIES.map((written): CurrencyEntry => {
    const [code = '', ...sign] = written.split(' ');
    return { code, symbol: code, alsoWritten: sign.length === 0 ? [] : [sign.join(' ')] };
  }),
];

const CURRENCY_BY_WRITTEN = lazily(
  (): ReadonlyMap<string, CurrencyEntry> =>
    new Map(
      currencies().flatMap((currency) => writtenForms(currency).map((written) => [written.toLowerCase(), currency])),
    ),
);

/** The currency a sign, code or name stands for; `$` alone is taken as the sign of US dollars. */
export function currencyOf(written: string): CurrencyEntry | undefined {
  return CURRENCY_BY_WRITTEN().get(written.toLowerCase().replace(/\.$/, ''));
}

/** Every way a currency is written: sign, code and names. */
export function writtenForms(currency: CurrencyEntry): readonly string[] {
  return [currency.symbol, currency.code, ...currency.alsoWritten];
}

/** Whether two signs can be the same currency: `$` is also how other dollars are written at home. */
export function isSameCurrency(one: string, other: string): boolean {
  return one === other || (one === '$' && other.endsWith('$')) || (other === '$' && one.endsWith('$'));
}
