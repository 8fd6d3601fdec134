/** Finds the columns in which sellers keep a listing, or its address, off the internet, and reads what they say of a row. */
import { entryOf } from '../listing/cell/entry.ts';
import { yesOrNo } from '../listing/cell/yes-no.ts';
import { cellAt, type TableRow } from '../sheet/table.ts';
import { isStatusHeader } from '../words/own-headers.ts';
import { normalizeHeader } from './normalize-header.ts';

/** A column that says whether something may be shown. */
export interface OptOutColumn {
  readonly header: string;
  readonly columnIndex: number;
  /** Whether a Yes hides (*Hide address*). */
  readonly isInverse: boolean;
  /** Whether the header leaves no doubt; else cells that say neither Yes nor No are taken for something else. */
  readonly isCertain: boolean;
}

/** The columns by what they are about. */
export interface OptOutColumns {
  readonly listing: readonly OptOutColumn[];
  readonly address: readonly OptOutColumn[];
}

/** What a row's columns say; `unclear` where a cell says neither Yes nor No. */
export type SellersWord =
  | { readonly kind: 'shown' }
  | { readonly kind: 'hidden'; readonly header: string }
  | { readonly kind: 'unclear'; readonly header: string; readonly text: string; readonly columnIndex: number };

const FILLERS = new Set(
  'yn y n yes no flag ind indicator on from the to in is be may can ok allow allowed allows permission permitted seller sellers by of option status'.split(
    ' ',
  ),
);
const MEDIA = new Set('internet web website websites online idx vow public portal portals syndication'.split(' '));
const SHOW = new Set('display displayed show shown publish published visible advertise advertised viewable'.split(' '));
const HIDE = new Set(
  'hide hidden suppress suppressed withhold withheld undisclosed exclude excluded optout'.split(' '),
);
const WHOLE = new Set('entire listing listings whole full property home'.split(' '));
const ADDRESS = new Set('address addr street'.split(' '));
const NEGATED = /^no(?= )|\b(?:do not|dont|don t|not|opt out|opted out)\b/;
const SAYS_YES_OR_NO = /\by ?n\b|\byes ?(?:or )?no\b|\bflag\b|\bindicator\b/;

/** The internet and whether it is allowed, in whatever order. */
const ALLOWS_INTERNET =
  /^(?=.*\b(?:internet|online)\b).*\b(?:allow(?:ed|s)?|permission|permitted|ok|y ?n|yes ?(?:or )?no)\b/;

const HIDING_WORDS = new Set('none hide hidden suppressed partial city only zip only undisclosed withheld'.split(' '));

/** @see https://dd.reso.org/DD2.1/Property (`InternetEntireListingDisplayYN`, `InternetAddressDisplayYN`; read 2026-11-21) */
export function optOutColumns(headers: readonly string[]): OptOutColumns {
  const found = headers.flatMap((header, columnIndex) => {
    if (header === '' || isStatusHeader(header)) return [];
    const about = aboutOf(normalizeHeader(header));
    return about === undefined ? [] : [{ ...about, header, columnIndex }];
  });
  const columnsOf = (subject: 'listing' | 'address') =>
    found
      .filter((column) => column.subject === subject)
      .map(({ header, columnIndex, isInverse, isCertain }) => ({ header, columnIndex, isInverse, isCertain }));
  return { listing: columnsOf('listing'), address: columnsOf('address') };
}

/** What the columns say of a row: one that hides is enough. A blank cell says nothing. */
export function sellersWord(row: TableRow, columns: readonly OptOutColumn[]): SellersWord {
  let unclear: SellersWord | undefined;
  for (const column of columns) {
    const { header, columnIndex } = column;
    const cell = cellAt(row, columnIndex);
    const entry = entryOf(cell);
    if (entry.kind === 'blank') continue;
    const yes = yesOrNo(entry);
    const hides = yes === undefined ? isHidingText(cell.text) : yes === column.isInverse;
    if (hides) return { kind: 'hidden', header };
    if (yes === undefined && column.isCertain) unclear ??= { kind: 'unclear', header, text: cell.text, columnIndex };
  }
  return unclear ?? { kind: 'shown' };
}

type About = { readonly subject: 'listing' | 'address' } & Pick<OptOutColumn, 'isInverse' | 'isCertain'>;

/** Every word of the header must be one of these: `Internet Remarks` and `Display Address Line 2` are about something else. */
function aboutOf(words: string): About | undefined {
  const isNegated = NEGATED.test(words);
  const left = words
    .replace(NEGATED, ' ')
    .split(' ')
    .filter((word) => word !== '' && !FILLERS.has(word));
  const has = (known: ReadonlySet<string>) => left.some((word) => known.has(word));
  const isKnown = (word: string) => [MEDIA, SHOW, HIDE, WHOLE, ADDRESS].some((known) => known.has(word));
  if (left.length === 0 || !left.every(isKnown)) return undefined;
  const saysWhether = has(SHOW) || has(HIDE) || isNegated;
  const isInverse = has(HIDE) !== isNegated && (has(HIDE) || isNegated);
  const isCertain = SAYS_YES_OR_NO.test(words) || (has(MEDIA) && saysWhether);
  if (has(ADDRESS)) return saysWhether ? { subject: 'address', isInverse, isCertain } : undefined;
  const isAllowed = ALLOWS_INTERNET.test(words);
  const isWhole = has(MEDIA) && (saysWhether || isAllowed || (left.includes('entire') && has(WHOLE)));
  return isWhole ? { subject: 'listing', isInverse, isCertain } : undefined;
}

function isHidingText(text: string): boolean {
  const words = normalizeHeader(text).split(' ');
  return words.every((word) => HIDING_WORDS.has(word));
}
