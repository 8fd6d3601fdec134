/** Reads a row as a listing: first each cell by itself, then what the cells mean together. */
import type { StatusPolicies } from '../protocol.ts';
import type { ListingCells } from './listing-cells.ts';
import type { ListingReading } from './listing-reading.ts';
import type { ReadContext } from './reading.ts';
import { emptyDraft, type ListingDraft } from './row/listing-draft.ts';
import { readSources } from './row/read-sources.ts';
import { settleAreas } from './row/settle-areas.ts';
import { settlePlace } from './row/settle-place.ts';
import { settlePrices } from './row/settle-prices.ts';
import { settleFindings, settleSimple } from './row/settle-simple.ts';
import { settleSaleType, settleStatus } from './row/settle-status.ts';

/** The tab's choices that change how a row is read. */
export interface ListingSettings {
  /** With `active`, a listing with an accepted offer gets the status Active. */
  readonly policies: Pick<StatusPolicies, 'pending' | 'underContract'>;
}

/**
 * Reads one row. Never throws, whatever the cells hold. Members that do not fit the sale type are left out with a note,
 * both areas are in the row's one unit, rent and association fees are per month, and the currency symbol, the price per
 * area and the days on the market are filled in where the row tells them. Whether required fields are missing is a
 * separate question: `missingFields`.
 */
export function readListing(cells: ListingCells, settings: ListingSettings, context: ReadContext): ListingReading {
  const draft = emptyDraft(context, readSources(cells, context));
  settleStatus(draft, settings.policies);
  // Before anything is reported: what is left out cannot be wrong.
  settleSaleType(draft, cells);
  settleFindings(draft);
  settleSimple(draft);
  settlePlace(draft);
  settleAreas(draft);
  settlePrices(draft);
  return finish(draft);
}

function finish({ values, problems, notes, derived, statusIntent }: ListingDraft): ListingReading {
  const reading = { values, problems, notes, derived };
  return statusIntent === undefined ? reading : { ...reading, statusIntent };
}
