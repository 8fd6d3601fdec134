/**
 * Finds out how a column writes numbers and dates. Sheets turns what its locale can read into numbers and dates and leaves
 * the rest as text: of prices such as `450.000` and `1.250.000` an English spreadsheet makes the number 450 and a text, of
 * the days 3/12/2025 and 25/11/2025 the 12th of March and a text. The text that was left proves how the others were meant.
 */
import type { CellValue } from '../../sheet/table.ts';
import type { ColumnNotation, NumberDoubt } from '../notation.ts';
import { dayOrderOf } from './date-text.ts';
import { parseNumeral, writtenStyleOf } from './numeral.ts';
import { numeralStyleOf } from './numeral-style.ts';
import { splitQuantity } from './split-quantity.ts';

/** What was seen of a column, from which its notation follows together with the other columns of the tab. */
export interface NotationEvidence {
  /** Texts by the style in which they must be written, with one of them. */
  readonly texts: Readonly<Record<'point' | 'comma', WrittenTexts>>;
  /** Numbers from 1 to 1,000 with up to three decimals: what is left of a number whose thousands were taken for decimals. */
  readonly fractions: number;
  /** The least whole number of those from 1 to 1,000; infinite where there is none. */
  readonly leastWhole: number;
  /** Numbers that no misreading gives. */
  readonly certainNumbers: number;
  readonly dayFirst: WrittenTexts;
  readonly monthFirst: WrittenTexts;
  /** Dates whose day cannot be a month. */
  readonly certainDates: number;
}

interface WrittenTexts {
  readonly count: number;
  readonly example: string;
  /** The middle one of their values. */
  readonly middle: number;
}

/** With so many times as many numbers that no misreading gives, texts in the other notation are exceptions. */
const FAR_MORE = 10;

/** Longer texts are prose. */
const LONGEST_QUANTITY = 40;

/** A thousandth is nearer to a number than the number itself from here on, on a scale of factors. */
const HALF_A_THOUSAND = Math.sqrt(1000);

/** Looks at the cells of a column, one pass. */
export function notationEvidence(cells: {
  readonly length: number;
  valueAt(index: number): CellValue;
}): NotationEvidence {
  const texts = { point: writtenTexts(), comma: writtenTexts() };
  const days = { dayFirst: writtenTexts(), monthFirst: writtenTexts() };
  let fractions = 0;
  let leastWhole = Number.POSITIVE_INFINITY;
  let certainNumbers = 0;
  let certainDates = 0;
  for (let index = 0; index < cells.length; index += 1) {
    const value = cells.valueAt(index);
    if (typeof value === 'number') {
      if (!canBeMisread(value)) certainNumbers += value === 0 ? 0 : 1;
      else if (Number.isInteger(value)) leastWhole = Math.min(leastWhole, value);
      else fractions += 1;
    } else if (typeof value === 'object') {
      if (!isSwappable(value.wallTime)) certainDates += 1;
    } else if (typeof value === 'string' && value !== '' && value.length <= LONGEST_QUANTITY) {
      const order = dayOrderOf(value.trim());
      if (order !== undefined) days[order].add(value, 0);
      else addNumeral(texts, value);
    }
  }
  return {
    texts: { point: texts.point.sum(), comma: texts.comma.sum() },
    fractions,
    leastWhole,
    certainNumbers,
    certainDates,
    dayFirst: days.dayFirst.sum(),
    monthFirst: days.monthFirst.sum(),
  };
}

/** What follows for each column of a tab; a column that proves nothing by itself may be doubted because of another one. */
export function notationsOf(columns: readonly NotationEvidence[], locale: string): readonly ColumnNotation[] {
  const foreign = foreignStyle(locale);
  const own = columns.map((evidence) => ownDoubt(evidence, foreign));
  const proof = own.find((doubt) => doubt !== undefined)?.proof;
  return columns.map((evidence, index) => {
    const hasFractions = evidence.fractions > evidence.certainNumbers;
    const numberDoubt = own[index] ?? (proof !== undefined && hasFractions ? { proof, wholeBelow: 0 } : undefined);
    const numerals = onlyOne(evidence.texts.point, evidence.texts.comma, 'point', 'comma');
    const dayOrder = onlyOne(evidence.dayFirst, evidence.monthFirst, 'dayFirst', 'monthFirst');
    const dateDoubt = dateDoubtOf(evidence, locale);
    return {
      ...(numerals !== undefined && { numerals }),
      ...(dayOrder !== undefined && { dayOrder }),
      ...(numberDoubt !== undefined && { numberDoubt }),
      ...(dateDoubt !== undefined && { dateDoubt }),
    };
  });
}

/** Whether a number cell is one of those that a doubt is about. */
function isDoubtful(value: number, { wholeBelow }: NumberDoubt): boolean {
  return canBeMisread(value) && (!Number.isInteger(value) || value < wholeBelow);
}

/** Whether day and month of a date could be swapped and give another date: `2025-03-12T…`. */
function isSwappable(wallTime: string): boolean {
  const month = wallTime.slice(5, 7);
  const day = wallTime.slice(8, 10);
  return day <= '12' && day !== month;
}

/** `450.000` and `1.450` become 450 and 1.45: no group of thousands begins with a zero, and none has four digits. */
function canBeMisread(value: number): boolean {
  return value >= 1 && value < 1000 && Math.abs(value * 1000 - Math.round(value * 1000)) < 1e-6;
}

/** Why a cell of the column is not believed, as a whole sentence with what helps; `undefined` for all others. */
export function doubtAbout(value: CellValue, { numberDoubt, dateDoubt }: ColumnNotation): string | undefined {
  if (typeof value === 'number' && numberDoubt !== undefined && isDoubtful(value, numberDoubt)) {
    return (
      `“${numberDoubt.proof}” stands in this tab too, so numbers were written in another notation than the spreadsheet’s, ` +
      'and Sheets may have taken thousands for decimals. Type the number again without separators.'
    );
  }
  if (typeof value !== 'object' || dateDoubt === undefined || !isSwappable(value.wallTime)) return undefined;
  return (
    `“${dateDoubt}” stands in this column too, which Sheets could not read as a date, so it may have swapped day and month ` +
    'here. Type the date as 2025-12-31.'
  );
}

function addNumeral(texts: Readonly<Record<'point' | 'comma', Writing>>, text: string): void {
  const numeral = splitQuantity(text)?.numeral;
  const style = numeral === undefined ? undefined : writtenStyleOf(numeral);
  if (numeral === undefined || style === undefined) return;
  const parsed = parseNumeral(numeral);
  if (parsed?.kind === 'exact') texts[style].add(text, parsed.value);
}

/** The notation that the locale does not read. */
function foreignStyle(locale: string): 'point' | 'comma' | undefined {
  const style = numeralStyleOf(locale);
  if (style === 'unsure') return undefined;
  return style === 'point' ? 'comma' : 'point';
}

/** A doubt that no number of the column deserves is none, and proves nothing for other columns. */
function ownDoubt(
  { texts, fractions, leastWhole, certainNumbers }: NotationEvidence,
  foreign: 'point' | 'comma' | undefined,
): NumberDoubt | undefined {
  if (foreign === undefined) return undefined;
  const { count, example, middle } = texts[foreign];
  if (count === 0 || certainNumbers >= FAR_MORE * count) return undefined;
  const wholeBelow = middle / HALF_A_THOUSAND;
  return fractions > 0 || leastWhole < wholeBelow ? { proof: example, wholeBelow } : undefined;
}

/** A date that was left as a text is written in an order that the locale does not read; unless it reads just that order. */
function dateDoubtOf({ dayFirst, monthFirst, certainDates }: NotationEvidence, locale: string): string | undefined {
  const foreign = isMonthFirst(locale) ? dayFirst : monthFirst;
  return foreign.count === 0 || certainDates >= FAR_MORE * foreign.count ? undefined : foreign.example;
}

/**
 * Whether the locale writes the month before the day, and the year last.
 *
 * @see https://cldr.unicode.org "Date/Time patterns" of the Common Locale Data Repository: `M/d/yy` (read 2026-11-29).
 */
function isMonthFirst(locale: string): boolean {
  return /^(?:en[_-](?:US|PH|PR|GU|VI|AS|MP|UM)|en|fil(?:[_-]PH)?|es[_-](?:US|PR|PA)|haw.*|chr.*)$/i.test(locale);
}

function onlyOne<Name>(one: WrittenTexts, other: WrittenTexts, oneName: Name, otherName: Name): Name | undefined {
  if (one.count > 0) return other.count === 0 ? oneName : undefined;
  return other.count > 0 ? otherName : undefined;
}

interface Writing {
  add(text: string, value: number): void;
  sum(): WrittenTexts;
}

function writtenTexts(): Writing {
  const values: number[] = [];
  let example = '';
  return {
    add: (text, value) => {
      if (values.length === 0) example = text.trim();
      values.push(value);
    },
    sum: () => {
      const sorted = [...values].sort((one, other) => one - other);
      return { count: values.length, example, middle: sorted[Math.floor(sorted.length / 2)] ?? 0 };
    },
  };
}
