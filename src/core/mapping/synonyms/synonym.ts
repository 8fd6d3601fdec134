/** What an entry of the synonym dictionary is. */
import type { FieldName } from '../../listing/fields.ts';

/**
 * How far a header alone can be trusted.
 *
 * - `sure`: it means this and nothing else; applied unless the cells contradict.
 * - `usual`: a common name that other things share; applied when the cells look right.
 * - `fallback`: applied when the cells look right and nothing better is there.
 * - `ifValuesFit`: usually something else; counts only when the cells look right.
 * - `proposal`: never applied by itself; a person may choose it.
 */
export type SynonymStrength = 'sure' | 'usual' | 'fallback' | 'ifValuesFit' | 'proposal';

/**
 * Where a header was met.
 *
 * @see RESO Data Dictionary 2.1, https://dd.reso.org/DD2.1/Property (read 2026-11-21): field names and synonyms.
 * @see https://www.redfin.com/buy-a-home/comparative-market-analysis (read 2026-11-21): the page that every Redfin
 * download names in its own header row.
 * @see https://github.com/ZacharyHampton/HomeHarvest (read 2026-11-21): Realtor-style column names.
 * @see https://developers.facebook.com/docs/marketing-api/real-estate-ads/get-started (read 2026-11-21) and
 * https://developers.google.com/google-ads/api/reference/rpc/v20/DynamicRealEstateAsset (read 2026-11-21): ad feeds.
 */
export type SynonymSource =
  | 'RESO'
  | 'Redfin'
  | 'Zillow-style'
  | 'Realtor-style'
  | 'MLS and IDX'
  | 'ad feed'
  | 'listing#update'
  | 'common'
  | 'other language'
  | 'misspelling';

/** Sheets on which a header means more than usual: every row is for rent, or every row is sold. */
export type SheetMarket = 'rental' | 'sold';

/** One header that people use for a field. */
export interface Synonym {
  readonly field: FieldName;
  readonly header: string;
  readonly source: SynonymSource;
  readonly strength: SynonymStrength;
  /** On such a sheet the header beats every other name of the field. */
  readonly leadsWhen?: SheetMarket;
}

/** The entries of one field that share source and strength. */
export function synonyms(
  field: FieldName,
  strength: SynonymStrength,
  source: SynonymSource,
  ...headers: readonly string[]
): readonly Synonym[] {
  return headers.map((header) => ({ field, header, source, strength }));
}

/** The same entries for sheets of one market, where they beat every other name of the field. */
export function leading(market: SheetMarket, entries: readonly Synonym[]): readonly Synonym[] {
  return entries.map((entry) => ({ ...entry, leadsWhen: market }));
}
