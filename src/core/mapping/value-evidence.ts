/** Judges whether a column's cells can be what a field holds. */
import type { FieldDefinition, FieldKind } from '../listing/fields.ts';
import { lazily } from '../terms/lazily.ts';
import type { CellTrait } from './cell-traits.ts';
import { type ColumnShape, shareOf } from './column-shape.ts';

/** What the cells say about a match that the header suggests. */
export type Evidence = 'supports' | 'neutral' | 'blank' | 'contradicts';

type Test = (shape: ColumnShape) => boolean;

/** One of the tests is enough. Contradictions are looked for first. */
interface Rule {
  readonly contradicts: readonly Test[];
  readonly supports: readonly Test[];
}

/** Most cells: what a column is about. Some cells of a real sheet are always odd. */
const MOST = 0.6;
/** Half of the cells: enough to say that a column is about something else. */
const HALF = 0.5;
/** Hardly any cell: the column is not about it. */
const HARDLY = 0.2;

const noLink = (): readonly Test[] => [most('url'), most('relativeUrl')];
const noAmount = (): readonly Test[] => [
  ...noLink(),
  most('date'),
  most('booleanWord'),
  most('plainWords'),
  most('longText'),
];
const noWords = (): readonly Test[] => [
  ...noLink(),
  most('number'),
  most('date'),
  most('booleanWord'),
  most('coordinatePair'),
];

const kindRules = lazily((): { readonly [Kind in FieldKind]: Rule } => ({
  text: { contradicts: noWords(), supports: [] },
  id: {
    contradicts: [
      ...noLink(),
      most('date'),
      most('booleanWord'),
      most('longText'),
      most('fraction'),
      most('plainWords'),
    ],
    supports: [most('id')],
  },
  zip: { contradicts: [...noAmount(), most('fraction'), most('street')], supports: [most('zip')] },
  state: {
    contradicts: [...noWords(), most('statusWord'), most('soldWord'), most('longText'), most('street')],
    supports: [most('stateCode'), most('stateName')],
  },
  url: {
    contradicts: [hardly('url'), most('imageUrl'), most('relativeUrl'), most('tourUrl')],
    supports: [most('url')],
  },
  urlList: { contradicts: [hardly('url'), most('tourUrl')], supports: [most('url')] },
  count: {
    contradicts: [...noAmount(), half('money'), half('year'), half('area'), hardly('count')],
    supports: [most('count')],
  },
  bathrooms: {
    contradicts: [...noAmount(), half('money'), half('year'), half('area'), hardly('count')],
    supports: [most('count')],
  },
  year: { contradicts: [hardly('year')], supports: [most('year')] },
  days: {
    contradicts: [
      ...noLink(),
      most('plainWords'),
      most('booleanWord'),
      half('money'),
      (shape) => !isDaysOrDates(shape),
    ],
    supports: [most('days'), most('date')],
  },
  money: {
    contradicts: [...noAmount(), mainly('area', 'money'), half('dimensions'), most('street'), isCounted],
    supports: [most('number'), most('money'), most('rentPeriod')],
  },
  area: {
    contradicts: [...noAmount(), mainly('money', 'area'), half('dimensions'), most('coordinatePair')],
    supports: [most('number'), most('area')],
  },
  latitude: { contradicts: [isNoCoordinate('latitude')], supports: [coordinates('latitude')] },
  longitude: { contradicts: [isNoCoordinate('longitude')], supports: [coordinates('longitude')] },
  currency: { contradicts: [hardly('currencyWord')], supports: [most('currencyWord')] },
  choice: { contradicts: noLink(), supports: [] },
  extension: { contradicts: [], supports: [] },
}));

/** Fields whose cells are more telling than their kind. */
const fieldRules = lazily((): { readonly [Name in string]?: Rule } => ({
  ParkingSpots: {
    contradicts: [...kindRules().count.contradicts, isNoNumberOfSpots],
    supports: kindRules().count.supports,
  },
  SaleType: {
    contradicts: [(shape) => offerShare(shape) < HALF && !isLeaseOrType(shape)],
    supports: [(shape) => offerShare(shape) >= MOST, isLeaseOrType],
  },
  Status: {
    contradicts: [...noWords(), most('stateName'), most('longText')],
    supports: [(shape) => shareOf(shape, 'statusWord') + shareOf(shape, 'soldWord') >= MOST],
  },
  UnitAreaPrice: {
    contradicts: [...noAmount(), half('dimensions'), most('street')],
    supports: [most('number'), most('money')],
  },
  AreaUnit: { contradicts: [hardly('areaUnitWord')], supports: [most('areaUnitWord')] },
  Tours: { contradicts: [(shape) => !isTour(shape)], supports: [most('tourWord'), most('date'), most('tourUrl')] },
  SpaceType: { contradicts: [hardly('spaceWord')], supports: [most('spaceWord')] },
  PropertyType: {
    contradicts: [
      ...noWords(),
      most('longText'),
      (shape) => hasOnlyWordsOf(shape, ['saleWord', 'rentWord', 'statusWord']),
    ],
    supports: [half('typeWord')],
  },
  Description: { contradicts: noWords(), supports: [(shape) => shareOf(shape, 'longText') >= 0.3] },
  Location: { contradicts: [...noWords(), most('prose')], supports: [isPlaceName] },
  City: { contradicts: [...noWords(), most('prose'), most('street')], supports: [isPlaceName] },
  Address: { contradicts: noWords(), supports: [half('street')] },
  SalePrice: {
    contradicts: [
      ...noAmount(),
      mainly('area', 'money'),
      half('dimensions'),
      most('street'),
      half('rentPeriod'),
      isCounted,
    ],
    supports: [most('number'), most('money')],
  },
}));

/** Whether a column's cells support, contradict or say nothing about a field; `blank` without telling cells. */
export function evidenceFor(field: FieldDefinition, shape: ColumnShape): Evidence {
  if (shape.filled === 0) return 'blank';
  const rule = fieldRules()[field.name] ?? kindRules()[field.kind];
  if (rule.contradicts.some((test) => test(shape))) return 'contradicts';
  return rule.supports.some((test) => test(shape)) ? 'supports' : 'neutral';
}

function most(trait: CellTrait): Test {
  return (shape) => shareOf(shape, trait) >= MOST;
}

function half(trait: CellTrait): Test {
  return (shape) => shareOf(shape, trait) >= HALF;
}

/** One thing and not the other as well: `1,500 Ft` may be forints or feet. */
function mainly(trait: CellTrait, other: CellTrait): Test {
  return (shape) => shareOf(shape, trait) >= HALF && shareOf(shape, other) < HALF;
}

function hardly(trait: CellTrait): Test {
  return (shape) => shareOf(shape, trait) < HARDLY;
}

/** Whole degrees would also fit counts and days; real coordinates have decimals. */
function coordinates(trait: 'latitude' | 'longitude'): Test {
  return (shape) => shareOf(shape, trait) >= MOST && shareOf(shape, 'fraction') >= HALF;
}

/** Both coordinates in one cell can be read for either field, so they are no contradiction. */
function isNoCoordinate(trait: 'latitude' | 'longitude'): Test {
  return (shape) => shareOf(shape, trait) + shareOf(shape, 'coordinatePair') < HARDLY;
}

/** Words that are no abbreviations of states. */
function isPlaceName(shape: ColumnShape): boolean {
  return shareOf(shape, 'plainWords') >= MOST && shareOf(shape, 'stateCode') < HALF;
}

function isDaysOrDates(shape: ColumnShape): boolean {
  return shareOf(shape, 'days') + shareOf(shape, 'date') >= HALF;
}

/** `Sun 1-4pm` names a time but no day, so nobody could tell whether the open house is over. */
function isTour(shape: ColumnShape): boolean {
  const traits: readonly CellTrait[] = ['tourWord', 'date', 'url', 'booleanWord'];
  return traits.reduce((sum, trait) => sum + shareOf(shape, trait), 0) >= HALF;
}

function hasOnlyWordsOf(shape: ColumnShape, traits: readonly CellTrait[]): boolean {
  const share = traits.reduce((sum, trait) => sum + shareOf(shape, trait), 0);
  return shareOf(shape, 'typeWord') < HARDLY && share >= MOST;
}

/** Small whole numbers and hardly a sum among them: rooms for storage, months of rent, ticks written as 1 and 0. */
function isCounted(shape: ColumnShape): boolean {
  return shareOf(shape, 'count') >= HALF && shareOf(shape, 'sum') + shareOf(shape, 'money') < HARDLY;
}

/** More spots than a home has, in most of the cells that have any: a fee for parking, or the size of a garage. */
function isNoNumberOfSpots({ words }: ColumnShape): boolean {
  const some = [...(words ?? [])].flatMap(([text, rows]) => (Number(text) > 0 ? [{ spots: Number(text), rows }] : []));
  const rowsOf = (counted: typeof some) => counted.reduce((sum, { rows }) => sum + rows, 0);
  return some.length > 0 && rowsOf(some.filter(({ spots }) => spots >= MANY_SPOTS)) > HALF * rowsOf(some);
}

const MANY_SPOTS = 25;

/** RESO's types of property, some of them leases: the others are for sale. */
function isLeaseOrType(shape: ColumnShape): boolean {
  return shareOf(shape, 'rentWord') > 0 && shareOf(shape, 'resoTypeWord') >= MOST;
}

/**
 * The share of cells that say *for sale* or *for rent*; cells that name a status instead do not count, as in a column that has
 * both, unless hardly any other is left.
 */
function offerShare(shape: ColumnShape): number {
  const offers = shareOf(shape, 'saleWord') + shareOf(shape, 'rentWord');
  const statuses = Math.max(0, shareOf(shape, 'statusWord') + shareOf(shape, 'soldWord') - offers);
  return offers < HARDLY || statuses >= 1 ? offers : offers / (1 - statuses);
}
