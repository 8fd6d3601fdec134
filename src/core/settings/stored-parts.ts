/** Splits a text over as many stored values as it needs, because one may hold no more than 9 kB. */
import { murmurHash } from '../terms/murmur-hash.ts';
import { splitText } from '../terms/split-text.ts';

/**
 * Characters of one value: of the 9 kB it may have, each can take three bytes, and takes one where all are plain.
 *
 * @see https://developers.google.com/apps-script/guides/services/quotas "Properties value size" (read 2026-11-21).
 */
const LONGEST_PART = 3_000;
const LONGEST_PLAIN_PART = 9_000;

const PLAIN = /^[\x20-\x7e]*$/;

const PARTS = /^parts:(\d{1,4}):([0-9a-f]{32})$/;

/** The values to store for a text, by name; a short text is stored as it is. */
export function partsOf(name: string, text: string): Readonly<Record<string, string>> {
  const longest = PLAIN.test(text) ? LONGEST_PLAIN_PART : LONGEST_PART;
  if (text.length <= longest) return { [name]: text };
  const parts = splitText(text, longest);
  const entries = parts.map((part, index) => [partName(name, index), part]);
  return { [name]: `parts:${parts.length}:${murmurHash(text)}`, ...Object.fromEntries(entries) };
}

/** Whether a value says that the text is in other ones. */
export function isSplit(value: string | null): boolean {
  return value !== null && PARTS.test(value);
}

/** The text that is stored under a name; `null` when there is none, or its parts are not those it was stored with. */
export function wholeText(name: string, stored: Readonly<Record<string, string>>): string | null {
  const value = stored[name] ?? null;
  const [, count, hash] = PARTS.exec(value ?? '') ?? [];
  if (count === undefined) return value;
  const text = Array.from({ length: Number(count) }, (_, index) => stored[partName(name, index)] ?? '').join('');
  return murmurHash(text) === hash ? text : null;
}

function partName(name: string, index: number): string {
  return `${name}:${index + 1}`;
}
