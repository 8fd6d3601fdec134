/** Knows the small numbers that people write in words: `two`, `Three bedrooms`, `one full, two half`. */

const WORDS = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');
/** *Three quarters* of a bath are no three. */
const NUMBER_WORD = new RegExp(`\\b(?:${WORDS.join('|')})\\b(?![ -]?quarter)`, 'gi');

/** The text with such words as digits. */
export function withDigits(text: string): string {
  return text.replace(NUMBER_WORD, (word) => String(WORDS.indexOf(word.toLowerCase()) + 1));
}
