/** Settles postal code and coordinates, which make sense only together with state and each other. */
import { fitZipToState } from '../cell/read-zip.ts';
import type { ReadContext } from '../reading.ts';
import { isUsState } from '../vocabulary/state-codes.ts';
import { addNote, type ListingDraft, quote, reportProblem, type SourceReading } from './listing-draft.ts';

/** Where the US lies when the minus of its western longitudes is forgotten. */
const MIRRORED_US = { west: 179, east: 64 } as const;

/** Postal codes that are numbers have at least so many digits, and five where the locale's country has. */
const SHORTEST_NUMBER = 4;
const FIVE_DIGITS = 5;
const OF_FIVE = /^(?:de_DE|es_ES|es_MX|fr_FR|it_IT|fi_FI|tr_TR|sv_SE|pl_PL)$/;

/** Restores zeros that a postal code lost; drops coordinates that stand for "nowhere". */
export function settlePlace(draft: ListingDraft, context: ReadContext): void {
  settleZip(draft, context);
  settleCoordinates(draft);
}

function settleZip(draft: ListingDraft, context: ReadContext): void {
  const zip = draft.readings.ZIP?.value;
  if (typeof zip !== 'string') return;
  const fitted = fitZipToState(zip, draft.values.State);
  if (fitted.kind !== 'value') return;
  if (lostZeros(draft, fitted.value, context)) return;
  draft.values.ZIP = fitted.value;
  if (fitted.note !== undefined) addNote(draft, 'ZIP', fitted.note);
}

/** Numbers lose their zeros in front, and hardly a country has codes of three digits. */
function lostZeros(draft: ListingDraft, zip: string, { notations, locale }: ReadContext): boolean {
  const source = draft.readings.ZIP;
  if (source === undefined || source.isWritten) return false;
  const digits = notations?.[source.header]?.codeDigits ?? (OF_FIVE.test(locale) ? FIVE_DIGITS : SHORTEST_NUMBER);
  if (zip.length >= digits) return false;
  reportProblem(draft, 'ZIP', `${quote(zip)} may have lost zeros in front; type it as text, with all of its digits.`);
  return true;
}

function settleCoordinates(draft: ListingDraft): void {
  const latitude = draft.readings.Latitude?.value;
  const longitude = draft.readings.Longitude?.value;
  // 0, 0 lies in the ocean, and so do -1, -1 and the like: software writes them where an address was not found.
  if (latitude === longitude && Number.isInteger(latitude) && !isFixed(draft.readings.Latitude)) {
    addNote(draft, 'Latitude', `${latitude}, ${latitude} stands for “not found”, so no coordinates are sent`);
    return;
  }
  const whole = typeof longitude === 'number' ? lostDecimals(draft, latitude, longitude) : undefined;
  if (whole !== undefined) {
    const why = 'is a whole number of degrees and may have lost its decimals, so no coordinates are sent';
    addNote(draft, 'Longitude', `${whole} ${why}`);
    return;
  }
  if (typeof longitude === 'number' && seemsMirrored(draft.values.State, latitude, longitude)) {
    const why = 'in the US longitudes are negative, so no coordinates are sent';
    addNote(draft, 'Longitude', `${longitude} lies east of Greenwich; ${why}`);
    return;
  }
  if (typeof latitude === 'number') draft.values.Latitude = latitude;
  if (typeof longitude === 'number') draft.values.Longitude = longitude;
}

/**
 * Where the other locale's point was taken for a thousands sign, `-0.127` is the number -127. A place is hardly ever on a whole
 * degree; the equator and Greenwich are.
 */
function lostDecimals(draft: ListingDraft, latitude: unknown, longitude: number): number | undefined {
  if (isFixed(draft.readings.Latitude) || isFixed(draft.readings.Longitude)) return undefined;
  const isWhole = (degrees: unknown) => Number.isInteger(degrees) && degrees !== 0;
  if (isWhole(longitude)) return longitude;
  return isWhole(latitude) ? (latitude as number) : undefined;
}

function isFixed(source: SourceReading | undefined): boolean {
  return source?.header === '';
}

function seemsMirrored(state: string | undefined, latitude: unknown, longitude: number): boolean {
  // Guam and the Northern Marianas do lie east; Australia's WA lies south.
  if (state === undefined || !isUsState(state) || state === 'GU' || state === 'MP') return false;
  const isSouth = typeof latitude === 'number' && latitude < 0;
  return !isSouth && longitude >= MIRRORED_US.east && longitude <= MIRRORED_US.west;
}
