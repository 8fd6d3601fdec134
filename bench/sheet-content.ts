/** A sheet as Google hands it over. */
import type { BenchSheet } from './sheet-rows.ts';

/** What the cells hold, and what they show; the header row first. */
export interface SheetContent {
  readonly values: readonly (readonly (string | number)[])[];
  readonly texts: readonly (readonly string[])[];
}

/** The sheet as Google would hold it: numbers and prices as numbers, a leading apostrophe gone, the rest as typed. */
export function contentOf({ headers, rows }: BenchSheet): SheetContent {
  const texts = [headers, ...rows].map((row) => row.map((typed) => typed.replace(/^'/, '')));
  const values = [headers, ...rows].map((row) =>
    row.map((typed) =>
      /^-?\$?[\d,]*\.?\d+$/.test(typed) ? Number(typed.replace(/[$,]/g, '')) : typed.replace(/^'/, ''),
    ),
  );
  return { values, texts };
}
