/** A list of words and signs that can begin a text, of which the longest counts: `/month` before `/m`. */
import { lazily } from '../../terms/lazily.ts';

/** Words by their first character; put in order when first asked for. */
export type Lexicon<Meaning> = () => ReadonlyMap<string, readonly LexiconEntry<Meaning>[]>;

/** One word (lower case) and what it means. */
export interface LexiconEntry<Meaning> {
  readonly word: string;
  readonly meaning: Meaning;
}

/** A word found at the beginning of a text, and what follows it. */
export interface TakenWord<Meaning> {
  readonly meaning: Meaning;
  readonly word: string;
  readonly rest: string;
}

const LETTER = /^\p{L}/u;
const LETTER_AT_END = /\p{L}$/u;

/** Prepares words for `takeWord`. The first entry of a word counts. */
export function lexicon<Meaning>(entriesOf: () => readonly LexiconEntry<Meaning>[]): Lexicon<Meaning> {
  return lazily(() => byFirstCharacter(entriesOf()));
}

/** Takes the longest word at the beginning of a lower-case text; a word of letters must end where its letters end. */
export function takeWord<Meaning>(words: Lexicon<Meaning>, text: string): TakenWord<Meaning> | undefined {
  let longest: LexiconEntry<Meaning> | undefined;
  for (const entry of words().get(text.charAt(0)) ?? []) {
    const { word } = entry;
    if (word.length > (longest?.word.length ?? 0) && text.startsWith(word) && endsThere(text, word)) longest = entry;
  }
  if (longest === undefined) return undefined;
  return { meaning: longest.meaning, word: longest.word, rest: text.slice(longest.word.length).trim() };
}

function byFirstCharacter<Meaning>(
  entries: readonly LexiconEntry<Meaning>[],
): ReadonlyMap<string, readonly LexiconEntry<Meaning>[]> {
  const byFirst = new Map<string, LexiconEntry<Meaning>[]>();
  for (const entry of entries) {
    const first = entry.word.charAt(0);
    const alike = byFirst.get(first);
    if (alike === undefined) byFirst.set(first, [entry]);
    else alike.push(entry);
  }
  return byFirst;
}

function endsThere(text: string, word: string): boolean {
  return !LETTER_AT_END.test(word) || !LETTER.test(text.slice(word.length));
}
