/**
 * Where the words of the vocabularies were seen, for whoever reviews them.
 *
 * @see https://dd.reso.org/DD2.1/Property/StandardStatus (read 2026-11-21)
 * @see https://support.google.com/google-ads/answer/6053288 (read 2026-11-21)
 * @see https://developers.facebook.com "Home listing catalog fields" (read 2026-11-21)
 */
export const SEEN_IN = {
  reso: 'RESO Data Dictionary 2.1',
  resoSynonym: 'RESO Data Dictionary 2.1, synonyms',
  platform: 'Update Real Estate, allowed values',
  event: 'listing#update, allowed values',
  redfin: 'Redfin download',
  zillow: 'Zillow-style exports',
  realtor: 'Realtor.com-style exports',
  mls: 'MLS exports and abbreviations',
  meta: 'Meta home listings feed',
  rentals: 'rental marketplaces and their uploads',
  usual: 'common usage',
  uk: 'common usage in the UK',
  german: 'common usage, German',
  spanish: 'common usage, Spanish',
  portuguese: 'common usage, Portuguese',
  french: 'common usage, French',
  italian: 'common usage, Italian',
  dutch: 'common usage, Dutch',
  polish: 'common usage, Polish',
  turkish: 'common usage, Turkish',
} as const;
