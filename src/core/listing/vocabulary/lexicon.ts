/** A list of words and signs that can begin a text, tried longest first: `/month` before `/m`. */
import { lazily } from '../../terms/lazily.ts';

/** Words by their first character, the longest first; sorted when first asked for. */
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
  return lazily(() => longestFirst(entriesOf()));
}

/** Takes the longest word at the beginning of a lower-case text; a word of letters must end where its letters end. */
export function takeWord<Meaning>(words: Lexicon<Meaning>, text: string): TakenWord<Meaning> | undefined {
  const entry = words()
    .get(text.charAt(0))
    ?.find(({ word }) => text.startsWith(word) && endsThere(text, word));
  if (entry === undefined) return undefined;
  return { meaning: entry.meaning, word: entry.word, rest: text.slice(entry.word.length).trim() };
}

function longestFirst<Meaning>(
  entries: readonly LexiconEntry<Meaning>[],
): ReadonlyMap<string, readonly LexiconEntry<Meaning>[]> {
  const byFirst = new Map<string, LexiconEntry<Meaning>[]>();
  const known = new Set<string>();
  for (const entry of entries) {
    if (known.has(entry.word)) continue;
    known.add(entry.word);
    const first = entry.word.charAt(0);
    const alike = byFirst.get(first);
    if (alike === undefined) byFirst.set(first, [entry]);
    else alike.push(entry);
  }
  for (const alike of byFirst.values()) alike.sort((one, other) => other.word.length - one.word.length);
  return byFirst;
}

function endsThere(text: string, word: string): boolean {
  return !LETTER_AT_END.test(word) || !LETTER.test(text.slice(word.length));
}
