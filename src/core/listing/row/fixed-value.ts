/** Reads what a person has typed as a value for all rows: it is sent as it stands, where a cell would be weighed. */

import { expectationOf } from '../cell/expectation.ts';
import type { FieldKind } from '../fields.ts';
import { isClearable } from '../policies.ts';
import { type FieldValue, type NamedField, readField } from '../read-field.ts';
import { found, type ReadContext, type Reading, unreadable } from '../reading.ts';

/** How a value that clears the field is written: as JSON says it. */
const NOTHING_AT_ALL: ReadonlySet<string> = new Set(['""', '[]']);
const PLAIN_NUMBER = /^\D{0,4}(\d+(?:\.\d+)?)\D*$/;

/** Kinds whose readers take some texts for "not known", which nobody types for all rows to say nothing. */
const TEXTS: ReadonlySet<FieldKind> = new Set<FieldKind>(['text', 'id', 'zip', 'state', 'currency']);

/**
 * Reads a fixed value or a default. In cells `0` often means "not known", and so do 1, 9999999 and `TBD`; typed by a person for
 * all rows they are meant. A blank is no value; `""` and `[]` clear a field that can be cleared.
 */
export function readFixed(field: NamedField, value: string, context: ReadContext): Reading<FieldValue> {
  const text = value.trim();
  if (NOTHING_AT_ALL.has(text) && isClearable(field.name)) return clearing(field);
  const reading = readField(field, { value, text: value }, context);
  return reading.kind === 'empty' && text !== '' ? meant(field, text) : reading;
}

/** Why a fixed value cannot be used, in a sentence; `undefined` for one that can. */
export function fixedProblem(field: NamedField, value: string, context: ReadContext): string | undefined {
  const reading = readFixed(field, value, context);
  if (reading.kind !== 'unreadable') return undefined;
  return `the fixed value “${value}” is not ${reading.expected}.${reading.because === undefined ? '' : ` ${reading.because}`}`;
}

/** Nothing, sent as such: the platform forgets what it had. */
export function clearing({ kind }: NamedField): Reading<FieldValue> {
  return found(kind === 'urlList' ? [] : '');
}

function meant({ name, kind }: NamedField, text: string): Reading<FieldValue> {
  if (TEXTS.has(kind)) return found(text);
  const digits = PLAIN_NUMBER.exec(text)?.[1];
  const number = digits === undefined ? undefined : numberOf(kind, Number(digits));
  return number === undefined ? unreadable(expectationOf(name)) : found(number);
}

function numberOf(kind: FieldKind, number: number): FieldValue | undefined {
  switch (kind) {
    case 'money':
      return { amount: number };
    case 'area':
      return { size: number };
    case 'count':
    case 'bathrooms':
    case 'year':
    case 'days':
    case 'latitude':
    case 'longitude':
      return number;
    default:
      return undefined;
  }
}
