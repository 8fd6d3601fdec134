import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readMoney } from '../../../../src/core/listing/cell/read-money.ts';
import { contextOf, dateCell, numberCell, outcomeOf, textCell } from '../cells.ts';

describe('a price', () => {
  test.each([
    ['$1,250,000', 'en_US', { amount: 1_250_000, currencySymbol: '$' }],
    ['1250000.00', 'en_US', { amount: 1_250_000 }],
    ['$7.80M', 'en_US', { amount: 7_800_000, currencySymbol: '$' }],
    ['850k', 'en_US', { amount: 850_000 }],
    ['1.2M', 'en_US', { amount: 1_200_000 }],
    ['1.125M', 'en_US', { amount: 1_125_000 }],
    ['$1.2 mil', 'en_US', { amount: 1_200_000, currencySymbol: '$' }],
    ['350 mil', 'pt_BR', { amount: 350_000 }],
    ['£1,200,000', 'en_GB', { amount: 1_200_000, currencySymbol: '£' }],
    ['R$ 6.800', 'pt_BR', { amount: 6_800, currencySymbol: 'R$' }],
    ['R$ 6.800', 'en_US', { amount: 6_800, currencySymbol: 'R$' }],
    ['1.250.000,00 €', 'de_DE', { amount: 1_250_000, currencySymbol: '€' }],
    ['1.250.000,00\u00a0€', 'en_US', { amount: 1_250_000, currencySymbol: '€' }],
    ['1 250 000 $', 'fr_CA', { amount: 1_250_000, currencySymbol: '$' }],
    ['1.500 €', 'de_DE', { amount: 1_500, currencySymbol: '€' }],
    ["CHF 4'700", 'de_CH', { amount: 4_700, currencySymbol: 'CHF' }],
    ["CHF 4'700.-", 'de_CH', { amount: 4_700, currencySymbol: 'CHF' }],
    ['₹ 1.2 Cr', 'en_IN', { amount: 12_000_000, currencySymbol: '₹' }],
    ['85 Lakh', 'en_IN', { amount: 8_500_000 }],
    ['₹ 1,25,00,000', 'en_IN', { amount: 12_500_000, currencySymbol: '₹' }],
    ['200000 USD', 'en_US', { amount: 200_000, currencySymbol: '$' }],
    ['EUR 450.000', 'de_DE', { amount: 450_000, currencySymbol: '€' }],
    ['US$450,000', 'en_US', { amount: 450_000, currencySymbol: '$' }],
    ['$450,000 CAD', 'en_CA', { amount: 450_000, currencySymbol: 'CA$' }],
    ['1,2 Mio €', 'de_DE', { amount: 1_200_000, currencySymbol: '€' }],
    ['$450,000 OBO', 'en_US', { amount: 450_000, currencySymbol: '$' }],
    ['1 250 € CC', 'fr_FR', { amount: 1250, currencySymbol: '€' }],
    ['€ 575.000 k.k.', 'nl_NL', { amount: 575_000, currencySymbol: '€' }],
  ])('written %j under %s is %o', (text, locale, value) => {
    expect(outcomeOf(readMoney(textCell(text), contextOf(locale), 'SalePrice'))).toEqual(value);
  });

  test.each([
    ['$2,500/mo', { amount: 2_500, currencySymbol: '$', period: 'month' }],
    ['$2,500 per month', { amount: 2_500, currencySymbol: '$', period: 'month' }],
    ['4000 pcm', { amount: 4_000, period: 'month' }],
    ['4000 p.c.m.', { amount: 4_000, period: 'month' }],
    ['£1,450 pcm (£335 pw)', { amount: 1450, currencySymbol: '£', period: 'month' }],
    ['£335 pw (£1,452 pcm)', { amount: 335, currencySymbol: '£', period: 'week' }],
    ['£250 pw', { amount: 250, currencySymbol: '£', period: 'week' }],
    ['£250 per week', { amount: 250, currencySymbol: '£', period: 'week' }],
    ['$30,000/yr', { amount: 30_000, currencySymbol: '$', period: 'year' }],
    ['$300 quarterly', { amount: 300, currencySymbol: '$', period: 'quarter' }],
    ['$1.5k/mo', { amount: 1_500, currencySymbol: '$', period: 'month' }],
    ['$2,500 (monthly)', { amount: 2_500, currencySymbol: '$', period: 'month' }],
    ['$120/night', { amount: 120, currencySymbol: '$', period: 'day' }],
  ])('with a period, %j, keeps it', (text, value) => {
    expect(outcomeOf(readMoney(textCell(text), contextOf(), 'RentPrice'))).toEqual(value);
  });

  test.each([
    ['$250/sqft', { amount: 250, currencySymbol: '$', areaUnit: 'Square Feet' }],
    ['$250 per sq. ft.', { amount: 250, currencySymbol: '$', areaUnit: 'Square Feet' }],
    ['$250 psf', { amount: 250, currencySymbol: '$', areaUnit: 'Square Feet' }],
    ['€ 3200/m²', { amount: 3_200, currencySymbol: '€', areaUnit: 'Square Meters' }],
  ])('per area, %j, keeps the unit', (text, value) => {
    expect(outcomeOf(readMoney(textCell(text), contextOf(), 'UnitAreaPrice'))).toEqual(value);
  });

  test.each(['Call', 'POA', 'P.O.A.', 'Contact agent', 'Auction', 'Undisclosed', 'Call for price', 'Auf Anfrage'])(
    'that says %s is empty, with a note',
    (text) => {
      expect(readMoney(textCell(text), contextOf(), 'SalePrice')).toEqual({
        kind: 'empty',
        note: `“${text}” is not a price, so none is sent`,
      });
    },
  );

  test.each(['', 'TBD', 'N/A', '-', '0', '$0'])('that says %j is empty', (text) => {
    expect(readMoney(textCell(text), contextOf(), 'SalePrice')).toEqual({ kind: 'empty' });
  });

  test.each([
    ['450-475k', 'It gives a range; type one amount.'],
    ['£1,450 pcm (£950 pw)', undefined],
    ['$450,000 - $475,000', 'It gives a range; type one amount.'],
    ['$400k to $450k', 'It gives a range; type one amount.'],
    ['From $450,000', 'It names a bound, not the amount itself.'],
    ['$450,000+', 'It names a bound, not the amount itself.'],
    ['$1,200+ 2bd', 'It names a bound, not the amount itself.'],
    ['Offers over £300,000', 'It names a bound, not the amount itself.'],
    ['$450,000 EUR', 'It names two currencies.'],
  ])('that says %j is asked about', (text, because) => {
    expect(readMoney(textCell(text), contextOf(), 'SalePrice')).toEqual({
      kind: 'unreadable',
      expected: 'a price such as 450000',
      because,
    });
  });

  test.each([
    ['$1.500', 'en_US'],
    ['1,500', 'de_DE'],
    ['1.500', 'en_ZA'],
    ['1.2 mil', 'fr_FR'],
    ['cheap', 'en_US'],
    ['-5', 'en_US'],
    ['$ -5', 'en_US'],
    ['($500)', 'en_US'],
    ['$500-', 'en_US'],
    ['9'.repeat(400), 'en_US'],
    [`1${'0'.repeat(13)} M`, 'en_US'],
    ['45%', 'en_US'],
    ['#REF!', 'en_US'],
    ['call 555 1234', 'en_US'],
  ])('that says %j under %s is unreadable', (text, locale) => {
    expect(readMoney(textCell(text), contextOf(locale), 'SalePrice').kind).toBe('unreadable');
  });

  test.each([1, 9_999_999, 99_999_999])('of %d stands in for an unknown one', (amount) => {
    expect(readMoney(numberCell(amount), contextOf(), 'SalePrice')).toEqual({
      kind: 'empty',
      note: `${amount} stands in for “not known”, so it is not sent`,
    });
  });

  test('of 0 is empty, but a fee of 0 is a fee', () => {
    expect(readMoney(numberCell(0), contextOf(), 'RentPrice')).toEqual({ kind: 'empty' });
    expect(readMoney(numberCell(0), contextOf(), 'HOAMonth')).toEqual({ kind: 'value', value: { amount: 0 } });
  });

  test.each([
    ['en_US', '$1,250,000.00', true],
    ['de_DE', '1.250.000,00 $', undefined],
    ['pt_BR', '$ 1.250.000,00', true],
    ['fr_CA', '1\u202f250\u202f000,00\u00a0$', true],
    ['en_US', '$1.25M', true],
    ['fr', '1 250 000 $', true],
  ])('in a number cell is its value under %s, however it is shown (%s)', (locale, shown, isOfLocale) => {
    expect(outcomeOf(readMoney(numberCell(1_250_000, shown), contextOf(locale), 'SalePrice'))).toEqual({
      amount: 1_250_000,
      currencySymbol: '$',
      isCurrencyOfFormat: isOfLocale,
    });
  });

  test('that Sheets turned into a date is explained', () => {
    expect(readMoney(dateCell('2026-01-02'), contextOf(), 'SalePrice')).toMatchObject({
      because: expect.stringContaining('Sheets turned'),
    });
  });

  test('given in months of rent is asked about for a deposit', () => {
    expect(readMoney(textCell('3 months'), contextOf(), 'DepositFee')).toEqual({
      kind: 'unreadable',
      expected: 'an amount such as 5000',
      because: 'Type the amount, not a number of monthly rents.',
    });
  });
});

test.each(['en_US', 'de_DE', 'pt_BR', 'fr_CA', 'de_CH', 'en_IN'])(
  'reading a price as %s writes it gives the price back',
  (locale) => {
    const format = new Intl.NumberFormat(locale.replace('_', '-'), { style: 'currency', currency: 'EUR' });
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 9_999_998 }), fc.integer({ min: 0, max: 99 }), (euros, cents) => {
        const amount = Number(`${euros}.${String(cents).padStart(2, '0')}`);
        expect(outcomeOf(readMoney(textCell(format.format(amount)), contextOf(locale), 'SalePrice'))).toEqual({
          amount,
          currencySymbol: '€',
        });
      }),
    );
  },
);
