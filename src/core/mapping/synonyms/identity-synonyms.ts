/** Headers that people use for what identifies a listing: key, MLS number, page address. */
import { type Synonym, synonyms } from './synonym.ts';

/**
 * Synonyms of the identity fields. Only names that say "NewOaks" feed the key by themselves: any other id is some
 * other system's, and a wrong key would update or delete a stranger's listing.
 */
export const identitySynonyms = (): readonly Synonym[] => [
  ...synonyms('Key', 'sure', 'common', 'NewOaks Key', 'NewOaks ID', 'NewOaks Listing Key'),
  ...synonyms('Key', 'proposal', 'RESO', 'ListingKey', 'SystemUniqueID', 'ImmediateSourceID', 'ListingId'),
  ...synonyms('Key', 'proposal', 'Zillow-style', 'zpid', 'id', 'providerListingId'),
  ...synonyms('Key', 'proposal', 'Realtor-style', 'property_id', 'listing_id'),
  ...synonyms('Key', 'proposal', 'ad feed', 'home_listing_id', 'Listing ID'),
  ...synonyms('Key', 'proposal', 'common', 'Ref', 'Reference', 'Property ID', 'SKU', 'Unique ID', 'Row ID'),

  ...synonyms('MLSNumber', 'sure', 'RESO', 'MLNumber', 'MLSNumber', 'ListingNumber'),
  ...synonyms('MLSNumber', 'proposal', 'RESO', 'ListingId'),
  ...synonyms('MLSNumber', 'sure', 'Redfin', 'MLS#'),
  ...synonyms('MLSNumber', 'sure', 'Zillow-style', 'mlsid', 'mlsId'),
  ...synonyms('MLSNumber', 'sure', 'Realtor-style', 'mls_id'),
  ...synonyms('MLSNumber', 'sure', 'MLS and IDX', 'MLS #', 'MLS ID', 'ML #', 'ML#', 'MLS No.', 'MLS No', 'MLS Num'),
  ...synonyms(
    'MLSNumber',
    'sure',
    'MLS and IDX',
    'MLS Listing ID',
    'MLS Listing Number',
    'ML Number',
    'MLSNo',
    'MLNum',
  ),
  ...synonyms(
    'MLSNumber',
    'usual',
    'MLS and IDX',
    'MLS',
    'Listing #',
    'Listing No',
    'Listing No.',
    'LN',
    'List Number',
  ),

  ...synonyms('Url', 'sure', 'RESO', 'ListingURL'),
  ...synonyms('Url', 'usual', 'Zillow-style', 'url', 'hdpUrl', 'detailUrl'),
  ...synonyms('Url', 'sure', 'Realtor-style', 'property_url'),
  ...synonyms('Url', 'fallback', 'Realtor-style', 'permalink'),
  ...synonyms('Url', 'sure', 'ad feed', 'Final URL', 'Final URLs', 'Landing Page URL'),
  ...synonyms('Url', 'fallback', 'ad feed', 'Destination URL', 'Contact Website'),
  ...synonyms('Url', 'sure', 'common', 'Listing Link', 'Property Link', 'Listing Page', 'Property Page', 'Listing URL'),
  ...synonyms(
    'Url',
    'sure',
    'common',
    'Property URL',
    'Listing Web Address',
    'Listing Website',
    'Detail Page',
    'Page URL',
  ),
  ...synonyms('Url', 'usual', 'common', 'Link', 'Website', 'Page', 'Web Page', 'Webpage', 'Web Address', 'Web Link'),
  ...synonyms('Url', 'usual', 'common', 'Hyperlink', 'Detail URL', 'Details URL', 'Details Link'),
  ...synonyms('Url', 'usual', 'other language', 'Enlace', 'Lien', 'Enlace del anuncio'),
];
