/** Reads the year a home was built. */
import type { Cell } from '../../sheet/table.ts';
import { found, nothing, type ReadContext, type Reading, unreadable } from '../reading.ts';
import { entryOf, withoutQuantity } from './entry.ts';
import { expectationOf } from './expectation.ts';

/** Nothing that is on the market is older; smaller numbers are ages or typing errors. */
const EARLIEST_YEAR = 1000;
/** New developments are listed some years before they stand. */
const YEARS_AHEAD = 10;

const WRITTEN_YEAR =
  /^(?:built(?: in)? |year )?(~|c\.? ?|ca\.? ?|circa |approx\.? |about |est\.? )?(\d{4})(?:[.,]0+)?( ?\(?(?:est|estimated|approx)\.?\)?)?$/i;
const SHOWN_YEAR = /^\d{4}$/;

const EXPECTED = expectationOf('YearBuilt');

/** Reads a year: `1998`, `c. 1920` (with a note), a date cell that shows its year only; 0 is empty. */
export function readYear(cell: Cell, context: ReadContext): Reading<number> {
  const entry = entryOf(cell);
  switch (entry.kind) {
    case 'number':
      return entry.value === 0 ? nothing('0 is taken as “not known”') : checkYear(entry.value, context);
    case 'text':
      return readYearText(entry.text, context);
    case 'date':
      // A column formatted as a year holds whole dates but shows, and means, the year alone.
      return SHOWN_YEAR.test(cell.text) && entry.date.wallTime.startsWith(cell.text)
        ? checkYear(Number(cell.text), context)
        : withoutQuantity(entry, EXPECTED);
    default:
      return withoutQuantity(entry, EXPECTED);
  }
}

function readYearText(text: string, context: ReadContext): Reading<number> {
  if (text === '0') return nothing('0 is taken as “not known”');
  const match = WRITTEN_YEAR.exec(text);
  if (match === null) return unreadable(EXPECTED);
  const isApproximate = match[1] !== undefined || match[3] !== undefined;
  return checkYear(Number(match[2]), context, isApproximate ? `“${text}” is sent as ${match[2]}` : undefined);
}

function checkYear(year: number, context: ReadContext, note?: string): Reading<number> {
  const latestYear = Number(context.today.slice(0, 4)) + YEARS_AHEAD;
  const isYear = Number.isInteger(year) && year >= EARLIEST_YEAR && year <= latestYear;
  return isYear ? found(year, note) : unreadable(EXPECTED);
}
