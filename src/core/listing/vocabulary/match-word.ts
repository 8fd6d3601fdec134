/** Finds the meaning of a text in a vocabulary, never by a part of a word: `Inactive` is not `Active`. */
import { nearestWord } from '../nearest.ts';
import type { TaughtWords } from '../reading.ts';
import { wordKey, wordsOf } from './normalize-word.ts';
import { isMeaning, type Vocabulary, type WordTable } from './vocabulary.ts';

/** `conflict` when the text holds words of different meanings. */
export type WordMatch<Meaning extends string> =
  | { readonly kind: 'meaning'; readonly meaning: Meaning }
  | { readonly kind: 'conflict'; readonly words: readonly string[] }
  | { readonly kind: 'unknown' };

interface Phrase<Meaning extends string> {
  readonly words: string;
  readonly length: number;
  readonly meaning: Meaning;
  readonly givesWay: boolean;
}

/** Longer texts are remarks, which no rule should decide on. */
const MOST_WORDS = 10;

/** Words beside a status that do not change it: `Sold on October 31`, `Status: Active`. `not` must never be here. */
const FILLERS: ReadonlySet<string> = new Set(
  (
    'the a as of on in at by since from until date dated status listing property type mls and with is now currently ' +
    'january february march april may june july august september october november december ' +
    'jan feb mar apr jun jul aug sep sept oct nov dec'
  ).split(' '),
);
const NUMBER_WORD = /^\d+(?:st|nd|rd|th|am|pm)?$/;

/**
 * The meaning of a text: a taught word, else a known word, else the known phrases it consists of, longest first and
 * with nothing left over but dates and words such as "status". All phrases must mean the same, but for those that give
 * way to others: `Residential rental` is for rent, though `Residential` alone is a sale.
 */
export function matchWord<Meaning extends string>(
  vocabulary: Vocabulary<Meaning>,
  text: string,
  taughtWords?: TaughtWords,
): WordMatch<Meaning> {
  const key = wordKey(text);
  const meaning = taughtMeaning(vocabulary, key, taughtWords) ?? vocabulary.wordTable().meaningByKey.get(key);
  if (meaning !== undefined) return { kind: 'meaning', meaning };
  const phrases = coveringPhrases(vocabulary, wordsOf(text));
  return phrases === undefined ? { kind: 'unknown' } : agreement(phrases);
}

/** The known word, as written in the vocabulary, that a text with typing errors probably stands for. */
export function nearestKnownWord<Meaning extends string>(
  vocabulary: Vocabulary<Meaning>,
  text: string,
): string | undefined {
  const { writtenByKey } = vocabulary.wordTable();
  const key = nearestWord(wordKey(text), [...writtenByKey.keys()]);
  return key === undefined ? undefined : writtenByKey.get(key);
}

/** The phrases of a text from left to right; `undefined` when a word is left over that could change the meaning. */
function coveringPhrases<Meaning extends string>(
  { wordTable, besides }: Vocabulary<Meaning>,
  words: readonly string[],
): readonly Phrase<Meaning>[] | undefined {
  if (words.length > MOST_WORDS) return undefined;
  const table = wordTable();
  const phrases: Phrase<Meaning>[] = [];
  let wordIndex = 0;
  while (wordIndex < words.length) {
    const phrase = phraseAt(table, words, wordIndex);
    const word = words[wordIndex] ?? '';
    if (phrase === undefined && !isFiller(word) && !besides().has(word)) return undefined;
    if (phrase !== undefined) phrases.push(phrase);
    wordIndex += phrase?.length ?? 1;
  }
  return phrases.length === 0 ? undefined : phrases;
}

/** The longest phrase that begins at a word. Single letters mean something only when they stand alone in a cell. */
function phraseAt<Meaning extends string>(
  { meaningByKey, givingWay, longestPhraseWords }: WordTable<Meaning>,
  words: readonly string[],
  wordIndex: number,
): Phrase<Meaning> | undefined {
  const longest = Math.min(longestPhraseWords, words.length - wordIndex);
  for (let length = longest; length > 0; length -= 1) {
    const phrase = words.slice(wordIndex, wordIndex + length);
    const key = phrase.join('');
    const meaning = key.length > 1 ? meaningByKey.get(key) : undefined;
    if (meaning !== undefined) return { words: phrase.join(' '), length, meaning, givesWay: givingWay.has(key) };
  }
  return undefined;
}

function agreement<Meaning extends string>(all: readonly Phrase<Meaning>[]): WordMatch<Meaning> {
  const deciding = all.filter((phrase) => !phrase.givesWay);
  const phrases = deciding.length === 0 ? all : deciding;
  const [first] = phrases;
  if (first === undefined) return { kind: 'unknown' };
  return phrases.every((phrase) => phrase.meaning === first.meaning)
    ? { kind: 'meaning', meaning: first.meaning }
    : { kind: 'conflict', words: phrases.map((phrase) => phrase.words) };
}

function isFiller(word: string): boolean {
  return FILLERS.has(word) || NUMBER_WORD.test(word);
}

/** Taught words by their key, prepared once for each object that settings hold. */
const PREPARED = new WeakMap<Readonly<Record<string, string>>, ReadonlyMap<string, string>>();

function taughtMeaning<Meaning extends string>(
  vocabulary: Vocabulary<Meaning>,
  key: string,
  taughtWords: TaughtWords | undefined,
): Meaning | undefined {
  const taught = taughtWords?.[vocabulary.name];
  if (taught === undefined) return undefined;
  const prepared = PREPARED.get(taught) ?? prepare(taught);
  const meaning = prepared.get(key);
  return meaning !== undefined && isMeaning(vocabulary, meaning) ? meaning : undefined;
}

function prepare(taught: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  const prepared = new Map(Object.entries(taught).map(([word, meaning]) => [wordKey(word), meaning]));
  PREPARED.set(taught, prepared);
  return prepared;
}
