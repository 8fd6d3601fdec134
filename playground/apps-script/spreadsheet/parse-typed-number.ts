/** Typed numbers: with separators, percent, money, exponents and brackets for minus. */
import { type LocaleConventions, oncePerLocale } from './locale.ts';

/** A number and the format its text implies, if any. */
export interface TypedNumber {
  readonly value: number;
  readonly numberFormat?: string;
}

const CURRENCIES = ['R$', 'US$', 'CA$', '$', '€', '£', '¥'];

/** Reads a number as typed in a locale; `undefined` if the text is none. */
export function parseTypedNumber(text: string, locale: LocaleConventions): TypedNumber | undefined {
  const bracketed = /^\((.+)\)$/s.exec(text)?.[1];
  const { sign, rest } = takeSign(bracketed ?? text);
  // `22 34` is a number but `+49 30` is not: after a sign it is taken for a formula, which then fails.
  if (rest !== text && /\d \d/.test(rest) && !locale.groups.includes(' ')) return undefined;
  if (bracketed !== undefined && rest !== bracketed) return undefined;
  const { currency, amount } = takeCurrency(rest, locale);
  const isPercent = amount.endsWith('%') && currency === undefined;
  const digits = readDigits(isPercent ? amount.slice(0, -1).trim() : amount, locale);
  if (digits === undefined) return undefined;
  // Adding 0 turns -0, which no cell holds, into 0.
  const signed = (bracketed === undefined ? sign : -1) * digits.value + 0;
  if (isPercent)
    return { value: Number((signed / 100).toPrecision(15)), numberFormat: digits.decimals > 0 ? '0.00%' : '0%' };
  const numberFormat = currency === undefined ? impliedFormat(digits) : moneyFormat(currency, digits, locale);
  return numberFormat === undefined ? { value: signed } : { value: signed, numberFormat };
}

function takeSign(text: string): { readonly sign: 1 | -1; readonly rest: string } {
  if (text.startsWith('-')) return { sign: -1, rest: text.slice(1).trim() };
  return { sign: 1, rest: text.startsWith('+') ? text.slice(1).trim() : text };
}

function takeCurrency(
  text: string,
  locale: LocaleConventions,
): { readonly currency?: string; readonly amount: string } {
  const known = [locale.currency, ...CURRENCIES];
  const leading = known.find((symbol) => text.startsWith(symbol));
  if (leading !== undefined) return { currency: leading, amount: text.slice(leading.length).trim() };
  const trailing = known.find((symbol) => text.endsWith(symbol));
  if (trailing !== undefined) return { currency: trailing, amount: text.slice(0, -trailing.length).trim() };
  return { amount: text };
}

interface Digits {
  readonly value: number;
  readonly decimals: number;
  readonly hasGroups: boolean;
  readonly hasExponent: boolean;
}

const digitsPattern = oncePerLocale((locale) => {
  const decimal = locale.decimal === '.' ? '\\.' : ',';
  const group = `[${locale.groups.join('').replace('.', '\\.')}]`;
  return new RegExp(`^(\\d{1,3}(?:${group}\\d{3})+|\\d+(?: \\d+)*)?(?:${decimal}(\\d*))?(?:[eE]([+-]?\\d+))?$`);
});

function readDigits(text: string, locale: LocaleConventions): Digits | undefined {
  const shape = digitsPattern(locale).exec(text);
  if (shape === null) return undefined;
  const [, integer = '', decimals = '', exponent] = shape;
  if (integer + decimals === '') return undefined;
  const plain = integer.replace(/\D/g, '');
  return {
    value: Number(`${plain || '0'}.${decimals || '0'}e${exponent ?? '0'}`),
    decimals: decimals.length,
    hasGroups: plain !== integer && !/^\d+( \d+)+$/.test(integer),
    hasExponent: exponent !== undefined,
  };
}

function impliedFormat(digits: Digits): string | undefined {
  if (digits.hasExponent) return '0.00E+00';
  if (!digits.hasGroups) return undefined;
  return digits.decimals > 0 ? '#,##0.00' : '#,##0';
}

function moneyFormat(currency: string, digits: Digits, locale: LocaleConventions): string {
  const number = digits.decimals > 0 ? '#,##0.00' : '#,##0';
  const symbol = currency === locale.currency ? `"${currency}"` : `[$${currency}]`;
  return locale.isCurrencyLast ? `${number} ${symbol}` : `${symbol}${number}`;
}
