/** Takes over the fields whose value does not depend on other fields, and every note and problem the cells gave. */
import type { FieldName } from '../fields.ts';
import type { Reading } from '../reading.ts';
import { SPACE_TYPE, TOUR } from '../vocabulary/offers.ts';
import { isMeaning } from '../vocabulary/vocabulary.ts';
import { addNote, type ListingDraft, quote, reportProblem, type SourceReading } from './listing-draft.ts';
import { ROW_FIELDS } from './source-reader.ts';

/** Reports what the cells gave besides values. */
export function settleFindings(draft: ListingDraft): void {
  for (const { name } of ROW_FIELDS) {
    const source = draft.readings[name];
    if (source?.hasFinding === true) settleFinding(draft, name, source);
  }
}

/** Takes over texts, plain numbers, pictures and choices: field by field, for engines find a named member at once. */
export function settleSimple({ readings, values }: ListingDraft): void {
  values.Key = textOf(readings.Key);
  values.MLSNumber = textOf(readings.MLSNumber);
  values.Url = textOf(readings.Url);
  values.PropertyType = textOf(readings.PropertyType);
  values.Description = textOf(readings.Description);
  values.Location = textOf(readings.Location);
  values.Address = textOf(readings.Address);
  values.City = textOf(readings.City);
  values.State = textOf(readings.State);
  values.CurrencySymbol = textOf(readings.CurrencySymbol);
  values.Bedrooms = numberOf(readings.Bedrooms);
  values.Bathrooms = numberOf(readings.Bathrooms);
  values.YearBuilt = numberOf(readings.YearBuilt);
  values.DaysOnMarket = numberOf(readings.DaysOnMarket);
  values.ParkingSpots = numberOf(readings.ParkingSpots);
  const images = readings.Images?.value;
  if (Array.isArray(images)) values.Images = images;
  const tour = textOf(readings.Tours);
  if (tour !== undefined && isMeaning(TOUR, tour)) values.Tours = tour;
  const space = textOf(readings.SpaceType);
  if (space !== undefined && isMeaning(SPACE_TYPE, space)) values.SpaceType = space;
}

function textOf(source: SourceReading | undefined): string | undefined {
  return typeof source?.value === 'string' ? source.value : undefined;
}

function numberOf(source: SourceReading | undefined): number | undefined {
  return typeof source?.value === 'number' ? source.value : undefined;
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
