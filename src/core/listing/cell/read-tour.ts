/** Reads how a home can be visited: a word, a checkbox, the address of a 3D tour, the date of an open house. */
import type { Cell } from '../../sheet/table.ts';
import { found, nothing, type ReadContext, type Reading, unreadable } from '../reading.ts';
import { matchWord } from '../vocabulary/match-word.ts';
import { wordsOf } from '../vocabulary/normalize-word.ts';
import { TOUR, type Tour } from '../vocabulary/offers.ts';
import { parseDateText } from './date-text.ts';
import { type Entry, lineEntryOf, whyTooLong, withoutQuantity } from './entry.ts';
import { expectationOf } from './expectation.ts';
import { fullAddress } from './read-url.ts';
import { readWordText } from './read-word.ts';
import { yesOrNo } from './yes-no.ts';

const THREE_D_HOST =
  /^https?:\/\/[^/]*(?:matterport|cupix|kuula|iguide|zillow\.com\/view-3d|giraffe360|metareal|eyespy360)/i;
const VIDEO_HOST = /^https?:\/\/[^/]*(?:youtube|youtu\.be|vimeo|facebook|instagram|tiktok)/i;
const THREE_D_WORDS: ReadonlySet<string> = new Set(['3d', 'virtual', 'matterport', '360', 'vr']);
const VIDEO_WORD = /^videos?(?: tour)?$/i;

const EXPECTED = expectationOf('Tours');

/** Reads a tour; what is neither open house nor 3D tour (a video, a date that is over) is empty, with a note. */
export function readTour(cell: Cell, context: ReadContext, header: string): Reading<Tour> {
  const entry = lineEntryOf(cell);
  const isOffered = yesOrNo(entry);
  if (isOffered !== undefined) return isOffered ? tourOfHeader(header) : nothing();
  switch (entry.kind) {
    case 'text':
      return readTourText(entry.text, context, header);
    case 'date':
      return openHouseOn(entry.date.wallTime.slice(0, 10), context);
    case 'number':
      return unreadable(EXPECTED);
    default:
      return withoutQuantity(entry satisfies Entry, EXPECTED);
  }
}

function readTourText(text: string, context: ReadContext, header: string): Reading<Tour> {
  const address = fullAddress(text);
  if (address !== undefined) return tourAt(address, header);
  const because = whyTooLong(text);
  if (because !== undefined) return unreadable(EXPECTED, because);
  const date = parseDateText(text, context.notation?.dayOrder);
  if (date?.kind === 'day') return openHouseOn(date.day, context);
  if (VIDEO_WORD.test(text)) return nothing('a video is neither an open house nor a 3D tour');
  return preferOpenHouse(text) ?? readWordText(TOUR, text, context, EXPECTED);
}

/** The platform takes one kind of tour; the one with a date is what people must not miss. */
function preferOpenHouse(text: string): Reading<Tour> | undefined {
  const match = matchWord(TOUR, text);
  return match.kind === 'conflict'
    ? found('OpenHouse', 'both an open house and a 3D tour; the open house is sent')
    : undefined;
}

function tourAt(address: string, header: string): Reading<Tour> {
  if (VIDEO_HOST.test(address)) return nothing('a video is neither an open house nor a 3D tour');
  return THREE_D_HOST.test(address) ? found('3D') : tourOfHeader(header);
}

function tourOfHeader(header: string): Reading<Tour> {
  const words = wordsOf(header);
  if (words.includes('open') || words.includes('openhouse')) return found('OpenHouse');
  return words.some((word) => THREE_D_WORDS.has(word)) ? found('3D') : unreadable(EXPECTED);
}

function openHouseOn(day: string, context: ReadContext): Reading<Tour> {
  return day >= context.today ? found('OpenHouse') : nothing(`the open house of ${day} is over`);
}
