/** Looks up which fields a header may stand for, by its name alone. */
import { FIELDS, type FieldDefinition, type FieldName, fieldDefinition } from '../listing/fields.ts';
import { lazily } from '../terms/lazily.ts';
import { innerNames, priceNamed, reducedPriceNamed, sizeNamed } from './header-grammar.ts';
import { type HeaderUnit, splitQualifier } from './header-unit.ts';
import { headerKeys } from './normalize-header.ts';
import { identitySynonyms } from './synonyms/identity-synonyms.ts';
import { languageSynonyms } from './synonyms/language-synonyms.ts';
import { placeSynonyms } from './synonyms/place-synonyms.ts';
import { presentationSynonyms } from './synonyms/presentation-synonyms.ts';
import { priceSynonyms } from './synonyms/price-synonyms.ts';
import { roomSynonyms } from './synonyms/room-synonyms.ts';
import { sizeSynonyms } from './synonyms/size-synonyms.ts';
import { statusSynonyms } from './synonyms/status-synonyms.ts';
import type { SheetMarket, Synonym, SynonymStrength } from './synonyms/synonym.ts';
import { isTrap, trapReason } from './synonyms/traps.ts';

/** One field that a header may stand for. `exact` is the field's own documented name or label. */
export interface HeaderMeaning {
  readonly field: FieldName;
  readonly strength: 'exact' | SynonymStrength;
  /** On such a sheet the header beats every other name of the field. */
  readonly leadsWhen?: SheetMarket;
}

/** Every entry of the dictionary. */
export const allSynonyms = (): readonly Synonym[] => [
  ...identitySynonyms(),
  ...statusSynonyms(),
  ...roomSynonyms(),
  ...sizeSynonyms(),
  ...priceSynonyms(),
  ...placeSynonyms(),
  ...presentationSynonyms(),
  ...languageSynonyms(),
];

/** Strongest first. */
const STRENGTHS: readonly HeaderMeaning['strength'][] = [
  'exact',
  'sure',
  'usual',
  'fallback',
  'ifValuesFit',
  'proposal',
];

/** Groups of flattened listing objects: below them `city` is the listing's city, below `agent` it would not be. */
const LISTING_PATHS =
  /^(?:hdpData\.homeInfo|homeInfo|address|location|property|listing|latLong|geo|resoFacts)[./](\w+)$/i;

/** The name that Redfin's URL column opens with; the rest is an address that changed over the years. */
const REDFIN_URL_PREFIX = /^url \(see /i;

const meaningsByKey = lazily(indexMeanings);

/**
 * The fields that a header may stand for, at most one entry per field; `[]` for a header nobody uses for a field.
 * The form with signs is tried first, then without signs, then without a unit in brackets, then below a path; at last the
 * words around a known name are taken away, and then the cells must confirm what is left.
 */
export function meaningsOf(header: string): readonly HeaderMeaning[] {
  if (REDFIN_URL_PREFIX.test(header.trim())) return [{ field: 'Url', strength: 'sure' }];
  const known = namedMeanings(header) ?? qualifiedMeanings(header) ?? pathMeanings(header);
  return (known ?? (isAnyTrap(header) ? [] : grammarMeanings(header))).flatMap((meaning) => pastTraps(header, meaning));
}

/** What is left of a header is a usual name at best: the words that were taken away may have mattered. */
function grammarMeanings(header: string): readonly HeaderMeaning[] {
  for (const { name, kinds } of innerNames(header)) {
    if (isAnyTrap(name)) return [];
    const fitting = (namedMeanings(name) ?? []).filter(
      ({ field }) => kinds === undefined || kinds.has(fieldDefinition(field).kind),
    );
    if (fitting.length > 0) return fitting.map(weakened);
  }
  const size = sizeNamed(header);
  return size === undefined ? priceMeanings(header) : [{ field: size, strength: 'usual' }];
}

function priceMeanings(header: string): readonly HeaderMeaning[] {
  const price = priceNamed(header);
  switch (price) {
    case 'sold':
      return [{ field: 'SalePrice', strength: 'fallback', leadsWhen: 'sold' }];
    case 'sale':
      return [{ field: 'SalePrice', strength: 'usual' }];
    case 'rent':
      return [{ field: 'RentPrice', strength: 'usual' }];
    case undefined:
      return reducedMeanings(header);
    default:
      return price satisfies never;
  }
}

/** Beside another asked price it only changes that one. */
function reducedMeanings(header: string): readonly HeaderMeaning[] {
  const price = reducedPriceNamed(header);
  return price === undefined ? [] : [{ field: price === 'rent' ? 'RentPrice' : 'SalePrice', strength: 'fallback' }];
}

function weakened(meaning: HeaderMeaning): HeaderMeaning {
  return meaning.strength === 'exact' || meaning.strength === 'sure' ? { ...meaning, strength: 'usual' } : meaning;
}

function namedMeanings(header: string): readonly HeaderMeaning[] | undefined {
  const { signed, plain } = headerKeys(header);
  return meaningsByKey().get(signed) ?? meaningsByKey().get(plain);
}

function qualifiedMeanings(header: string): readonly HeaderMeaning[] | undefined {
  const qualified = splitQualifier(header);
  if (qualified === undefined) return undefined;
  return namedMeanings(qualified.subject)?.filter(({ field }) =>
    canBeMeasuredIn(fieldDefinition(field), qualified.unit),
  );
}

function pathMeanings(header: string): readonly HeaderMeaning[] | undefined {
  const name = LISTING_PATHS.exec(header.trim())?.[1];
  return name === undefined ? repeatedMeanings(header) : namedMeanings(name);
}

/** `listingPrice.price` says twice what it is: group and member stand for the same field. */
function repeatedMeanings(header: string): readonly HeaderMeaning[] | undefined {
  const [member, group] = header.trim().split(/[./]/).reverse();
  if (member === undefined || group === undefined) return undefined;
  const ofGroup = namedMeanings(group) ?? [];
  const both = (namedMeanings(member) ?? []).filter(({ field }) => ofGroup.some((other) => other.field === field));
  return both.length === 0 ? undefined : both;
}

function isAnyTrap(header: string): boolean {
  return trapReason(header) !== undefined;
}

function canBeMeasuredIn(field: FieldDefinition, unit: HeaderUnit): boolean {
  switch (unit.kind) {
    case 'area':
      return field.kind === 'area';
    case 'money':
      return field.kind === 'money';
    case 'month':
      return field.name === 'RentPrice' || field.name === 'HOAMonth';
    default:
      return unit satisfies never;
  }
}

/**
 * A trap shuts out a name unless it is written exactly as documented (`SaleType`, not `SALE TYPE`). Where the
 * dictionary itself asks for fitting cells, the cells decide.
 */
function pastTraps(header: string, meaning: HeaderMeaning): readonly HeaderMeaning[] {
  const { field, strength } = meaning;
  if (header.trim() === field || !isTrap(header, field) || strength === 'ifValuesFit') return [meaning];
  return strength === 'exact' ? [{ field, strength: 'ifValuesFit' }] : [];
}

function indexMeanings(): ReadonlyMap<string, readonly HeaderMeaning[]> {
  const index = new Map<string, HeaderMeaning[]>();
  for (const { field, header, strength, leadsWhen } of allSynonyms()) {
    const meaning = leadsWhen === undefined ? { field, strength } : { field, strength, leadsWhen };
    const { signed, plain } = headerKeys(header);
    addMeaning(index, signed, meaning);
    if (plain !== signed) addMeaning(index, plain, meaning);
  }
  for (const { name, label, origin } of FIELDS) {
    if (origin !== 'tab') continue;
    addMeaning(index, headerKeys(name).plain, { field: name, strength: 'exact' });
    addMeaning(index, headerKeys(label).plain, { field: name, strength: 'exact' });
  }
  return index;
}

/** Of several entries for one field the strongest stays; a market in which the name leads is kept with it. */
function addMeaning(index: Map<string, HeaderMeaning[]>, key: string, meaning: HeaderMeaning): void {
  const known = index.get(key);
  if (known === undefined) {
    index.set(key, [meaning]);
    return;
  }
  const same = known.find((other) => other.field === meaning.field);
  const merged = same === undefined ? meaning : strongerOf(same, meaning);
  index.set(key, [...known.filter((other) => other !== same), merged]);
}

function strongerOf(one: HeaderMeaning, other: HeaderMeaning): HeaderMeaning {
  const strength = STRENGTHS.indexOf(one.strength) <= STRENGTHS.indexOf(other.strength) ? one.strength : other.strength;
  const leadsWhen = one.leadsWhen ?? other.leadsWhen;
  return leadsWhen === undefined ? { field: one.field, strength } : { field: one.field, strength, leadsWhen };
}

/** Whether a text is a name that columns have, so that a row of them is a header row. */
export function isKnownHeader(text: string): boolean {
  return text !== '' && (meaningsOf(text).length > 0 || isAnyTrap(text));
}
