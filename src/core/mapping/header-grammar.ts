/**
 * Takes apart headers that say more than a known name: `Approx SqFt`, `property_price`, `Total Carpet Area`, `Price AED`. The words
 * around a known name are those that say nothing of what the column is; any other word makes it another header.
 */
import type { FieldKind } from '../listing/fields.ts';
import { currencyOf } from '../listing/vocabulary/currency.ts';
import { normalizeHeader } from './normalize-header.ts';

/** Words in front of a name that say whose it is: namespaces of web sites and messages, and the home itself. */
const NAMESPACES = words(
  'property properties prop listing listings home house estate real homes object item data about details detail info fave wpcf acf cf es re ' +
    'pba pb rem epl mls idx rets field x hdp result node address location geo attributes attribute features specs',
);
/** What a suffix of Salesforce and the like leaves behind. */
const TAILS = words('c pb field txt raw formatted mls');

/** How Salesforce ends the names of fields that somebody added. */
const CUSTOM_FIELD = /__c\s*$/i;
/** The number of a question in a form: `02. Bedrooms`, `3) Baths`. */
const ORDINAL = /^\s*\d{1,2}[.)]\s+(?=\p{L})/u;

const ROUGHLY = words('approx approximate approximately apx apprx appx appr about circa ca est estimated roughly');
const IN_ALL = words('total tot overall all');
const NUMBER_OF = words('number no num nr n of count qty quantity the how many');
const FILLERS = words('in of the per');

/** Which words may stand around the name of a field of a kind. */
const AROUND: { readonly [Kind in FieldKind]?: ReadonlySet<string> } = {
  area: union(ROUGHLY, IN_ALL, FILLERS),
  count: union(ROUGHLY, IN_ALL, NUMBER_OF),
  bathrooms: union(ROUGHLY, IN_ALL, NUMBER_OF),
  year: union(ROUGHLY, FILLERS),
  days: union(IN_ALL, NUMBER_OF),
  money: union(words('current actual'), FILLERS),
};

const AREA_NOUN =
  /\b(?:square (?:feet|foot|footage|met(?:er|re)s?)|sq (?:feet|foot|ft|m|met(?:er|re)s?|mtrs?|yards?|yds?)|sq ?ft|sqft|sqm|sf|ft 2|m 2|acres?|hectares?)\b/g;
const SIZES = words('size area space footage sqft superficie surface');
const OF_BUILDING = words(
  'building bldg blg living floor carpet interior internal inside built builtup up super covered heated cooled ' +
    'finished gross net usable useful main house home property apartment apt dwelling residence constructed plinth la gla tla unit ' +
    'construida construidos construccion habitable util utiles construite privativa coberta commerciale calpestabile',
);
const OF_LOT = words('lot land plot site parcel terrain ground');
const TWO_KINDS = words('lot land');

/** The names that a header may come down to, with the kinds of fields that may bear the words around them. */
export interface InnerName {
  readonly name: string;
  /** Absent: any kind. */
  readonly kinds?: ReadonlySet<FieldKind>;
}

/** What a header names once the words around it are taken away, the longest name first; `[]` when nothing is around it. */
export function innerNames(header: string): readonly InnerName[] {
  const all = normalizeHeader(header.replace(ORDINAL, '')).split(' ');
  const own = withoutTails(all, CUSTOM_FIELD.test(header));
  const isLess = own.length < all.length || ORDINAL.test(header);
  const names: InnerName[] = isLess ? [{ name: own.join(' ') }] : [];
  for (let start = 1; start < own.length && NAMESPACES.has(own[start - 1] ?? ''); start += 1) {
    names.push({ name: own.slice(start).join(' ') });
  }
  const withSelf: readonly InnerName[] = [{ name: own.join(' ') }, ...names];
  return [...names, ...withSelf.flatMap(({ name }) => withoutAround(name))];
}

/** The field of size that a header names by its parts: `Carpet Area`, `Bldg SqFt`, `Total Lot Sq Ft`. */
export function sizeNamed(header: string): 'BuildingArea' | 'LotArea' | undefined {
  const around = AROUND.area ?? new Set();
  const all = normalizeHeader(header).replace(AREA_NOUN, 'sqft').split(' ');
  const parts = withoutTails(all, CUSTOM_FIELD.test(header));
  const isSize = parts.some((word) => SIZES.has(word));
  const isKnown = (word: string) =>
    SIZES.has(word) ||
    OF_BUILDING.has(word) ||
    OF_LOT.has(word) ||
    around.has(word) ||
    NAMESPACES.has(word) ||
    word === 'value';
  if (isOneFloor(parts)) return undefined;
  // `Lot Size Unit` is no size.
  const last = parts[parts.length - 1] ?? '';
  if (!isSize || !parts.every(isKnown) || last === 'unit') return undefined;
  const ofLot = parts.some((word) => OF_LOT.has(word));
  const ofBuilding = parts.some((word) => OF_BUILDING.has(word) && !TWO_KINDS.has(word));
  if (ofLot) return 'LotArea';
  return ofBuilding || parts.includes('sqft') ? 'BuildingArea' : undefined;
}

/** `Main Floor SF` and `Ground Floor Area` are parts of the home, as is what is merely main; `Main House SF` is the home. */
function isOneFloor(parts: readonly string[]): boolean {
  const isPart = (word: string, index: number) => PART_OF_HOME.has(word) && FLOOR.has(parts[index + 1] ?? '');
  return parts.some(isPart) || (parts.includes('main') && !parts.some((word) => WHOLE_HOME.has(word)));
}

const PART_OF_HOME = words('main ground first second third upper lower top 1st 2nd 3rd');
const FLOOR = words('floor level story storey');
const WHOLE_HOME = words('house home building bldg blg residence dwelling property');

const PRICE_NOUN = words('price prices precio preis prix preco prezzo prijs amount value importe valor $ € £');
const SOLD = words(
  'sold achieved closed closing final transaction settled settlement contract realised realized hammer vendido vendu venduto verkauft cierre',
);
const OF_SALE = words('sale sales venta vente vendita venda lista');
const OF_RENT = words('rent rental alquiler renta arriendo aluguel location affitto miete');
const PRICE_FILLERS = words('the of for at de di da en in');
/** Words that are noun and kind in one. */
const COMPOUNDS: ReadonlyMap<string, 'sale' | 'rent'> = new Map([
  ['verkaufspreis', 'sale'],
  ['angebotspreis', 'sale'],
  ['kaufpreis', 'sale'],
  ['mietpreis', 'rent'],
]);

/** The price that a header names by its parts: `Precio de venta`, `Price Achieved`, `Sold for`, `Mietpreis`. */
export function priceNamed(header: string): 'sale' | 'sold' | 'rent' | undefined {
  const parts = normalizeHeader(header).split(' ');
  const compound = COMPOUNDS.get(parts.join(' '));
  if (compound !== undefined) return compound;
  const kinds = [PRICE_NOUN, SOLD, OF_SALE, OF_RENT, PRICE_FILLERS];
  if (!parts.every((word) => kinds.some((kind) => kind.has(word)))) return undefined;
  const has = (kind: ReadonlySet<string>) => parts.some((word) => kind.has(word));
  const isSold = has(SOLD) && (has(PRICE_NOUN) || /\b(?:for|at)$/.test(parts.join(' ')));
  if (isSold) return has(OF_RENT) ? undefined : 'sold';
  if (!has(PRICE_NOUN) || has(OF_SALE) === has(OF_RENT)) return undefined;
  return has(OF_SALE) ? 'sale' : 'rent';
}

/** What a price is called that was changed: the one that is asked now. */
const PRESENT = words(
  'reduced new now current discounted lowered revised adjusted updated latest rebajado rebajada reducido reducida nuevo nueva ' +
    'reduzierter reduzierte reduziert neuer neue aktueller aktuelle reduit reduite nouveau actuel ridotto ribassato nuovo attuale ' +
    'reduzido novo atual verlaagde nieuwe huidige',
);
const ASKED = words('asking list listing listed offer');
/** Nouns of what is asked; a *Current Value* is an estimate. */
const ASKED_NOUN = union(
  words('asking rent vraagprijs koopprijs huurprijs kaufpreis miete loyer affitto'),
  without(PRICE_NOUN, 'amount value importe valor'),
);

/**
 * The price that a header names as changed: `Reduced Price`, `New List Price`, `Price reduced to`, `Neuer Preis`. A *Current Rent*
 * is what a tenant pays.
 */
export function reducedPriceNamed(header: string): 'sale' | 'rent' | undefined {
  const all = normalizeHeader(header).split(' ');
  const start = all.findIndex((word) => !NAMESPACES.has(word));
  const parts = all.slice(Math.max(0, start));
  if (parts.join(' ') === 'reduced to') return 'sale';
  const kinds = [ASKED_NOUN, PRESENT, ASKED, OF_SALE, OF_RENT, PRICE_FILLERS];
  if (!parts.every((word) => word === 'to' || kinds.some((kind) => kind.has(word)))) return undefined;
  const has = (kind: ReadonlySet<string>) => parts.some((word) => kind.has(word));
  if (!has(ASKED_NOUN) || !has(PRESENT)) return undefined;
  if (!has(RENTS)) return 'sale';
  return parts.includes('current') ? undefined : 'rent';
}

const RENTS = union(OF_RENT, words('huurprijs miete loyer'));

function withoutTails(all: readonly string[], isCustomField: boolean): readonly string[] {
  let end = all.length;
  while (end > 1 && TAILS.has(all[end - 1] ?? '') && (isCustomField || all[end - 1] !== 'c')) end -= 1;
  return all.slice(0, end);
}

function withoutAround(name: string): readonly InnerName[] {
  const found: InnerName[] = [];
  for (const [kind, around] of AROUND_ENTRIES) {
    const inner = name
      .split(' ')
      .filter((word) => !around.has(word) && !(kind === 'money' && isCurrency(word)))
      .join(' ');
    if (inner !== name && inner !== '') found.push({ name: inner, kinds: new Set([kind]) });
  }
  return found;
}

const AROUND_ENTRIES = Object.entries(AROUND) as readonly (readonly [FieldKind, ReadonlySet<string>])[];

function isCurrency(word: string): boolean {
  return (word.length >= 3 || /[^a-z]/.test(word)) && currencyOf(word) !== undefined;
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}

function without(set: ReadonlySet<string>, list: string): ReadonlySet<string> {
  const left = words(list);
  return new Set([...set].filter((word) => !left.has(word)));
}

function union(...sets: readonly ReadonlySet<string>[]): ReadonlySet<string> {
  return new Set(sets.flatMap((set) => [...set]));
}
