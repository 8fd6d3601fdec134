/** Reads cells that count things: parking spots, full baths, half baths. */
import type { Cell } from '../../sheet/table.ts';
import { found, type ReadContext, type Reading, unreadable } from '../reading.ts';
import { BATH_NOUNS, PARKING_NOUNS } from '../vocabulary/count-nouns.ts';
import { entryOf } from './entry.ts';
import { isOnlyNines, standIn } from './only-nines.ts';
import { readNumber } from './read-number.ts';

/** Above this a count is a typing error or a number that belongs elsewhere. */
const HIGHEST_COUNT = 10_000;

const NONE_AT_ALL =
  /^(?:no|without|0) (?:parking|garage|car ?port)s?$|^(?:sin|sem) (?:garaje|garagem|cochera|vagas?)$/i;
const SIZES = ['single', 'double', 'triple'];
/** `Double garage`, `Single carport`. */
const SIZED = /^(single|double|triple)(?: car)? (?:garage|car ?port)$/i;
const COUNTED_WORDS = new RegExp(
  `^(\\d{1,6})(?:[ -]*(?:${PARKING_NOUNS}|full|half|${BATH_NOUNS})(?![\\p{L}\\d])\\.?){1,5}$`,
  'u',
);

/** Reads a whole number from 0, with or without the word it counts: `2`, `2 cars`, `2-car garage`. */
export function readCount(cell: Cell, context: ReadContext, expected: string): Reading<number> {
  const reading = readNumber(cell, context, expected);
  if (reading.kind === 'value') return checkCount(reading.value, expected);
  const entry = entryOf(cell);
  return entry.kind === 'text' ? readCountedWords(entry.text, reading, expected) : reading;
}

function readCountedWords(text: string, otherwise: Reading<number>, expected: string): Reading<number> {
  if (NONE_AT_ALL.test(text)) return found(0);
  const size = SIZED.exec(text)?.[1];
  if (size !== undefined) return found(SIZES.indexOf(size.toLowerCase()) + 1);
  const count = COUNTED_WORDS.exec(text.toLowerCase())?.[1];
  return count === undefined ? otherwise : checkCount(Number(count), expected);
}

function checkCount(count: number, expected: string): Reading<number> {
  if (isOnlyNines(count, 3)) return standIn(count);
  return Number.isInteger(count) && count >= 0 && count <= HIGHEST_COUNT ? found(count) : unreadable(expected);
}
