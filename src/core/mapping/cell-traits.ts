/**
 * Says what one cell looks like, without knowing which field it is for. Sums, areas, counts, postal codes and words are known
 * from those who read them, so that what a field's reader takes never speaks against the field.
 */
import { expandFractions } from '../listing/cell/fractions.ts';
import { readTerms } from '../listing/cell/money-terms.ts';
import { isPostalCode } from '../listing/cell/postal-code.ts';
import { readBathrooms } from '../listing/cell/read-bathrooms.ts';
import { readBedrooms } from '../listing/cell/read-bedrooms.ts';
import { readCount } from '../listing/cell/read-count.ts';
import { readDays } from '../listing/cell/read-days.ts';
import { splitQuantity } from '../listing/cell/split-quantity.ts';
import type { ReadContext } from '../listing/reading.ts';
import { beginsWithAreaUnit } from '../listing/vocabulary/area-unit.ts';
import type { Cell } from '../sheet/table.ts';
import { topicsOf, type WordTopic } from './shape-words.ts';

/** Something that can be seen of a single cell. A cell has as many of them as apply. */
export type CellTrait =
  | WordTopic
  | 'number'
  | 'integer'
  | 'fraction'
  /** Could count rooms or cars: 0 to 60, `Studio`, `3+1`, `3 bd`. */
  | 'count'
  /** 20 and more, as sums of money are. */
  | 'sum'
  | 'year'
  /** 0 to 10,000 whole days. */
  | 'days'
  | 'latitude'
  | 'longitude'
  | 'coordinatePair'
  /** A currency sign or code beside a number, or `850k`. */
  | 'money'
  /** `/mo`, `pcm`, `per week`. */
  | 'rentPeriod'
  /** A number with an area unit. */
  | 'area'
  | 'dimensions'
  | 'date'
  | 'url'
  | 'relativeUrl'
  | 'imageUrl'
  | 'tourUrl'
  | 'zip'
  | 'stateCode'
  /** Without spaces and with a digit, as record numbers are. */
  | 'id'
  /** Words without any digit. */
  | 'plainWords'
  /** Letters and a number, as in a street address. */
  | 'street'
  | 'longText'
  /** Longer than the name of any place. */
  | 'prose';

/** Texts that stand for "nothing"; a column full of them is as good as blank. */
const BLANKS =
  /^(?:|n\/?a|n\/?d|null|none|nil|unknown|tba|tbd|[-–—?]+|#(?:N\/A|REF!|VALUE!|NAME\?|DIV\/0!|ERROR!|NULL!|NUM!)|loading\.\.\.)$/i;

/** Less is no fee and no rent that anybody asks. */
const LEAST_SUM = 20;

const LONG_TEXT_CHARACTERS = 60;
const PROSE_CHARACTERS = 120;

/** Longer texts are no counts. */
const LONGEST_COUNT = 30;
/** `Studio`, `efficiency`: no number, and yet a count. */
const LONGEST_COUNT_WORD = 16;
/** More than this are no rooms. */
const HIGHEST_COUNT = 60;

/** What a cell looks like does not depend on where its sheet is from. */
const ANYWHERE: ReadContext = { locale: '', today: '' };
/** What a column is about shows in the beginning of its cells; some patterns would take the square of a longer text. */
const LOOKED_AT_CHARACTERS = 300;
/** An address may show only late that it is one of a picture. */
const LOOKED_AT_OF_ADDRESS = 1_000;

const DATE_TEXT =
  /^(?:\d{4}-\d{2}-\d{2}|\d{1,2}([/.])\d{1,2}\1\d{2,4}\b|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[-. ]+\d{1,2}(?:st|nd|rd|th)?[-, ]+\d{4}|\d{1,2}[- ](?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[- ,]+\d{2,4})/i;
const URL_TEXT =
  /^["'[\s]*(?:https?:\/\/|www\.)\S+|^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|net|org|io|co|ai|us|ca|uk|de|fr|es|it|au|homes|house|realtor)(?:\/\S*)?$/i;
const IMAGE_TEXT =
  /\.(?:jpe?g|png|webp|gif|avif|heic)(?:[?#&"'\],;|\s]|$)|(?:rdcpix|zillowstatic|cdn-redfin|photos?|images?|img|media|cdn)[\w-]*\.[\w.-]+\//i;
/** Hosts of 3D tours and videos; a path that merely contains `tour` may be anything. */
const TOUR_TEXT =
  /matterport|youtu\.?be|vimeo|kuula|iguide|cupix|giraffe360|metareal|eyespy360|zillow\.com\/view-(?:imx|3d)/i;
const COORDINATES_TEXT = /^\(?\s*-?\d{1,2}\.\d+\s*[,;\s]\s*-?\d{1,3}\.\d+\s*\)?$/;
/** A currency's sign beside a number, whatever else the text says. */
const MONEY_TEXT = /\p{Sc}\s?\d|\d\s?\p{Sc}/u;
const RENT_PERIOD_TEXT =
  /\d[^/]*(?:\/|\bper\b|\ba\b)\s*(?:mo|month|mth|wk|week)\b|\d\s*(?:pcm|pw|p\/m|p\.m\.|monthly|weekly)\b/i;
const AREA_TEXT =
  /\d\s*(?:\+\/-)?\s*(?:sq\.? ?(?:ft|feet|foot|m|met)|sqft|sqm|sf\b|ft²|ft2|m²|m2\b|acres?\b|ac\b|ha\b|hectares?\b)/i;
const DIMENSIONS_TEXT = /^\d+(?:\.\d+)?\s*(?:ft|['’m])?\s*[x×]\s*\d+/i;
const COUNT_TEXT =
  /^(?:studio|\d{1,2}(?:[.,]\d{1,2})?\s*(?:[½¼¾]|[+/&-]\s*\d(?:\.\d{1,2})?)?\s*(?:\(.*\)|bds?|brs?|beds?|bedrooms?|bhk|ba|baths?|bathrooms?|full.*|f\s*\d+\s*h|cars?|spaces?|spots?|garage|\+ ?den)?|[½¼¾]|t\d)$/i;
const NUMBER_TEXT = /^[-+~±(]?\s*\d[\d.,'’\s\u00a0]*%?\)?$/;
const AMOUNT_SIGN = /[\d½¼¾⅓⅔⅛⅜⅝⅞]/;
const BARE_NUMBER = /^[\d.,\s'’-]*$/;
const STATE_CODE_TEXT = /^[a-z]{2,3}$/i;
const ID_TEXT = /^(?=.*\d)[\w\-+./#:]{2,40}$/;

/** What a cell looks like; `undefined` when it says nothing (blank, `N/A`, a sheet error). */
export function traitsOf({ value, text, link }: Cell): readonly CellTrait[] | undefined {
  // A column of words like “View” that hide addresses is a column of addresses.
  if (link !== undefined) return textTraits(link);
  if (typeof value === 'boolean') return ['booleanWord'];
  if (typeof value === 'object') return ['date'];
  const shown = (text === '' ? String(value) : text).trim();
  if (BLANKS.test(shown)) return undefined;
  return typeof value === 'number' ? numberCellTraits(value, shown) : textTraits(shown);
}

function numberCellTraits(value: number, whole: string): readonly CellTrait[] {
  const traits = [...numberTraits(value), ...unitTraits(whole.slice(0, LOOKED_AT_CHARACTERS))];
  if (Number.isInteger(value) && value >= 0) traits.push('id');
  return traits;
}

function numberTraits(value: number): CellTrait[] {
  const traits: CellTrait[] = ['number', Number.isInteger(value) ? 'integer' : 'fraction'];
  const isWhole = Number.isInteger(value);
  if (value >= 0 && value <= 60 && Number.isInteger(value * 4)) traits.push('count');
  if (value >= LEAST_SUM) traits.push('sum');
  if (isWhole && value >= 1600 && value <= 2100) traits.push('year');
  if (isWhole && value >= -1 && value <= 10_000) traits.push('days');
  if (isWhole && value >= 100 && value <= 999_999) traits.push('zip');
  if (value >= -90 && value <= 90) traits.push('latitude');
  if (value >= -180 && value <= 180) traits.push('longitude');
  return traits;
}

function textTraits(whole: string): readonly CellTrait[] {
  const address = whole.slice(0, LOOKED_AT_OF_ADDRESS);
  if (URL_TEXT.test(address)) return urlTraits(address);
  const text = whole.slice(0, LOOKED_AT_CHARACTERS);
  if (/^\/[\w-]/.test(text)) return ['relativeUrl'];
  if (DATE_TEXT.test(text)) return ['date'];
  if (COORDINATES_TEXT.test(text)) return ['coordinatePair'];
  const amount = amountTraits(text);
  const writing = writingTraits(text);
  // `450000 USD`, `3 bd` and `bachelor` are amounts, although they look like a street or words.
  const isOther = (trait: CellTrait) => amount.length === 0 || (trait !== 'street' && trait !== 'plainWords');
  return [...topicsOf(text), ...amount, ...writing.filter(isOther)];
}

function urlTraits(text: string): readonly CellTrait[] {
  if (IMAGE_TEXT.test(text)) return ['url', 'imageUrl'];
  return TOUR_TEXT.test(text) ? ['url', 'tourUrl'] : ['url'];
}

function amountTraits(text: string): readonly CellTrait[] {
  if (!AMOUNT_SIGN.test(text)) return text.length <= LONGEST_COUNT_WORD && isCount(text) ? ['count'] : [];
  const traits = NUMBER_TEXT.test(text) ? numberTraits(looseNumber(text)) : [];
  if (!traits.includes('count') && isCount(text)) traits.push('count');
  if (!traits.includes('days') && isDays(text)) traits.push('days');
  traits.push(...unitTraits(text));
  if (DIMENSIONS_TEXT.test(text)) traits.push('dimensions');
  return traits;
}

/** What stands around the first number: a currency, a period, an area's unit. */
function unitTraits(text: string): readonly CellTrait[] {
  if (BARE_NUMBER.test(text)) return [];
  const quantity = splitQuantity(expandFractions(text));
  const reading = quantity === undefined ? undefined : readTerms(quantity, ANYWHERE.locale);
  const terms = reading?.kind === 'terms' ? reading.terms : undefined;
  const isSum = terms !== undefined && (terms.currency !== undefined || terms.factor !== 1);
  const hasPeriod = terms?.period !== undefined || RENT_PERIOD_TEXT.test(text);
  const isPerArea = terms?.areaUnit !== undefined;
  const isArea = !isPerArea && (AREA_TEXT.test(text) || (quantity !== undefined && beginsWithAreaUnit(quantity.tail)));
  return [
    ...(isSum || MONEY_TEXT.test(text) ? (['money'] as const) : []),
    ...(hasPeriod ? (['rentPeriod'] as const) : []),
    ...(isArea ? (['area'] as const) : []),
  ];
}

function isCount(text: string): boolean {
  if (COUNT_TEXT.test(text)) return true;
  if (text.length > LONGEST_COUNT) return false;
  const cell = { value: text, text };
  const readings = [readBathrooms(cell, ANYWHERE), readBedrooms(cell, ANYWHERE), readCount(cell, ANYWHERE, '')];
  return readings.some((reading) => reading.kind === 'value' && reading.value <= HIGHEST_COUNT);
}

function isDays(text: string): boolean {
  return text.length <= LONGEST_COUNT && readDays({ value: text, text }, ANYWHERE).kind === 'value';
}

function writingTraits(text: string): readonly CellTrait[] {
  const traits: CellTrait[] = [];
  const hasDigit = /\d/.test(text);
  const isPostal = isPostalCode(text);
  if (isPostal) traits.push('zip');
  if (ID_TEXT.test(text)) traits.push('id');
  if (STATE_CODE_TEXT.test(text)) traits.push('stateCode');
  if (text.length >= PROSE_CHARACTERS) traits.push('prose');
  if (text.length >= LONG_TEXT_CHARACTERS) traits.push('longText');
  else if (!isPostal && hasDigit && /\p{L}{2}/u.test(text) && /\s/.test(text)) traits.push('street');
  if (!hasDigit && /\p{L}/u.test(text)) traits.push('plainWords');
  return traits;
}

/** A rough size only: `1.234` may be either, and for telling columns apart that does not matter. */
function looseNumber(text: string): number {
  const digits = text.replace(/[^\d.,-]/g, '');
  const ungrouped = digits.replace(/[.,](?=\d{3}(?:\D|$))/g, '').replace(',', '.');
  return Number.parseFloat(ungrouped);
}
