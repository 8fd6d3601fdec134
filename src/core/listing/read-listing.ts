/** Reads rows as listings: first each cell by itself, then what the cells mean together. */

import type { TableRow } from '../sheet/table.ts';
import { EMPTY_SLOTS } from './field-slots.ts';
import type { ListingSources } from './field-source.ts';
import type { FieldName } from './fields.ts';
import type { ListingReading } from './listing-reading.ts';
import type { EmptyPolicies, StatusPolicies } from './policies.ts';
import type { ReadContext } from './reading.ts';
import { emptyDraft, type ListingDraft, type SourceReadings } from './row/listing-draft.ts';
import { settleAreas } from './row/settle-areas.ts';
import { settleEnded } from './row/settle-ended.ts';
import { settlePlace } from './row/settle-place.ts';
import { settlePlausible, settleTiny } from './row/settle-plausible.ts';
import { settlePrices } from './row/settle-prices.ts';
import { settleFindings, settleSimple } from './row/settle-simple.ts';
import { settleSaleType, settleStatus } from './row/settle-status.ts';
import { ROW_FIELDS, type SourceReader, sourceReader, standInOf } from './row/source-reader.ts';

/** The tab's choices that change how a row is read. */
export interface ListingSettings {
  /** With `active`, a listing with an accepted offer gets the status Active. */
  readonly policies: Pick<StatusPolicies, 'pending' | 'underContract'>;
  /** What stands in for an empty cell. */
  readonly ifEmpty: EmptyPolicies['ifEmpty'];
  /** Fields that are not sent; a saved source wins over it. */
  readonly unmapped: readonly FieldName[];
  /** Whether a listing for sale keeps its rent, and a rental its sale price. */
  readonly sendsBothPrices: boolean;
}

/**
 * A function that reads any row of a tab, prepared once for all of them. It never throws, whatever the cells hold.
 * Members that do not fit the sale type are left out with a note, both areas are in the row's one unit, rent and
 * association fees are per month, and the currency symbol, the price per area and the days on the market are filled in
 * where the row tells them. Whether required fields are missing is a separate question: `missingFields`.
 *
 * @param isWanted Which fields are read at all.
 */
export function listingReader(
  sources: ListingSources,
  settings: ListingSettings,
  context: ReadContext,
  isWanted: (field: FieldName) => boolean = () => true,
): (row: TableRow) => ListingReading {
  const readers = fieldReaders(sources, settings, context, isWanted);
  const readingOf = sharingLists();
  const notSent = settings.unmapped.filter((field) => sources[field] === undefined);
  // Used for one row after the other: each fed field is read anew, and the others stay empty.
  const readings: SourceReadings = { ...EMPTY_SLOTS };
  return (row) => {
    let hasFindings = false;
    for (const { field, read } of readers) {
      const source = read(row);
      readings[field] = source;
      hasFindings = hasFindings || source.hasFinding;
    }
    const draft = emptyDraft(readings);
    settleIntent(draft, sources, settings);
    // After members are left out, which cannot be wrong then, and before cells are looked at together.
    if (hasFindings) settleFindings(draft);
    settleValues(draft, context);
    withhold(draft, notSent);
    if (context.usual !== undefined) settlePlausible(draft, context.usual);
    settleTiny(draft);
    return readingOf(draft);
  };
}

function fieldReaders(
  sources: ListingSources,
  { ifEmpty, unmapped }: ListingSettings,
  context: ReadContext,
  isWanted: (field: FieldName) => boolean,
): readonly { readonly field: FieldName; readonly read: SourceReader }[] {
  return ROW_FIELDS.flatMap((field) => {
    const source = sources[field.name];
    const standIn = standInOf(field, ifEmpty[field.name], context);
    if (!isWanted(field.name)) return [];
    if (source !== undefined) return [{ field: field.name, read: sourceReader(field, source, standIn, context) }];
    // Nothing feeds the field, so that each of its cells is empty.
    if (standIn === undefined || unmapped.includes(field.name)) return [];
    return [{ field: field.name, read: () => standIn }];
  });
}

function settleIntent(draft: ListingDraft, sources: ListingSources, settings: ListingSettings): void {
  settleStatus(draft, settings.policies);
  settleEnded(draft);
  settleSaleType(draft, sources, settings.sendsBothPrices);
}

/** What a person does not want sent is not worked out from other cells either. */
function withhold(draft: ListingDraft, notSent: readonly FieldName[]): void {
  if (notSent.length === 0) return;
  const values: { [Name in FieldName]?: unknown } = draft.values;
  for (const field of notSent) values[field] = undefined;
  const kept = draft.derived.filter((field) => !notSent.includes(field));
  draft.derived.splice(0, draft.derived.length, ...kept);
}

function settleValues(draft: ListingDraft, context: ReadContext): void {
  settleSimple(draft);
  settlePlace(draft, context);
  settleAreas(draft);
  settlePrices(draft);
}

/** Gives a finished draft as what was read. Lists are kept for each row of a run, so rows with equal ones share them. */
function sharingLists(): (draft: ListingDraft) => ListingReading {
  const noNotes: readonly string[] = [];
  let lastDerived: readonly FieldName[] = [];
  return ({ readings, values, problems, notes: found, derived, statusIntent }) => {
    if (!isSameList(derived, lastDerived)) lastDerived = [...derived];
    const notes = found.length === 0 ? noNotes : found;
    const reading: ListingReading =
      statusIntent === undefined
        ? { values, problems, notes, derived: lastDerived }
        : { values, problems, notes, derived: lastDerived, statusIntent };
    const days = values.DaysOnMarket === undefined ? undefined : readings.DaysOnMarket?.reading;
    return days?.kind === 'value' && days.since !== undefined ? { ...reading, daysSince: days.since } : reading;
  };
}

function isSameList<T>(one: readonly T[], other: readonly T[]): boolean {
  return one.length === other.length && one.every((item, index) => item === other[index]);
}
