/** Tells whether the Y of a column means a year or yes: a *HOA* of Y and N says that there is a fee, not how often it is due. */
import { wordKey } from '../listing/vocabulary/normalize-word.ts';
import type { TabColumn } from './tab-columns.ts';

const NO_PERIODS: ReadonlySet<string> = new Set(['n', 'yes', 'no', '1', '0', 'true', 'false', 'x']);
/** Names of columns that say how often something is paid and nothing else. */
const OF_HOW_OFTEN = /\b(?:frequency|freq|period|interval|schedule|cycle)\b/;

/**
 * What a column of periods is where Y stands in it: `no` where its cells are ticks, `perhaps` where they are but its name
 * promises periods, or where ticks stand among periods; `undefined` where nothing is doubtful.
 */
export function yearOrYes({ shape }: TabColumn, words: readonly string[]): 'no' | 'perhaps' | undefined {
  const keys = [...(shape.words?.keys() ?? [])].map(wordKey).filter((key) => key !== '');
  if (!keys.some((key) => key === 'y' || NO_PERIODS.has(key))) return undefined;
  const hasPeriods = keys.some((key) => key !== 'y' && !NO_PERIODS.has(key));
  const isNamed = OF_HOW_OFTEN.test(words.join(' '));
  if (!hasPeriods) return isNamed ? 'perhaps' : 'no';
  return keys.includes('y') && keys.some((key) => NO_PERIODS.has(key)) ? 'perhaps' : undefined;
}
