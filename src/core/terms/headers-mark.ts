/** One short text that stands for all headers of a tab, however many there are, so that a change of them is noticed. */
import { murmurHash } from './murmur-hash.ts';

/** The mark of a set of headers; their order does not count, nor do blank ones. */
export function headersMark(headers: readonly string[]): string {
  const distinct = [...new Set(headers.map((header) => header.trim()).filter((header) => header !== ''))];
  return distinct.length === 0 ? '' : murmurHash(JSON.stringify(distinct.sort()));
}
