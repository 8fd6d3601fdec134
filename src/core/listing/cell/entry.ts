/** Sorts what a cell holds into the few cases every reader has to answer: blank, broken, number, boolean, date, text. */
import { isSheetError } from '../../sheet/sheet-error.ts';
import type { Cell, CellDate } from '../../sheet/table.ts';
import { nothing, type Reading, unreadable } from '../reading.ts';
import { isBlankText } from './blank-text.ts';
import { cleanText, cleanWord } from './clean-text.ts';

/** A cell's content as readers see it; text is cleaned and never blank. */
export type Entry =
  | { readonly kind: 'blank' }
  | { readonly kind: 'broken'; readonly because: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'date'; readonly date: CellDate }
  | { readonly kind: 'text'; readonly text: string };

const BLANK: Entry = { kind: 'blank' };

/** More than any word, number or ID has, with whatever people write around it. */
const LONGEST_WORD_CHARACTERS = 500;

const ERROR_EXPLAINED = 'The cell shows an error; repair its formula.';
const LOADING_EXPLAINED = 'The cell is still loading; try again in a moment.';
const NO_NUMBER_EXPLAINED = 'The cell holds a number that cannot be written down.';

/** Why a date stands where a number was typed, and what helps. */
const DATE_EXPLAINED =
  'Sheets turned an entry such as 1/2 or 3-1 into a date; format the column as plain text and type it again.';

/**
 * What a cell holds, with text on one line as in a word, number or ID. A text far longer than any of them is broken:
 * no pattern is tried on it, for some would take the square of its length.
 */
export function entryOf(cell: Cell): Entry {
  const entry = lineEntryOf(cell);
  const because = entry.kind === 'text' ? whyTooLong(entry.text) : undefined;
  return because === undefined ? entry : { kind: 'broken', because };
}

/** What a cell holds, with text of any length on one line; whoever asks tries nothing on it that is not linear. */
export function lineEntryOf(cell: Cell): Entry {
  return sortEntry(cell, cleanWord);
}

/** Why a text can be no word, number or ID; `undefined` when it is short enough to be one. */
export function whyTooLong(text: string): string | undefined {
  if (text.length <= LONGEST_WORD_CHARACTERS) return undefined;
  return `The cell holds ${text.length} characters; give only what is asked for.`;
}

/** What a cell holds, with text as prose: line breaks and joined emoji stay. */
export function proseEntryOf(cell: Cell): Entry {
  return sortEntry(cell, cleanText);
}

/**
 * Answers for every entry that is neither number nor text, in a field that needs a quantity: blank is empty, the rest
 * is unreadable, with an explanation where Sheets itself did the damage.
 */
export function withoutQuantity(
  entry: Exclude<Entry, { readonly kind: 'number' | 'text' }>,
  expected: string,
): Reading<never> {
  switch (entry.kind) {
    case 'blank':
      return nothing();
    case 'broken':
      return unreadable(expected, entry.because);
    case 'boolean':
      return unreadable(expected);
    case 'date':
      return unreadable(expected, DATE_EXPLAINED);
    default:
      return entry satisfies never;
  }
}

/** What the user sees in the cell, for a message; the held value where nothing is shown. */
export function shownText(cell: Cell): string {
  if (cell.text !== '') return cell.text;
  return typeof cell.value === 'object' ? cell.value.wallTime : String(cell.value);
}

function sortEntry(cell: Cell, clean: (text: string) => string): Entry {
  const { value } = cell;
  switch (typeof value) {
    case 'number':
      // Adding 0 turns -0, which JSON cannot say, into 0.
      return Number.isFinite(value)
        ? { kind: 'number', value: value + 0 }
        : { kind: 'broken', because: NO_NUMBER_EXPLAINED };
    case 'string':
      return value === '' ? BLANK : sortText(clean(value));
    case 'boolean':
      return { kind: 'boolean', value };
    default:
      return { kind: 'date', date: value };
  }
}

function sortText(text: string): Entry {
  if (text === '') return BLANK;
  if (isBlankText(text)) return BLANK;
  if (isSheetError({ value: text, text })) {
    return { kind: 'broken', because: text.startsWith('#') ? ERROR_EXPLAINED : LOADING_EXPLAINED };
  }
  return { kind: 'text', text };
}
