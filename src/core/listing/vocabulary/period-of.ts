/** Reads how often something is paid from a whole cell: what is left over, a number above all, makes it another period. */
import { matchWord } from './match-word.ts';
import { wordKey, wordsOf } from './normalize-word.ts';
import { PERIOD, type Period } from './period.ts';

/** Twice in each, or once in two of them. */
const AMBIGUOUS = /^bi ?(?:weekly|monthly)$/;
/** Words of a rent that each of several tenants pays. */
const OF_EACH =
  /\b(?:per|each) (?:person|head|tenant|student|room)\b|^(?:p p|pp) ?(?=p?[wm]\b|p ?c ?m\b)|^ppp?(?=[wm]$)/;

/** Why the rent of one person is not sent as that of the home. */
export const EACH_EXPLAINED = 'That is what one person pays; type the rent of the whole home.';

/** Why what is paid bi-weekly or bi-monthly is asked about. */
export const TWICE_EXPLAINED =
  'That can be twice in each or once in two; write Twice a month, Every two weeks or Every two months.';

/** The period that a cell says: `Weekly`, `every 4 weeks`; `undefined` for `6 monthly`, `bi-weekly` and what is none. */
export function periodOf(text: string): Period | undefined {
  const exact = PERIOD.wordTable().meaningByKey.get(wordKey(text));
  if (exact !== undefined) return exact;
  if (/\d/.test(text)) return undefined;
  const match = matchWord<Period>(PERIOD, text);
  return match.kind === 'meaning' ? match.meaning : undefined;
}

/** What is not clear about a cell that speaks of how often something is paid, as a sentence that says what to do. */
export function whyNoPeriod(text: string): string | undefined {
  const words = wordsOf(text).join(' ');
  if (OF_EACH.test(words)) return EACH_EXPLAINED;
  if (AMBIGUOUS.test(words)) return TWICE_EXPLAINED;
  return /\d/.test(text) && namesPeriod(text) ? 'Write Monthly there, and the amount per month.' : undefined;
}

/** Whether a cell speaks of how often something is paid, though it may not be clear: `6 monthly`, `bi-weekly`, `pppw`. */
export function namesPeriod(text: string): boolean {
  const words = wordsOf(text).join(' ');
  if (AMBIGUOUS.test(words)) return true;
  const whole = words.replace(OF_EACH, '').trim();
  return matchWord<string>(PERIOD, whole).kind === 'meaning' || /^(?:w|m|pw|pm|pcm)$/.test(whole);
}
