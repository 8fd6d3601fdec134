/** Removes from typed or pasted text what no eye can see, so that equal-looking texts are equal. */

const UNUSUAL_CHARACTER = /[^\x20-\x7e]/;
const UNUSUAL_SPACE = /[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g;
const LINE_BREAK = /\r\n?|\u2028|\u2029/g;
const ZERO_WIDTH = /[\u200b\u2060\ufeff]/g;
/** Joiners, direction marks and soft hyphens: they shape prose (emoji, Arabic) but only do damage in an ID or number. */
const SHAPING_MARK = /[\u00ad\u200c-\u200f\u202a-\u202e\u2066-\u2069]/g;
const SEVERAL_SPACES = /\s\s+|\n/g;

/**
 * Cleans prose: unusual spaces become spaces, line breaks become `\n`, zero-width characters go, ends are trimmed.
 * Visible characters stay as they are, also a leading `=` or `+`.
 */
export function cleanText(text: string): string {
  if (!UNUSUAL_CHARACTER.test(text)) return text.trim();
  return text.replace(LINE_BREAK, '\n').replace(UNUSUAL_SPACE, ' ').replace(ZERO_WIDTH, '').trim();
}

/** Cleans a word, number or ID: as prose, and on one line with single spaces and without marks that shape prose. */
export function cleanWord(text: string): string {
  if (!UNUSUAL_CHARACTER.test(text) && !text.includes('  ')) return text.trim();
  return cleanText(text).replace(SHAPING_MARK, '').replace(SEVERAL_SPACES, ' ').trim();
}
