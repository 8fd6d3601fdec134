/** What becomes of a text typed into a cell: a formula, a boolean, a number, a date, or the text itself. */
import type { LocaleConventions } from './locale.ts';
import { parseTypedDate } from './parse-typed-date.ts';
import { parseTypedNumber } from './parse-typed-number.ts';

/** How a typed text is stored. `numberFormat` is what the text implies, such as `0%` for `50%`. */
export type Typed =
  | { readonly kind: 'empty' }
  | { readonly kind: 'formula'; readonly formula: string }
  | { readonly kind: 'value'; readonly value: string | number | boolean; readonly numberFormat?: string }
  /** Marked as text with an apostrophe, which is no part of the value. */
  | { readonly kind: 'quoted'; readonly text: string };

/**
 * Reads a text as if typed by hand; `setValues` goes the same way.
 *
 * - Numbers lose leading zeros and inner spaces (`01234` → 1234). @see https://github.com/vlucas/sheetquery/issues/20
 * - Dates go by the spreadsheet's locale (`3 5`, `1/2`). @see https://github.com/getodk/getodk/issues/463
 * - A leading `+` or `-` that starts no number starts a formula. @see https://github.com/OWOX/owox-data-marts/issues/1535
 * - Leading spaces defeat the formula rule.
 *   @see https://github.com/brucemcpherson/gas-fakes `test/testsheetsvalues.js` (all read 2026-11-21)
 *
 * @param year The year a date without one falls in.
 */
export function parseTyped(text: string, locale: LocaleConventions, year: number): Typed {
  if (text === '') return { kind: 'empty' };
  if (text.startsWith("'")) return { kind: 'quoted', text: text.slice(1) };
  if (text.startsWith('=') && text.length > 1) return { kind: 'formula', formula: text };
  const trimmed = text.trim();
  if (trimmed === '') return { kind: 'value', value: text };
  const plain = parseBoolean(trimmed, locale) ?? parseFigures(trimmed, locale, year);
  if (plain !== undefined) return { kind: 'value', ...plain };
  if (startsFormula(text)) return { kind: 'formula', formula: `=${text}` };
  return { kind: 'value', value: text };
}

/**
 * A sign starts a formula, or what fails as one. Only for `+` is that observed; a `-` is held to be as dangerous, so that
 * no text is written unescaped by mistake. But a minus before nothing but figures is a number in another country's
 * notation, such as `-87.6847` in a German sheet: it stays text like `87.6847`, and does not turn into `#ERROR!`.
 */
function startsFormula(text: string): boolean {
  return /^[+-]./s.test(text) && !FOREIGN_NUMBER.test(text);
}

const FOREIGN_NUMBER = /^-\s*\d[\d.,'\s]*$/;

/** No date or number is this long; texts are, and need not be tried against every pattern. */
const LONGEST_FIGURES = 60;

function parseFigures(text: string, locale: LocaleConventions, year: number) {
  if (text.length > LONGEST_FIGURES || !/\d/.test(text)) return undefined;
  return parseTypedDate(text, locale, year) ?? parseTypedNumber(text, locale);
}

function parseBoolean(text: string, locale: LocaleConventions): { readonly value: boolean } | undefined {
  const upper = text.toUpperCase();
  if (upper === 'TRUE' || upper === locale.trueText) return { value: true };
  return upper === 'FALSE' || upper === locale.falseText ? { value: false } : undefined;
}
