/** Takes over the fields whose value does not depend on other fields, and every note and problem the cells gave. */
import type { FieldName } from '../fields.ts';
import type { FilledValues } from '../listing-reading.ts';
import type { Reading } from '../reading.ts';
import { SPACE_TYPE, TOUR } from '../vocabulary/offers.ts';
import { isMeaning } from '../vocabulary/vocabulary.ts';
import { addNote, givenValue, type ListingDraft, quote, reportProblem, type SourceReading } from './listing-draft.ts';
import { ROW_FIELDS } from './source-reader.ts';

/** The members of a row's values with a given type. */
type FieldsOf<Value> = {
  [Name in keyof FilledValues]: FilledValues[Name] extends Value
    ? Value extends FilledValues[Name]
      ? Name
      : never
    : never;
}[keyof FilledValues];

const TEXT_FIELDS = [
  'Key',
  'MLSNumber',
  'Url',
  'PropertyType',
  'Description',
  'Location',
  'Address',
  'City',
  'State',
  'CurrencySymbol',
] as const satisfies readonly FieldsOf<string>[];

const NUMBER_FIELDS = [
  'Bedrooms',
  'Bathrooms',
  'YearBuilt',
  'DaysOnMarket',
  'ParkingSpots',
] as const satisfies readonly FieldsOf<number>[];

/** Reports what the cells gave besides values. */
export function settleFindings(draft: ListingDraft): void {
  for (const { name } of ROW_FIELDS) {
    const source = draft.readings[name];
    if (source !== undefined) settleFinding(draft, name, source);
  }
}

/** Takes over texts, plain numbers, pictures and choices. */
export function settleSimple(draft: ListingDraft): void {
  for (const field of TEXT_FIELDS) {
    const value = givenValue(draft, field);
    if (typeof value === 'string') draft.values[field] = value;
  }
  for (const field of NUMBER_FIELDS) {
    const value = givenValue(draft, field);
    if (typeof value === 'number') draft.values[field] = value;
  }
  const images = givenValue(draft, 'Images');
  if (Array.isArray(images)) draft.values.Images = images;
  const tour = givenValue(draft, 'Tours');
  if (typeof tour === 'string' && isMeaning(TOUR, tour)) draft.values.Tours = tour;
  const space = givenValue(draft, 'SpaceType');
  if (typeof space === 'string' && isMeaning(SPACE_TYPE, space)) draft.values.SpaceType = space;
}

function settleFinding(draft: ListingDraft, field: FieldName, { reading, header, shown }: SourceReading): void {
  switch (reading.kind) {
    case 'unreadable':
      reportProblem(draft, field, problemText(reading, header, shown), reading.unknownWord);
      return;
    case 'value':
      if (reading.isDerived === true) draft.derived.push(field);
      if (reading.note !== undefined) addNote(draft, field, reading.note);
      return;
    case 'empty':
      if (reading.note !== undefined) addNote(draft, field, reading.note);
      return;
    default:
      reading satisfies never;
  }
}

function problemText(
  reading: Extract<Reading<never>, { readonly kind: 'unreadable' }>,
  header: string,
  shown: string,
): string {
  const subject = header === '' ? `the fixed value ${quote(shown)}` : quote(shown);
  const sentence = `${subject} is not ${reading.expected}.`;
  return reading.because === undefined ? sentence : `${sentence} ${reading.because}`;
}
