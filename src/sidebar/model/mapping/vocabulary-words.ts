/** The words for vocabularies and for what their words can mean. */

const VOCABULARY_WORDS: ReadonlyMap<string, string> = new Map([
  ['listingStatus', 'Listing status'],
  ['saleType', 'Sale or rent'],
  ['propertyType', 'Property type'],
  ['areaUnit', 'Area unit'],
  ['tours', 'Tours'],
  ['spaceType', 'Space for rent'],
]);

const STATUS_WORDS: ReadonlyMap<string, string> = new Map([
  ['active', 'Active'],
  ['comingSoon', 'Coming soon'],
  ['sold', 'Sold'],
  ['pending', 'Pending (offer accepted)'],
  ['underContract', 'Contingent (offer accepted, still shown)'],
  ['hold', 'On hold'],
  ['offMarket', 'Off the market (delete)'],
  ['incomplete', 'Draft'],
  ['private', 'Private'],
]);

/** What people call a vocabulary; its own name, made readable, where it is not known here. */
export function vocabularyWords(vocabulary: string): string {
  return VOCABULARY_WORDS.get(vocabulary) ?? readable(vocabulary);
}

/** A meaning in plain words: `for_sale` becomes `For sale`. */
export function meaningWords(vocabulary: string, meaning: string): string {
  const known = vocabulary === 'listingStatus' ? STATUS_WORDS.get(meaning) : undefined;
  return known ?? readable(meaning);
}

/** Joints and humps become spaces; a text that already has spaces is made for people and stays as it is. */
function readable(name: string): string {
  if (name.includes(' ')) return name;
  const words = name
    .replace(/_/g, ' ')
    .replace(/([a-z])([A-Z])/g, (_all, end, start) => `${end} ${start.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}
