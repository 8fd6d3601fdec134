/** Sentences on what was decided of a tab's columns. */
import { count } from './counts.ts';

/** What is known of how a column is written. */
interface Notation {
  readonly numerals?: 'point' | 'comma';
  readonly dayOrder?: 'dayFirst' | 'monthFirst';
  readonly numberDoubt?: { readonly proof: string };
  readonly dateDoubt?: string;
  readonly usualPeriod?: string;
}

/** How often amounts are paid, by the name of the period. */
const PERIOD_WORDS: Readonly<Record<string, string>> = {
  day: 'by the day',
  week: 'by the week',
  twoWeeks: 'every two weeks',
  fourWeeks: 'every four weeks',
  halfMonth: 'twice a month',
  twoMonths: 'every two months',
  quarter: 'by the quarter',
  halfYear: 'twice a year',
  year: 'by the year',
  once: 'once',
};

/** What decided, and what had before the tab outgrew it. */
interface Decided {
  readonly rowCount: number;
  readonly madeOn: string;
  readonly outgrownRows?: number;
}

/** By what the columns were judged, as a sentence or two. */
export function decidedWords(decided: Decided | undefined): string {
  if (decided === undefined)
    return 'Judged by the first rows so far. The first run over the tab, or Check, decides by all of them.';
  const { rowCount, madeOn, outgrownRows } = decided;
  if (outgrownRows === undefined) return `Decided by ${count(rowCount, 'row')} on ${madeOn}, until the headers change.`;
  return `Decided again by ${count(rowCount, 'row')} on ${madeOn}, since ${count(outgrownRows, 'row')} had decided before. Look it over once.`;
}

/** The decisions before and now, as far as it must be told when they were made again. */
interface Renewable extends Pick<Decided, 'rowCount' | 'outgrownRows'> {
  readonly headersName: string;
}

/** Why what columns hold was decided again just now, as sentences; `''` where it was not, or was not decided before. */
export function redecidedWords(before: Renewable | undefined, now: Renewable | undefined): string {
  if (before === undefined || now === undefined) return '';
  if (before.headersName !== now.headersName)
    return `What the columns hold was decided again, since the headers have changed. ${LOOK_IT_OVER}`;
  if (now.outgrownRows === undefined || now.rowCount === before.rowCount) return '';
  return `What the columns hold was decided again by ${count(now.rowCount, 'row')}, since ${count(now.outgrownRows, 'row')} had decided before. ${LOOK_IT_OVER}`;
}

const LOOK_IT_OVER = 'Look it over once under Mapping.';

/** How a column is written, as sentences; `''` where that is as everywhere. */
export function notationWords({ numerals, dayOrder, numberDoubt, dateDoubt, usualPeriod }: Notation): string {
  return [
    ...(numberDoubt === undefined
      ? []
      : [`Numbers that may have lost thousands beside “${numberDoubt.proof}” are asked about.`]),
    ...(numerals === 'comma' ? ['Its texts write decimals with a comma.'] : []),
    ...(numerals === 'point' ? ['Its texts write decimals with a point.'] : []),
    ...(dateDoubt === undefined
      ? []
      : [`Dates that may have day and month swapped beside “${dateDoubt}” are asked about.`]),
    ...(dayOrder === 'dayFirst' ? ['Its texts write the day before the month.'] : []),
    ...(usualPeriod === 'mixed' ? ['Amounts that do not say how often they are paid are asked about.'] : []),
    ...(usualPeriod !== undefined && usualPeriod !== 'mixed'
      ? [`Amounts that do not say it are paid ${PERIOD_WORDS[usualPeriod] ?? 'like the others'}, as most cells say.`]
      : []),
    ...(dayOrder === 'monthFirst' ? ['Its texts write the month before the day.'] : []),
  ].join(' ');
}
