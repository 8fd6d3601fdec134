/** All vocabularies, for documentation and for teaching words by name. */
import { AREA_UNIT } from './area-unit.ts';
import { LISTING_STATUS } from './listing-status.ts';
import { SPACE_TYPE, TOUR } from './offers.ts';
import { PROPERTY_TYPE } from './property-type.ts';
import { SALE_TYPE } from './sale-type.ts';

/** Every vocabulary, in the order in which people meet them. */
export const ALL_VOCABULARIES = [LISTING_STATUS, SALE_TYPE, PROPERTY_TYPE, AREA_UNIT, TOUR, SPACE_TYPE];

/** What a word of a vocabulary can mean; nothing for a name that is none. */
export function vocabularyMeanings(name: string): readonly string[] {
  return [...(ALL_VOCABULARIES.find((vocabulary) => vocabulary.name === name)?.meanings ?? [])];
}
