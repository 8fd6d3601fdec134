/** How the cells of a column are written, as far as they show it. */
import type { Period } from './vocabulary/period.ts';

/** Which of day and month comes first in a date that is written with numbers. */
export type DayOrder = 'dayFirst' | 'monthFirst';

/** What a column's texts prove; absent where they prove nothing. */
export interface ColumnNotation {
  /** How texts of the column write numbers that could be read in two ways. */
  readonly numerals?: 'point' | 'comma';
  /** How texts of the column write days that could be read in two ways. */
  readonly dayOrder?: DayOrder;
  /** Numbers of the column that Sheets may have misread. */
  readonly numberDoubt?: NumberDoubt;
  /** How often its bare sums are paid, as its other cells say; `mixed` where those say different things. */
  readonly usualPeriod?: Period | 'mixed';
  /** How many digits its postal codes have, where most have as many: shorter numbers have lost their zeros. */
  readonly codeDigits?: 5 | 6;
  /** A text that Sheets could not read as a date, which speaks against its dates whose day and month can be swapped. */
  readonly dateDoubt?: string;
}

/** Which numbers of a column are not believed, and why. */
export interface NumberDoubt {
  /** A text of the column, or of another column of the tab, that is written in the other notation. */
  readonly proof: string;
  /** Whole numbers below this may be thousands that lost their zeros; 0 where only fractions are in doubt. */
  readonly wholeBelow: number;
}
