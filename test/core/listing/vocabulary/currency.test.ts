import { describe, expect, test } from 'vitest';
import { currencies, currencyOf, writtenForms } from '../../../../src/core/listing/vocabulary/currency.ts';

/** How the runtime's copy of the Common Locale Data Repository shows a currency at home. */
function signOf(code: string): string {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency: code, currencyDisplay: 'narrowSymbol' });
  return format.formatToParts(1).find(({ type }) => type === 'currency')?.value ?? '';
}

describe('the currencies', () => {
  test('are all that ISO 4217 has in use, each once', () => {
    const codes = currencies().map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    const known = new Set(Intl.supportedValuesOf('currency'));
    expect(codes.filter((code) => !known.has(code))).toEqual([]);
    expect(codes.length).toBeGreaterThanOrEqual(150);
  });

  test('have their own signs, as far as no other currency has them', () => {
    const signs = currencies()
      .map(({ code }) => ({ code, sign: signOf(code) }))
      .filter(({ sign }) => /\p{Sc}/u.test(sign));
    const single = signs.filter(({ sign }) => signs.filter((other) => other.sign === sign).length === 1);
    const unknown = single.filter(({ code, sign }) => currencyOf(sign)?.code !== code);
    // Some signs came after the fonts: nobody types that of the som.
    expect(
      unknown.map(({ code }) => code).filter((code) => !['KGS', 'EGP', 'LBP', 'NIO', 'TOP'].includes(code)),
    ).toEqual([]);
  });

  test('are written in no way that means another one', () => {
    const owners = new Map<string, string>();
    for (const currency of currencies()) {
      for (const written of new Set(writtenForms(currency).map((form) => form.toLowerCase()))) {
        expect(owners.get(written) ?? currency.code, written).toBe(currency.code);
        owners.set(written, currency.code);
      }
    }
  });
});
