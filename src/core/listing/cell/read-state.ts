/** Reads states and provinces; those of the US and Canada become their two-letter codes. */
import type { Cell } from '../../sheet/table.ts';
import { lazily } from '../../terms/lazily.ts';
import { found, type Reading, unreadable } from '../reading.ts';
import { LISTING_STATUS } from '../vocabulary/listing-status.ts';
import { matchWord } from '../vocabulary/match-word.ts';
import { wordKey } from '../vocabulary/normalize-word.ts';
import { states } from '../vocabulary/state-codes.ts';
import { entryOf, withoutQuantity } from './entry.ts';
import { expectationOf } from './expectation.ts';
import { placeIn } from './read-place.ts';

const CODE_BY_WORD = lazily(
  (): ReadonlyMap<string, string> =>
    new Map(
      states().flatMap(({ code, name, alsoWritten }) =>
        [code, name, ...alsoWritten].map((word) => [wordKey(word), code]),
      ),
    ),
);
/** ISO 3166-2 writes the country first: `US-CA`. */
const COUNTRY_FIRST = /^(?:US|CA)-(?=[A-Z]{2}$)/i;

const EXPECTED = expectationOf('State');

/** Codes of two or three letters mean a state in one country and a status in another. */
const SHORTEST_STATUS = 4;

/** A column called *State* may hold what became of the listing: that is no place. */
function readText(text: string): Reading<string> {
  const code = CODE_BY_WORD().get(wordKey(text.replace(COUNTRY_FIRST, '')));
  if (code !== undefined) return found(code);
  const isStatus = text.length >= SHORTEST_STATUS && matchWord(LISTING_STATUS, text).kind === 'meaning';
  return isStatus ? unreadable(EXPECTED, 'It is what became of the listing.') : placeIn(text);
}

/** Reads a state: `Calif.` → `CA`, `ontario` → `ON`, `New South Wales` as it is. */
export function readState(cell: Cell): Reading<string> {
  const entry = entryOf(cell);
  switch (entry.kind) {
    case 'text':
      return readText(entry.text);
    case 'number':
      return unreadable(EXPECTED);
    default:
      return withoutQuantity(entry, EXPECTED);
  }
}
