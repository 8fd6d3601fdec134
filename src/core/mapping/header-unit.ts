/** Reads the unit or currency that a header names beside its subject: `Size (m²)`, `Price (USD)`, `Lot Sq Ft`. */
import { currencyOf } from '../listing/vocabulary/currency.ts';
import { normalizeHeader } from './normalize-header.ts';

/** What a qualifier says. Square feet and meters are spelled as the platform's `AreaUnit` wants them. */
export type HeaderUnit =
  | { readonly kind: 'area'; readonly unit: 'Square Feet' | 'Square Meters' | 'Acres' | 'Hectares' }
  | { readonly kind: 'money' }
  | { readonly kind: 'month' };

/** A header without its qualifier, and what the qualifier says. */
export interface QualifiedHeader {
  readonly subject: string;
  readonly unit: HeaderUnit;
}

/** Longest first, so that `square meters` is not taken for `square m`. Compared with the words of a header. */
const AREA_WORDS: readonly (readonly [RegExp, Extract<HeaderUnit, { kind: 'area' }>['unit']])[] = [
  [/\b(?:sq ?ft|sq ?feet|sq ?foot|square ?feet|square ?foot|square ?footage|sf|ft ?2)\b/, 'Square Feet'],
  [/\b(?:sq ?m|sqm|sq ?met(?:er|re)s?|square ?met(?:er|re)s?|m ?2|qm|mq)\b/, 'Square Meters'],
  [/\b(?:acres?|acreage|ac)\b/, 'Acres'],
  [/\b(?:hectares?|ha)\b/, 'Hectares'],
];

const MONTH_WORDS = /^(?:mo|month|monthly|per month|mth|pm)$/;

/** `living area sqm`, compared with the words of a header. */
const TRAILING_AREA_WORDS =
  /^(.+) (sq ft|sqft|sf|ft 2|square feet|sq m|sqm|m 2|square met(?:er|re)s|acres|ac|hectares|ha)$/;

/** A longer header is prose, and the patterns would take the square of its length. */
const LONGEST_QUALIFIED_CHARACTERS = 200;

/**
 * Splits a header with a bracketed qualifier, or one that ends in a currency code or an area unit; `undefined`
 * without one. The subject may come back in lower case.
 */
export function splitQualifier(header: string): QualifiedHeader | undefined {
  if (header.length > LONGEST_QUALIFIED_CHARACTERS) return undefined;
  const match =
    /^(.*\S)\s*[([{]([^)\]}]+)[)\]}]\s*$/.exec(header) ??
    /^(.*\S)[\s,-]+(\p{Sc}|[A-Z]{3})\s*$/u.exec(header) ??
    TRAILING_AREA_WORDS.exec(normalizeHeader(header));
  const unit = match?.[2] === undefined ? undefined : unitOf(match[2]);
  return match?.[1] === undefined || unit === undefined ? undefined : { subject: match[1], unit };
}

/** The area unit that the words of a header name, wherever they stand. */
export function areaUnitOf(header: string): Extract<HeaderUnit, { kind: 'area' }>['unit'] | undefined {
  const words = normalizeHeader(header);
  return AREA_WORDS.find(([pattern]) => pattern.test(words))?.[1];
}

function unitOf(qualifier: string): HeaderUnit | undefined {
  const words = normalizeHeader(qualifier).replace(/^(?:in|per) /, '');
  if (currencyOf(words) !== undefined) return { kind: 'money' };
  if (MONTH_WORDS.test(words)) return { kind: 'month' };
  const area = AREA_WORDS.find(([pattern]) => pattern.exec(words)?.[0] === words)?.[1];
  return area === undefined ? undefined : { kind: 'area', unit: area };
}
