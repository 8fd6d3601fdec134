/** Reads web addresses. */
import type { Cell } from '../../sheet/table.ts';
import { found, type Reading, unreadable } from '../reading.ts';
import { cleanWord } from './clean-text.ts';
import { lineEntryOf, withoutQuantity } from './entry.ts';
import { expectationOf } from './expectation.ts';

/** A piece of the usual kind of address: nothing in it can be anything else, also in a list, nor can a second one begin. */
export const USUAL_ADDRESS = /https:\/\/[a-z\d-]+(?:\.[a-z\d-]+)+(?:\/[^\s,;:|"'<>\\^`]*)?/;
const ONLY_USUAL_ADDRESS = new RegExp(`^${USUAL_ADDRESS.source}$`);
const FULL_ADDRESS = /^https?:\/\/(?:[^\s/?#@]+@)?[^\s/?#@.:]+(?:\.[^\s/?#@.:]+)+\.?(?::\d+)?(?:[/?#][^\s"<>\\^`]*)?$/i;
const BARE_DOMAIN = /^(?:[\p{L}\d](?:[\p{L}\d-]*[\p{L}\d])?\.)+\p{L}{2,}(?::\d+)?(?:[/?#][^\s"<>\\^`]*)?$/u;
/** `front.jpg` looks like a domain but is a file whose site is missing. */
const FILE_NAME = /^[^/?#]+\.(?:jpe?g|png|gif|webp|avif|heic|bmp|tiff?|svg|pdf|html?|php|aspx?|mp4|mov)(?:[?#]\S*)?$/i;
const RELATIVE = /^(?:\.{0,2}\/(?!\/)|[^\s:/?#]+\/[^\s:]*$)/;
/** What wraps an address where it begins, and where it ends: brackets or quotes, and separators behind them. */
const OPENING = '<"\'';
const CLOSING = '>"\'';
const SEPARATORS = ',;';
const SEVERAL = /\s\S*(?:https?:\/\/|www\.)|[,;|](?:https?:\/\/|www\.|[a-z\d-]+\.(?:[a-z\d-]+\.)?[a-z]{2,6}\/)/i;

const RELATIVE_EXPLAINED = 'The name of the site is missing; give the full address.';
const SEVERAL_EXPLAINED = 'The cell holds more than one address.';
const LABEL_EXPLAINED = 'If the address is hidden behind these words, show the address itself.';

/** Reads one web address; a bare domain gets `https://`, and the cell's hidden link is used behind other words. */
export function readUrl(cell: Cell): Reading<string> {
  const expected = expectationOf('Url');
  const entry = lineEntryOf(cell);
  switch (entry.kind) {
    case 'text':
      return readUrlCell(entry.text, cell, expected);
    case 'number':
      return unreadable(expected);
    default:
      return withoutQuantity(entry, expected);
  }
}

/** The full address a text stands for, or `undefined`: `www.a.com/1` → `https://www.a.com/1`. */
export function fullAddress(text: string): string | undefined {
  const bare = FULL_ADDRESS.test(text) && !/["'>,;]$/.test(text) ? text : unwrapped(text);
  if (FULL_ADDRESS.test(bare)) return bare;
  if (bare.startsWith('//') && FULL_ADDRESS.test(`https:${bare}`)) return `https:${bare}`;
  return BARE_DOMAIN.test(bare) && !FILE_NAME.test(bare) ? `https://${bare}` : undefined;
}

/** A text without what wraps it; in a loop, for a pattern that ends with `$` starts anew at each sign of a long row. */
function unwrapped(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && OPENING.includes(text.charAt(start))) start += 1;
  while (end > start && SEPARATORS.includes(text.charAt(end - 1))) end -= 1;
  while (end > start && CLOSING.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

/** Whether a text without spaces holds several addresses: `a.com/1.jpg;b.com/2.jpg`. */
export function holdsSeveral(text: string): boolean {
  return SEVERAL.test(text);
}

/** Why a text is no full address. */
export function whyNoAddress(text: string): string {
  if (SEVERAL.test(text)) return SEVERAL_EXPLAINED;
  return RELATIVE.test(text) || FILE_NAME.test(text) ? RELATIVE_EXPLAINED : LABEL_EXPLAINED;
}

function readUrlCell(text: string, cell: Cell, expected: string): Reading<string> {
  if (ONLY_USUAL_ADDRESS.test(text)) return found(text);
  const address = SEVERAL.test(text) ? undefined : (fullAddress(text) ?? hiddenAddress(cell));
  return address === undefined ? unreadable(expected, whyNoAddress(text)) : found(address);
}

function hiddenAddress(cell: Cell): string | undefined {
  return cell.link === undefined ? undefined : fullAddress(cleanWord(cell.link));
}
