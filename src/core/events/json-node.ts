/** Looks into JSON from outside: whatever is not of the wanted shape counts as absent. */

/** A JSON object whose members are not known to be anything. */
export type JsonNode = Readonly<Record<string, unknown>>;

/** The value as an object; `undefined` for lists, scalars and `null`. */
export function nodeOf(value: unknown): JsonNode | undefined {
  return isNode(value) ? value : undefined;
}

function isNode(value: unknown): value is JsonNode {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A text or a number as trimmed text; `''` for anything else. A number beyond 2^53 is not exact, so it is no text either. */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return value.trim();
  return typeof value === 'number' && isExact(value) ? String(value) : '';
}

/** Whether a number came out of JSON as it went in: whole numbers beyond 2^53 do not. */
export function isExact(value: number): boolean {
  return Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value));
}

/** A list's items; one item where the value is no list; none where it is absent. */
export function itemsOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return value === undefined || value === null || value === '' ? [] : [value];
}

const PLAIN_NUMBER = /^[+-]?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?$/;

/** What stands for a number: the number, nothing at all, or something that is none. */
export type NumberReading =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'none' }
  | { readonly kind: 'odd'; readonly text: string };

/** Reads a number or a text such as `149,500`; JSON of listings writes a point before decimals. */
export function numberOf(value: unknown): NumberReading {
  if (typeof value === 'number' && Number.isFinite(value)) return { kind: 'number', value };
  if (typeof value !== 'string' || value.trim() === '') return { kind: 'none' };
  const text = value.trim().replace(/^[$€£]\s*/, '');
  return PLAIN_NUMBER.test(text)
    ? { kind: 'number', value: Number(text.replace(/,/g, '')) }
    : { kind: 'odd', text: value.trim() };
}
