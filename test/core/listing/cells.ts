/** Cells and contexts for tests, as literal as the test wants them. */
import type { ReadContext, Reading } from '../../../src/core/listing/reading.ts';
import type { Cell } from '../../../src/core/sheet/table.ts';

/** A cell that holds and shows a text. */
export function textCell(text: string): Cell {
  return { value: text, text };
}

/** A cell that holds a number and shows it as its format does. */
export function numberCell(value: number, text = String(value)): Cell {
  return { value, text };
}

/** A cell that holds midnight of a day and shows it in some format. */
export function dateCell(day: string, text = day): Cell {
  return { value: { wallTime: `${day}T00:00:00` }, text };
}

/** A checkbox. */
export function checkbox(isTicked: boolean): Cell {
  return { value: isTicked, text: isTicked ? 'TRUE' : 'FALSE' };
}

/** An American sheet on 21 November 2026, unless a test says otherwise. */
export function contextOf(locale = 'en_US'): ReadContext {
  return { locale, today: '2026-11-21' };
}

/** The value of a reading, or the kind of a reading without one: tables show both in one column. */
export function outcomeOf<T>(reading: Reading<T>): T | 'empty' | 'unreadable' {
  return reading.kind === 'value' ? reading.value : reading.kind;
}
