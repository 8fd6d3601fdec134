/** A listing while its row is being read: values as they are settled, and what was found on the way. */
import { clipText } from '../../terms/clip-text.ts';
import { EMPTY_SLOTS, type FieldSlots } from '../field-slots.ts';
import { type FieldName, fieldDefinition } from '../fields.ts';
import type { ListingProblem, RowValues } from '../listing-reading.ts';
import type { FieldValue } from '../read-field.ts';
import type { Reading, UnknownWord } from '../reading.ts';
import type { StatusIntent } from '../vocabulary/listing-status.ts';

/** What a field's source gave, and where to point when something is wrong with it. */
export interface SourceReading {
  readonly reading: Reading<FieldValue>;
  /** The reading's value, beside it so that settling a row need not look into every reading; `undefined` when it gave none. */
  readonly value: FieldValue | undefined;
  /** Whether the reading says more than its value: a note, a problem, or that the value was computed. */
  readonly hasFinding: boolean;
  /** The column's header; `''` for a fixed value. */
  readonly header: string;
  /** What the user sees in the cell. */
  readonly shown: string;
  /** Whether the cell holds a text, as it was written, and not what Sheets has made of it. */
  readonly isWritten: boolean;
  /** Whether nothing stands in for it although it gave no value: its cells contradict each other. */
  readonly staysEmpty?: true;
  /** What takes its place in a row that is sold. */
  readonly whenSold?: SourceReading;
  /** The days, `YYYY-MM-DD`, on which the listing was sold and an offer was accepted. */
  readonly endedOn?: { readonly sold: string | undefined; readonly offer: string | undefined };
}

/** What each field's source gave; `undefined` for a field that nothing feeds. */
export type SourceReadings = FieldSlots<SourceReading>;

/** The listing under construction; only the steps of `readListing` change it. */
export interface ListingDraft {
  readonly readings: SourceReadings;
  readonly values: { -readonly [Name in keyof RowValues]: RowValues[Name] };
  readonly problems: ListingProblem[];
  readonly notes: string[];
  readonly derived: FieldName[];
  statusIntent: StatusIntent | undefined;
}

const LONGEST_SHOWN_CHARACTERS = 60;

/** What a source gave, with what is asked of it for every row. */
export function sourceReading(
  reading: Reading<FieldValue>,
  header: string,
  shown: string,
  isWritten = true,
): SourceReading {
  const isValue = reading.kind === 'value';
  const hasFinding =
    reading.kind === 'unreadable' || reading.note !== undefined || (isValue && reading.isDerived === true);
  return { reading, value: isValue ? reading.value : undefined, hasFinding, header, shown, isWritten };
}

/** A draft that nothing is known about but what the row's cells gave. */
export function emptyDraft(readings: SourceReadings): ListingDraft {
  const values = { ...EMPTY_SLOTS };
  return { readings, values, problems: [], notes: [], derived: [], statusIntent: undefined };
}

/** What people call a field. */
export function labelOf(field: FieldName): string {
  return fieldDefinition(field).label;
}

/** A cell's text as a message quotes it: on one line, and cut where it is long. */
export function quote(shown: string): string {
  const line = shown.replace(/\s+/g, ' ').trim();
  return `“${clipText(line, LONGEST_SHOWN_CHARACTERS + 1)}”`;
}

/** Adds a problem with a field's source. `message` is what follows the field's label. */
export function reportProblem(draft: ListingDraft, field: FieldName, message: string, unknownWord?: UnknownWord): void {
  const header = draft.readings[field]?.header ?? '';
  draft.problems.push({
    field,
    message: `${labelOf(field)}: ${message}`,
    ...(header === '' ? {} : { header }),
    ...(unknownWord === undefined ? {} : { unknownWord }),
  });
}

/** Adds a note on a field, as a sentence. */
export function addNote(draft: ListingDraft, field: FieldName, note: string): void {
  draft.notes.push(`${labelOf(field)}: ${note}.`);
}
