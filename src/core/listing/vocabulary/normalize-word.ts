/** Brings words into the one form in which they are compared: lower case, no accents, no punctuation. */

const PLAIN = /^[a-z\d ]*$/;
const ACCENT = /[\u0300-\u036f]/g;
/** Everything but letters and digits of any script. */
const PUNCTUATION = /[^\p{L}\p{N}]+/gu;

/** The words of a text: `For-Sale (New)` → `['for', 'sale', 'new']`. */
export function wordsOf(text: string): readonly string[] {
  const spaced = withoutPunctuation(text);
  return spaced === '' ? [] : spaced.split(' ');
}

/** A text as a key for comparing: `Coming_Soon`, `ComingSoon` and `coming soon` are one. */
export function wordKey(text: string): string {
  return withoutPunctuation(text).split(' ').join('');
}

/** What was looked at last: a cell is mostly looked up in several vocabularies. */
let last = { text: '', words: '' };

function withoutPunctuation(text: string): string {
  if (text === last.text) return last.words;
  const lower = text.toLowerCase();
  const plain = PLAIN.test(lower)
    ? lower
    : lower.normalize('NFD').replace(ACCENT, '').replace(/ł/g, 'l').replace(/ı/g, 'i').replace(PUNCTUATION, ' ');
  last = { text, words: plain.trim().replace(/ {2,}/g, ' ') };
  return last.words;
}
