/** The keys whose requests may be under way: written before they leave, so that a run that is cut off is not believed. */

import { quickHash } from '../terms/quick-hash.ts';

/** A request that may be under way. */
export interface OpenTry {
  /** The hash of the key; another key that has it as well is only sent once too often. */
  readonly keyHash: number;
  /** Stands for the content that is tried (`contentTag`); `MANY_CONTENTS` where several may arrive. */
  readonly content: string;
}

/** Stands for contents that differ, or are not known. */
export const MANY_CONTENTS = '00000000';

/** By what an open key is known. */
export function keyHashOf(key: string): number {
  return quickHash(key);
}

/** Stands for a content beside an open key, by its fingerprint; `MANY_CONTENTS` for `''`. */
export function contentTag(fingerprint: string): string {
  return fingerprint === '' ? MANY_CONTENTS : fingerprint.slice('v1:'.length, 'v1:'.length + MANY_CONTENTS.length);
}

const OPEN = /^open (\d{1,9}) ((?:[0-9a-f]{16})*)$/;
const DIGITS = 8;

/** A cell holds 50,000 characters. @see https://support.google.com/drive/answer/37603 (read 2026-11-21). */
const MOST_IN_CELL = 3_000;

/** The cells that say which requests are open; a single one without any where none is. */
export function formatOpen(number: number, tries: readonly OpenTry[]): readonly string[] {
  const entries = tries.map(({ keyHash, content }) => keyHash.toString(16).padStart(DIGITS, '0') + content);
  const cells: string[] = [];
  for (let index = 0; index === 0 || index < entries.length; index += MOST_IN_CELL)
    cells.push(`open ${number} ${entries.slice(index, index + MOST_IN_CELL).join('')}`);
  return cells;
}

/** Reads such a cell; `undefined` for a text that is none. */
export function parseOpen(text: string): { readonly number: number; readonly tries: readonly OpenTry[] } | undefined {
  if (!text.startsWith('open ')) return undefined;
  const [, number, entries = ''] = OPEN.exec(text) ?? [];
  if (number === undefined) return undefined;
  const tries = (entries.match(/.{16}/g) ?? []).map((entry) => ({
    keyHash: Number.parseInt(entry.slice(0, DIGITS), 16),
    content: entry.slice(DIGITS),
  }));
  return { number: Number(number), tries };
}
