/** All vocabularies, for documentation and for teaching words by name. */
import { AREA_UNIT } from './area-unit.ts';
import { LISTING_STATUS } from './listing-status.ts';
import { nearestKnownWord } from './match-word.ts';
import { SPACE_TYPE, TOUR } from './offers.ts';
import { PROPERTY_TYPE } from './property-type.ts';
import { SALE_TYPE } from './sale-type.ts';

/** Every vocabulary, in the order in which people meet them. */
export const ALL_VOCABULARIES = [LISTING_STATUS, SALE_TYPE, PROPERTY_TYPE, AREA_UNIT, TOUR, SPACE_TYPE];

/** What a word of a vocabulary can mean; nothing for a name that is none. */
export function vocabularyMeanings(name: string): readonly string[] {
  return [...(ALL_VOCABULARIES.find((vocabulary) => vocabulary.name === name)?.meanings() ?? [])];
}

/** The known word that an unknown one of a vocabulary probably was meant to be, as people write it; for a typo. */
export function suggestedWord(name: string, word: string): string | undefined {
  for (const vocabulary of ALL_VOCABULARIES) if (vocabulary.name === name) return nearestKnownWord(vocabulary, word);
  return undefined;
}

/** Whether a text is one of the words that vocabularies know, as people write it. */
export function isVocabularyWord(text: string): boolean {
  return ALL_VOCABULARIES.some(({ entries }) => entries().some(({ words }) => words.includes(text)));
}
