/** Words for what is rented and for how a home can be visited. */
import { SEEN_IN } from './sources.ts';
import { type VocabularyEntry, vocabulary } from './vocabulary.ts';

/** What a tenant gets. */
export type SpaceType = 'Entire place' | 'Room';

/** How a home can be visited. */
export type Tour = 'OpenHouse' | '3D';

const spaces = (): readonly VocabularyEntry<SpaceType>[] => [
  { meaning: 'Entire place', source: SEEN_IN.platform, words: ['Entire place'] },
  { meaning: 'Room', source: SEEN_IN.platform, words: ['Room'] },
  {
    meaning: 'Entire place',
    source: SEEN_IN.rentals,
    words: ['Entire', 'Entire home', 'Entire home/apt', 'Entire unit'],
  },
  { meaning: 'Entire place', source: SEEN_IN.rentals, words: ['Entire apartment', 'Entire house', 'Entire property'] },
  {
    meaning: 'Entire place',
    source: SEEN_IN.usual,
    words: ['Whole', 'Whole place', 'Whole unit', 'Whole home', 'Full unit'],
  },
  {
    meaning: 'Room',
    source: SEEN_IN.rentals,
    words: ['Private room', 'Shared room', 'Room only', 'Rooms', 'Single room'],
  },
  {
    meaning: 'Room',
    source: SEEN_IN.usual,
    words: ['Bedroom', 'Room for rent', 'Roommate', 'Flatshare', 'House share'],
  },
];

const tours = (): readonly VocabularyEntry<Tour>[] => [
  { meaning: 'OpenHouse', source: SEEN_IN.platform, words: ['OpenHouse', 'Open House'] },
  { meaning: '3D', source: SEEN_IN.platform, words: ['3D'] },
  { meaning: 'OpenHouse', source: SEEN_IN.usual, words: ['Open houses', 'OH', 'Open for inspection', 'Open home'] },
  {
    meaning: '3D',
    source: SEEN_IN.zillow,
    words: ['3D Home', '3D tour', '3D model', '3D walkthrough', '3D virtual tour'],
  },
  {
    meaning: '3D',
    source: SEEN_IN.usual,
    words: ['Matterport', 'Virtual tour', 'VR tour', '360 tour', '360', 'Virtual'],
  },
];

/** Words of space-for-rent columns. Taught words are kept under `spaceType`. */
export const SPACE_TYPE = vocabulary('spaceType', spaces);

/** Words of tour columns. Taught words are kept under `tours`. */
export const TOUR = vocabulary('tours', tours);
