/** The numbers by which Sheets names rows, columns and tabs, checked where they come from outside. */
import * as v from 'valibot';

/** A row or column as Sheets counts it, from 1. */
export const sheetNumberSchema = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10_000_000));

/** The id of a tab. */
export const tabIdSchema = v.pipe(v.number(), v.integer(), v.minValue(0));
