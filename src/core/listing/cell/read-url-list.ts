/** Reads lists of picture addresses, however they were put into one cell. */
import type { Cell } from '../../sheet/table.ts';
import { found, nothing, type Reading, unreadable } from '../reading.ts';
import { addressesInStructure } from './addresses-in-structure.ts';
import { proseEntryOf, withoutQuantity } from './entry.ts';
import { expectationOf } from './expectation.ts';
import { fullAddress, holdsSeveral, USUAL_ADDRESS, whyNoAddress } from './read-url.ts';

/** Each run of separators once: a pattern that could begin inside a run would take the square of its length. */
const SEPARATORS = /[\s,;|^•·]+/g;
const ADDRESS_AHEAD = /["'<(]?(?:https?:\/\/|\/\/|www\.)/iy;
/** Line breaks as exports write them into one line. */
const WRITTEN_BREAK = /<br ?\/?>|(?:\\r)?\\n/gi;
/** A picture as a web page shows it. */
const IMAGE_TAG = /<img\b[^<>]{0,300}?\bsrc ?= ?["']?([^"'\s<>]{1,2000})["']?[^<>]{0,300}>/gi;
/** Brackets around a whole list: `['a', 'b']` of Python, `{a,b}` of a database. */
const BRACKETS: ReadonlySet<string> = new Set(['[]', '{}', '()']);
/** The usual list, in which nothing has to be made out. */
const USUAL_LIST = new RegExp(`^${USUAL_ADDRESS.source}(?:, ${USUAL_ADDRESS.source})*$`);
const PICTURE_ENDING = String.raw`\.(?:jpe?g|png|gif|webp|avif|heic|bmp|tiff?)`;
/** A file is over with its ending: behind it `;` and `|` separate whatever follows, a comma what begins as a site or is a file. */
const BEHIND_PICTURE = new RegExp(
  String.raw`(${PICTURE_ENDING}(?:\?[^\s,;|?]*)?)(?:[\s;|^•·]+(?:[-–—/]\s+)?|,(?=[a-z\d-]+(?:\.[a-z\d-]+)+\/|[^\s,;|/]+${PICTURE_ENDING})|(?=https?:\/\/))(?=\S)`,
  'gi',
);
const BETWEEN_WORDS = /[\s,;|]+/;
const SITE = /^(?:https?:\/\/|\/\/)?([^\s/?#,;|@]+)\//i;
const PLAIN_HTTP = /^http:/i;
const SHARE_PAGE = /^https?:\/\/(?:drive\.google\.com\/(?:file|open)|(?:www\.)?dropbox\.com\/(?!.*[?&]raw=1))/i;
/** Pages of films. */
const FILM = /^https?:\/\/(?:(?:www|m)\.)?(?:youtube\.com|youtu\.be|vimeo\.com|player\.vimeo\.com)\//i;
/** The last name in an address, if it is plainly that of a picture which stands for a missing one: `no-image_300x200.jpg`. */
const STAND_IN =
  /\/(?:(?:default|empty|blank|listing|property|house|home)[-_ ]?)?(?:no[-_ ]?(?:image|img|photo|pic|picture|preview|thumb|thumbnail)s?(?:[-_ ]?(?:available|found|yet|icon))?|(?:image|img|photo|picture)s?[-_ ]?(?:not[-_ ]?(?:available|found)|unavailable|coming[-_ ]?soon|placeholder|missing)|(?:missing|default)[-_ ]?(?:image|photo|picture|listing)|coming[-_ ]?soon|placeholders?(?:[-_ ]?(?:image|photo|picture|house|home|property))?|spacer)(?:[-_ ](?:\d{1,4}(?:x\d{1,4})?|small|medium|large|thumb|default))*\.(?:jpe?g|png|gif|webp|svg|avif)(?:[?#]|$)/i;
const MAY_NOT_SHOW = new RegExp(`${PLAIN_HTTP.source}|${SHARE_PAGE.source}`, 'i');
const LONGEST_SHOWN_CHARACTERS = 60;

const EXPECTED = expectationOf('Images');

/**
 * Reads picture addresses in their order, each once: one per line, separated by comma, semicolon, bar or space, in
 * brackets, or a JSON array. One entry that is no address makes the whole cell unreadable. Notes what viewers may not be
 * able to open.
 */
export function readUrlList(cell: Cell): Reading<readonly string[]> {
  const entry = proseEntryOf(cell);
  switch (entry.kind) {
    case 'text':
      return readListText(entry.text);
    case 'number':
      return unreadable(EXPECTED, 'It seems to be a number of pictures.');
    default:
      return withoutQuantity(entry, EXPECTED);
  }
}

function readListText(text: string): Reading<readonly string[]> {
  if (USUAL_LIST.test(text)) return listOf(text.split(', '));
  const addresses: string[] = [];
  for (const piece of addressesInStructure(text) ?? piecesOf(text)) {
    const found = addressesIn(piece);
    if (found === undefined) return unreadable(EXPECTED, whyNotListed(piece));
    addresses.push(...found);
  }
  return addresses.length === 0 ? nothing() : listOf(addresses);
}

function piecesOf(text: string): readonly string[] {
  return splitAddresses(
    withoutBrackets(text).replace(IMAGE_TAG, '\n$1\n').replace(WRITTEN_BREAK, '\n').replace(BEHIND_PICTURE, '$1\n'),
  )
    .flatMap(sameSiteAgain)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');
}

function withoutBrackets(text: string): string {
  return BRACKETS.has(text.charAt(0) + text.charAt(text.length - 1)) ? text.slice(1, -1).trim() : text;
}

/** A line break always separates; other signs only where an address follows, for addresses may hold commas. */
function splitAddresses(text: string): readonly string[] {
  const pieces: string[] = [];
  let start = 0;
  for (const { 0: run, index } of text.matchAll(SEPARATORS)) {
    const next = index + run.length;
    ADDRESS_AHEAD.lastIndex = next;
    if (!run.includes('\n') && !ADDRESS_AHEAD.test(text)) continue;
    pieces.push(text.slice(start, index));
    start = next;
  }
  return [...pieces, text.slice(start)];
}

/** `https://a.com/1;a.com/2`: the same site without its scheme, behind a separator, begins another address. */
function sameSiteAgain(piece: string): readonly string[] {
  const site = SITE.exec(piece)?.[1];
  if (site === undefined) return [piece];
  const again = new RegExp(`[,;|](?=${site.replace(/[.*+?^${}()|[\]\\-]/g, '\\$&')}/)`, 'i');
  return piece.split(again);
}

/** One address each, without repetition and without what is plainly no picture of the home, and a note on what may not show. */
export function listOf(addresses: readonly string[]): Reading<readonly string[]> {
  const distinct = new Set(addresses);
  const unique = distinct.size === addresses.length ? addresses : [...distinct];
  const pictures = unique.some(isNoPicture) ? unique.filter((address) => !isNoPicture(address)) : unique;
  const note = noteOn(pictures, addresses.length - unique.length, unique.length - pictures.length);
  return pictures.length === 0 ? nothing(note) : found(pictures, note);
}

function isNoPicture(address: string): boolean {
  return STAND_IN.test(address) || FILM.test(address);
}

/** The address that a piece is, or those that its words are: `a.com/1.jpg, a.com/2.jpg`. */
function addressesIn(piece: string): readonly string[] | undefined {
  const address = holdsSeveral(piece) ? undefined : fullAddress(piece);
  if (address !== undefined) return [address];
  const words = piece.split(BETWEEN_WORDS).filter((word) => word !== '');
  const addresses = words.map(fullAddress);
  return addresses.every((found) => found !== undefined) ? addresses : undefined;
}

function noteOn(addresses: readonly string[], repeated: number, leftOut: number): string | undefined {
  if (repeated === 0 && leftOut === 0 && !addresses.some((address) => MAY_NOT_SHOW.test(address))) return undefined;
  const insecure = addresses.filter((address) => PLAIN_HTTP.test(address)).length;
  const shared = addresses.filter((address) => SHARE_PAGE.test(address)).length;
  const remarks = [
    repeated > 0 ? `${repeated} repeated left out` : '',
    leftOut > 0 ? `${leftOut} left out, since a placeholder or a film is no picture of the home` : '',
    insecure > 0 ? `${insecure} of ${addresses.length} without https` : '',
    shared > 0 ? `${shared} of ${addresses.length} lead to a share page, not to a picture` : '',
  ].filter((remark) => remark !== '');
  return remarks.length === 0 ? undefined : remarks.join('; ');
}

function whyNotListed(piece: string): string {
  const shown = piece.length > LONGEST_SHOWN_CHARACTERS ? `${piece.slice(0, LONGEST_SHOWN_CHARACTERS)}…` : piece;
  return `“${shown}” is no full address. ${whyNoAddress(piece)}`;
}
