/** How often a sum is paid: words, and what a payment amounts to per month. */

import { SEEN_IN } from './sources.ts';
import { type VocabularyEntry, vocabulary } from './vocabulary.ts';

/** How often a sum is paid. */
export const PERIODS = [
  'day',
  'week',
  'twoWeeks',
  'fourWeeks',
  'halfMonth',
  'month',
  'twoMonths',
  'quarter',
  'halfYear',
  'year',
  'once',
] as const;

/** How often a sum is paid. */
export type Period = (typeof PERIODS)[number];

/** Rents of thirteen payments a year. */
const FOUR_WEEKS = [
  '4-weekly',
  '4 weekly',
  'four weekly',
  'four-weekly',
  'every 4 weeks',
  'every four weeks',
  'every 28 days',
];

/** Words after a sum, lower case and without dots. */
export const periodWords = (): readonly { readonly period: Period; readonly words: readonly string[] }[] => [
  { period: 'month', words: forms('month', 'mo', 'mth', 'mnth', 'mon', 'm') },
  { period: 'month', words: ['pcm', 'pm', 'p/m', 'monthly', 'months', 'calendar month', 'each month', 'a mo'] },
  {
    period: 'month',
    words: ['/mes', 'al mes', 'por mes', 'mensual', 'mensuales', '/mês', 'por mês', 'ao mês', 'mensal'],
  },
  { period: 'month', words: ['/mois', 'par mois', 'mensuel', '/monat', 'pro monat', 'im monat', 'monatlich', 'mtl'] },
  { period: 'month', words: ['/mese', 'al mese', 'mensili', '/maand', 'per maand', 'pm excl', '/mies'] },
  {
    period: 'week',
    words: [...forms('week', 'wk', 'w'), 'pw', 'p/w', 'weekly', '/semana', 'por semana', '/woche'],
  },
  { period: 'twoWeeks', words: ['fortnightly', ...forms('fortnight', '2 weeks')] },
  { period: 'fourWeeks', words: [...FOUR_WEEKS, ...forms('4 weeks', 'four weeks', '28 days')] },
  { period: 'twoMonths', words: ['every 2 months', 'every two months'] },
  { period: 'quarter', words: [...forms('quarter', 'qtr', 'qr', 'q'), 'quarterly', 'trimestral', 'vierteljährlich'] },
  {
    period: 'halfYear',
    words: ['semi-annually', 'semiannually', 'semi-annual', 'semiannual', 'half-yearly', '/6 months'],
  },
  { period: 'halfYear', words: ['biannually', 'bi-annually', 'twice a year', 'semi annually', 'semi annual'] },
  { period: 'year', words: [...forms('year', 'yr', 'annum', 'y'), 'pa', 'p/a', 'yearly', 'annual', 'annually'] },
  {
    period: 'year',
    words: ['/año', 'al año', '/ano', 'por ano', 'anual', '/an', 'par an', '/jahr', 'jährlich', '/anno'],
  },
  {
    period: 'day',
    words: [...forms('day', 'night', 'nt', 'nite'), 'pppn', 'pn', 'daily', 'nightly', 'a night', '/día', '/dia'],
  },
  { period: 'once', words: ['one time', 'one-time', 'onetime', 'once', 'one off', 'one-off', 'single payment'] },
];

/** Words after the rent that each of several tenants pays, lower case and without dots. */
export const PER_PERSON_WORDS: readonly string[] = [
  ...['pp', 'ppw', 'ppm', 'pppw', 'pppm', 'pppcm', 'ppcm', 'pp pw', 'pp pm', 'pp pcm', 'p/p', 'pp/pw', 'pp/pcm'],
  ...['per person', 'each', 'per head', 'per tenant', '/person', '/ person', 'per student'],
];

const periodEntry = (period: Period, ...words: readonly string[]): VocabularyEntry<Period> => ({
  meaning: period,
  source: SEEN_IN.usual,
  words,
});

/**
 * Words of columns that say how often an amount beside them is paid. `Bi-Weekly` and `Bi-Monthly` are not among them: either may
 * mean twice in each, or once in two.
 *
 * @see https://dd.reso.org/DD2.1/lookups/FeeFrequency (read 2026-11-21)
 */
export const PERIOD = vocabulary('period', () => [
  periodEntry(
    'day',
    'Day',
    'Daily',
    'Per day',
    'Night',
    'Nightly',
    'Per night',
    '/day',
    '/night',
    'Día',
    'Diario',
    'Tag',
  ),
  periodEntry(
    'week',
    'Week',
    'Weekly',
    'Per week',
    'PW',
    '/wk',
    '/week',
    'Wk',
    'W',
    'Semanal',
    'Semana',
    'Woche',
    'Wöchentlich',
  ),
  periodEntry('twoWeeks', 'Fortnight', 'Fortnightly', 'Every two weeks', 'Every 2 weeks', 'Quincenal'),
  periodEntry('fourWeeks', ...FOUR_WEEKS, 'Per 4 weeks', 'Per four weeks', '4 weeks', 'Four weeks', '28 days'),
  periodEntry('halfMonth', 'Semi-Monthly', 'Twice a month', 'Twice monthly'),
  periodEntry(
    'month',
    'Month',
    'Monthly',
    'Per month',
    'PCM',
    'PM',
    '/mo',
    '/month',
    'Mo',
    'Mth',
    'Mthly',
    'M',
    'Each month',
  ),
  periodEntry('month', 'Calendar month', 'Per calendar month', 'Months', 'a month'),
  periodEntry(
    'month',
    'Mensual',
    'Mensuel',
    'Mensuelle',
    'Mensal',
    'Mensile',
    'Mes',
    'Mois',
    'Monat',
    'Monatlich',
    'Maandelijks',
  ),
  periodEntry('twoMonths', 'Every two months', 'Every 2 months', 'Bimestral'),
  periodEntry(
    'quarter',
    'Quarter',
    'Quarterly',
    'Per quarter',
    'Qtr',
    'Qtrly',
    'Q',
    'Trimestral',
    'Trimestriel',
    'Vierteljährlich',
  ),
  periodEntry('quarter', 'Trimestre', 'Quartal', '/qtr', '/quarter'),
  periodEntry(
    'halfYear',
    'Semi-Annually',
    'Semi-Annual',
    'Half-yearly',
    'Biannually',
    'Twice a year',
    'Semestral',
    'Halbjährlich',
  ),
  periodEntry(
    'year',
    'Year',
    'Yearly',
    'Per year',
    'Annual',
    'Annually',
    'Annum',
    'Per annum',
    'PA',
    '/yr',
    '/year',
    'Yr',
    'Y',
    'A',
  ),
  periodEntry('year', 'Anual', 'Annuel', 'Annuelle', 'Annuale', 'Año', 'Ano', 'Jahr', 'Jährlich', 'Jaarlijks'),
  periodEntry('once', 'One time', 'Onetime', 'Once', 'One-off', 'Single payment', 'Único'),
]);

/** What one payment of a period amounts to per month; a day's rent and a single payment have no monthly equal. */
const PAYMENTS_PER_MONTH: Readonly<Record<Period, number | undefined>> = {
  day: undefined,
  week: 52 / 12,
  twoWeeks: 26 / 12,
  fourWeeks: 13 / 12,
  halfMonth: 2,
  month: 1,
  twoMonths: 1 / 2,
  quarter: 1 / 3,
  halfYear: 1 / 6,
  year: 1 / 12,
  once: undefined,
};

/** A sum per month, rounded to cents: 250 a week is 1083.33. `undefined` for a day's rent or a single payment. */
export function perMonth(amount: number, period: Period): number | undefined {
  const payments = PAYMENTS_PER_MONTH[period];
  return payments === undefined ? undefined : Math.round(amount * payments * 100) / 100;
}

function forms(...units: readonly string[]): readonly string[] {
  return units.flatMap((unit) => [`/${unit}`, `per ${unit}`, `a ${unit}`, `/ ${unit}`]);
}
