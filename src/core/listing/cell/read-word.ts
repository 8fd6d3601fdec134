/** Reads cells whose words stand for a closed set of meanings. */
import type { Cell } from '../../sheet/table.ts';
import { found, type ReadContext, type Reading, unreadable } from '../reading.ts';
import { matchWord, nearestKnownWord } from '../vocabulary/match-word.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { entryOf, withoutQuantity } from './entry.ts';

/**
 * Reads a word of a vocabulary; an unknown word is unreadable and the nearest known one is suggested. What the
 * vocabulary knows is never taken for a blank: `Not available` is a status, and nothing elsewhere.
 */
export function readWord<Meaning extends string>(
  vocabulary: Vocabulary<Meaning>,
  cell: Cell,
  context: ReadContext,
  expected: string,
): Reading<Meaning> {
  const known = knownMeaning(vocabulary, cell, context);
  if (known !== undefined) return found(known);
  const entry = entryOf(cell);
  switch (entry.kind) {
    case 'text':
      return readWordText(vocabulary, entry.text, context, expected);
    case 'number':
      return readWordText(vocabulary, String(entry.value), context, expected);
    case 'date':
      return unreadable(expected);
    default:
      return withoutQuantity(entry, expected);
  }
}

/** Reads a text as a word of a vocabulary. */
export function readWordText<Meaning extends string>(
  vocabulary: Vocabulary<Meaning>,
  text: string,
  context: ReadContext,
  expected: string,
): Reading<Meaning> {
  const match = matchWord(vocabulary, text, context.taughtWords);
  switch (match.kind) {
    case 'meaning':
      return found(match.meaning);
    case 'conflict':
      return unreadable(expected, `It says ${match.words.map((word) => `“${word}”`).join(' and ')} at once.`);
    case 'unknown':
      return {
        ...unreadable(expected, suggestionFor(vocabulary, text)),
        unknownWord: { vocabulary: vocabulary.name, word: text },
      };
    default:
      return match satisfies never;
  }
}

function knownMeaning<Meaning extends string>(
  vocabulary: Vocabulary<Meaning>,
  { value }: Cell,
  { taughtWords }: ReadContext,
): Meaning | undefined {
  if (typeof value !== 'string' || value === '') return undefined;
  const match = matchWord(vocabulary, value, taughtWords);
  return match.kind === 'meaning' ? match.meaning : undefined;
}

function suggestionFor<Meaning extends string>(vocabulary: Vocabulary<Meaning>, text: string): string | undefined {
  const nearest = nearestKnownWord(vocabulary, text);
  return nearest === undefined ? undefined : `Did you mean ${nearest}?`;
}
