/** A vocabulary: the words people use for a closed set of meanings, as reviewable data with a source for each entry. */
import { lazily } from '../../terms/lazily.ts';
import { wordsOf } from './normalize-word.ts';

/** Words with one meaning, and where they were seen. Case, accents and punctuation of a word do not matter. */
export interface VocabularyEntry<Meaning extends string> {
  readonly meaning: Meaning;
  readonly words: readonly string[];
  readonly source: string;
  /** The words decide only where no other word does: `Residential` alone is a sale, `Residential rental` is none. */
  readonly givesWay?: true;
}

/** Words with a meaning each. */
export interface Vocabulary<Meaning extends string> {
  /** The name under which a team's taught words are kept. */
  readonly name: string;
  /** Made when first asked for, like all that follows from them. */
  entries(): readonly VocabularyEntry<Meaning>[];
  meanings(): ReadonlySet<string>;
  /** Words that may stand beside those of the entries without changing what they mean. */
  besides(): ReadonlySet<string>;
  /** The entries prepared for looking words up. */
  wordTable(): WordTable<Meaning>;
}

/** Where words are looked up. */
export interface WordTable<Meaning extends string> {
  readonly meaningByKey: ReadonlyMap<string, Meaning>;
  /** Keys of the words that give way to others. */
  readonly givingWay: ReadonlySet<string>;
  /** Words as written, by their key, for "did you mean". */
  readonly writtenByKey: ReadonlyMap<string, string>;
  /** How many words the longest phrase has. */
  readonly longestPhraseWords: number;
}

/**
 * A vocabulary of entries; no word may stand in two of them with different meanings.
 *
 * @param besides Words in lower case, with a space between them, that say nothing of what the vocabulary is about.
 */
export function vocabulary<Meaning extends string>(
  name: string,
  entriesOf: () => readonly VocabularyEntry<Meaning>[],
  besides = '',
): Vocabulary<Meaning> {
  const entries = lazily(entriesOf);
  return {
    name,
    entries,
    meanings: lazily(() => new Set(entries().map((entry) => entry.meaning))),
    besides: lazily(() => new Set(besides.split(' '))),
    wordTable: lazily(() => wordTableOf(entries())),
  };
}

/** Whether a text is one of the vocabulary's meanings, in its exact case. */
export function isMeaning<Meaning extends string>(vocabulary: Vocabulary<Meaning>, text: string): text is Meaning {
  return vocabulary.meanings().has(text);
}

function wordTableOf<Meaning extends string>(entries: readonly VocabularyEntry<Meaning>[]): WordTable<Meaning> {
  const meaningByKey = new Map<string, Meaning>();
  const writtenByKey = new Map<string, string>();
  const givingWay = new Set<string>();
  let longestPhraseWords = 1;
  for (const { meaning, words, givesWay } of entries) {
    for (const word of words) {
      const parts = wordsOf(word);
      const key = parts.join('');
      if (meaningByKey.has(key)) continue;
      meaningByKey.set(key, meaning);
      if (givesWay) givingWay.add(key);
      writtenByKey.set(key, word);
      longestPhraseWords = Math.max(longestPhraseWords, parts.length);
    }
  }
  return { meaningByKey, givingWay, writtenByKey, longestPhraseWords };
}
