/** Units of area: how they are written, how they convert, and which ones nobody should guess about. */
import { lexicon, type TakenWord, takeWord } from './lexicon.ts';
import { SEEN_IN } from './sources.ts';
import { type VocabularyEntry, vocabulary } from './vocabulary.ts';

/** The two units the platform knows. */
export type PlatformAreaUnit = 'Square Feet' | 'Square Meters';

/** A unit in which sheets give areas. */
export type AreaUnit = PlatformAreaUnit | 'Square Yards' | 'Acres' | 'Hectares';

/** Words of area-unit columns that name one of the platform's units. Taught words are kept under `areaUnit`. */
export const AREA_UNIT = vocabulary(
  'areaUnit',
  () =>
    [
      { meaning: 'Square Feet', source: SEEN_IN.platform, words: ['Square Feet'] },
      { meaning: 'Square Meters', source: SEEN_IN.platform, words: ['Square Meters'] },
      {
        meaning: 'Square Feet',
        source: SEEN_IN.usual,
        words: ['sq ft', 'sqft', 'sf', 'ft2', 'ft²', 'ft', 'feet', 'square foot'],
      },
      { meaning: 'Square Feet', source: SEEN_IN.event, words: ['FTK', 'SquareFeet', 'SqFt', 'sf ft'] },
      {
        meaning: 'Square Meters',
        source: SEEN_IN.usual,
        words: ['sqm', 'sq m', 'm2', 'm²', 'square metres', 'square meter', 'square metre'],
      },
      { meaning: 'Square Meters', source: SEEN_IN.event, words: ['MTK', 'SquareMeters'] },
      { meaning: 'Square Meters', source: SEEN_IN.german, words: ['qm', 'Quadratmeter'] },
      { meaning: 'Square Meters', source: SEEN_IN.spanish, words: ['metros cuadrados', 'mts2', 'mt2'] },
      { meaning: 'Square Meters', source: SEEN_IN.portuguese, words: ['metros quadrados'] },
      { meaning: 'Square Meters', source: SEEN_IN.french, words: ['mètres carrés'] },
    ] satisfies readonly VocabularyEntry<PlatformAreaUnit>[],
);

/** Units as they follow a number or stand in a header; lower case, without dots. */
export const areaUnitSpellings = (): readonly { readonly unit: AreaUnit; readonly spellings: readonly string[] }[] => [
  {
    unit: 'Square Feet',
    spellings: [
      'square feet',
      'square foot',
      'sq feet',
      'sq foot',
      'sq ft',
      'sqft',
      'sq f',
      'sft',
      'sf',
      'ft²',
      'ft2',
      'ft^2',
      "ft'2",
      'feet²',
      'feet2',
      'feet',
      'ft',
      'pi²',
      'pi2',
      'ftk',
    ],
  },
  {
    unit: 'Square Meters',
    spellings: [
      'square meters',
      'square meter',
      'square metres',
      'square metre',
      'sq meters',
      'sq meter',
      'sq metres',
      'sq metre',
      'sq mtrs',
      'sq mtr',
      'sq mts',
      'sq mt',
      'sq m',
      'sqm',
      'm²',
      'm2',
      'm^2',
      'mq',
      'qm',
      'mts²',
      'mts2',
      'mt²',
      'mt2',
      'metros cuadrados',
      'metros quadrados',
      'mètres carrés',
      'quadratmeter',
      'mtk',
    ],
  },
  {
    unit: 'Square Yards',
    spellings: [
      'square yards',
      'square yard',
      'sq yards',
      'sq yard',
      'sq yds',
      'sq yrd',
      'sq-yrd',
      'sq yd',
      'yd²',
      'yd2',
      'yards²',
      'yards',
      'ydk',
      'gaj',
    ],
  },
  { unit: 'Acres', spellings: ['acres', 'acre', 'acre(s)', 'acreage', 'acs', 'ac', 'acr'] },
  {
    unit: 'Hectares',
    spellings: ['hectares', 'hectare', 'hectáreas', 'hectareas', 'hektar', 'hectaren', 'ettari', 'ha', 'har'],
  },
];

/** Local units that differ from region to region, so that a value in them must be asked about. */
export const LOCAL_AREA_UNITS: readonly string[] =
  'perch,perches,guntha,gunta,guntas,cent,cents,ground,grounds,kanal,kanals,marla,marlas,bigha,bighas,biswa,katha,kottah,ankanam,chatak,aankadam,dunam,dunams,donum,rai,wah,ngan,tsubo,pyeong,ping,mu,manzana,manzanas,tarea,tareas,cuerda,cuerdas,fanega,fanegas,alqueire,alqueires,morgen,rood,roods,feddan,jerib,arpent,arpents,stremma'.split(
    ',',
  );

const UNIT_WORDS = lexicon(() =>
  areaUnitSpellings().flatMap(({ unit, spellings }) =>
    [...spellings, ...spellings.map((spelling) => spelling.replace(/ /g, ''))].map((word) => ({ word, meaning: unit })),
  ),
);

/** The unit that a whole text names, as in a column of units: `sq.yd.` → Square Yards, `SquareFeet` → Square Feet. */
export function areaUnitOf(text: string): AreaUnit | undefined {
  const taken = takeAreaUnit(text.toLowerCase().replace(/[_-]/g, ' '));
  return taken?.rest === '' ? taken.meaning : undefined;
}

/** Takes the unit at the beginning of a lower-case text, dots aside: `sq. ft. lot` → Square Feet, rest `lot`. */
export function takeAreaUnit(text: string): TakenWord<AreaUnit> | undefined {
  return takeWord(UNIT_WORDS, text.replace(/\./g, ' ').replace(/ {2,}/g, ' ').trim());
}

/** Whether a lower-case text begins with a unit of area, a local one included. */
export function beginsWithAreaUnit(text: string): boolean {
  return takeAreaUnit(text) !== undefined || LOCAL_AREA_UNITS.includes(text.replace(/\.$/, ''));
}

/** Square meters in one square foot, from the international foot of 0.3048 m; all other factors follow from it. */
const METERS_PER_FOOT = 0.09290304;

/** Square feet in one unit. */
const FEET_PER_UNIT: Readonly<Record<AreaUnit, number>> = {
  'Square Feet': 1,
  'Square Meters': 1 / METERS_PER_FOOT,
  'Square Yards': 9,
  Acres: 43_560,
  Hectares: 10_000 / METERS_PER_FOOT,
};

/** Square meters in one unit. */
const METERS_PER_UNIT: Readonly<Record<AreaUnit, number>> = {
  'Square Feet': METERS_PER_FOOT,
  'Square Meters': 1,
  'Square Yards': 0.83612736,
  Acres: 4046.8564224,
  Hectares: 10_000,
};

/** Whether a text is the name of a unit that can be converted. */
export function isAreaUnit(text: string): text is AreaUnit {
  return text in METERS_PER_UNIT;
}

/**
 * Converts an area, unrounded: 1 acre = 43,560 ft² = 4,046.8564224 m², 1 hectare = 10,000 / 0.09290304 ft².
 *
 * @see https://www.nist.gov/pml/special-publication-811 "Guide for the Use of the SI", appendix B (read 2026-11-21).
 */
export function convertArea(size: number, from: AreaUnit, to: PlatformAreaUnit): number {
  return size * (to === 'Square Feet' ? FEET_PER_UNIT[from] : METERS_PER_UNIT[from]);
}

/** The platform's unit that belongs to a unit's system: acres and yards go with feet, hectares with meters. */
export function platformUnitOf(unit: AreaUnit): PlatformAreaUnit {
  return unit === 'Square Meters' || unit === 'Hectares' ? 'Square Meters' : 'Square Feet';
}
