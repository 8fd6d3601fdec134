/** Words by which a column's cells give away what they are about; whole cells are compared, never parts of words. */
import { areaUnitOf } from '../listing/vocabulary/area-unit.ts';
import { currencyOf } from '../listing/vocabulary/currency.ts';
import { LISTING_STATUS } from '../listing/vocabulary/listing-status.ts';
import { matchWord } from '../listing/vocabulary/match-word.ts';
import { wordKey } from '../listing/vocabulary/normalize-word.ts';
import { PROPERTY_TYPE } from '../listing/vocabulary/property-type.ts';
import { SALE_TYPE } from '../listing/vocabulary/sale-type.ts';
import { lazily } from '../terms/lazily.ts';

/** What a cell's words can be about. */
export type WordTopic =
  | 'statusWord'
  | 'soldWord'
  | 'saleWord'
  | 'rentWord'
  | 'typeWord'
  /** RESO property types: they say sale or lease along with the type. */
  | 'resoTypeWord'
  | 'areaUnitWord'
  | 'currencyWord'
  | 'tourWord'
  | 'spaceWord'
  | 'stateName'
  | 'booleanWord';

/**
 * The words of each topic, after lower-casing and turning `_ - /` into spaces.
 *
 * @see RESO Data Dictionary 2.1, https://dd.reso.org/DD2.1/Property/StandardStatus, `PropertyType` and
 * `PropertySubType` (read 2026-11-21): the lookups most sheets borrow their words from.
 */
const WORDS: { readonly [Topic in WordTopic]: string } = {
  statusWord:
    'active|act|new|back on market|price change|for sale|for rent|for lease|to let|to lease|available|available soon|onmarket|on market|active listing|' +
    'active under contract|auc|contingent|active with contract|backup|accepting backups|backup offer|kick out|option|' +
    'under offer|pending|under contract|sale agreed|let agreed|offer accepted|sale pending|coming soon|pre on market|premarket|' +
    'pre market|preonmarket|pre listing|prelisted|delayed showings|canceled|cancelled|terminated|withdrawn|expired|' +
    'exp|hold|on hold|tom|temp off market|temporarily off market|offmarket|off market|inactive|delete|deleted|kill|' +
    'incomplete|draft|partial|private|pocket|office exclusive|whisper|do not advertise|recently sold|unavailable',
  soldWord: 'sold|closed|closed sale|leased|rented|let|past sale|recently sold|completed',
  saleWord:
    'sale|for sale|forsale|sell|selling|buy|resale|fsbo|auction|new construction|house for sale|condo for sale|' +
    'for sale by agent|for sale by owner|venta|en venta|kauf|vente|venda',
  rentWord:
    'rent|rental|rentals|for rent|forrent|to let|to rent|lease|for lease|let|letting|lettings|apartment for rent|' +
    'house for rent|for rent by agent|for rent by owner|residential lease|commercial lease|alquiler|en alquiler|' +
    'miete|zur miete|aluguel',
  typeWord:
    'single family residential|single family residence|single family|single family home|sfr|sfh|house|detached|home|' +
    'condo|condos|condo co op|condominium|co op|coop|stock cooperative|flat|apartment|apartments|townhouse|townhome|' +
    'townhomes|town house|row house|terraced|attached|semi detached|duplex|triplex|fourplex|quadruplex|multi family|' +
    'multifamily|multi family (2 4 unit)|multi family (5+ unit)|apartment building|vacant land|land|lot|lots|lot land|' +
    'acreage|mobile|mobile home|mobile manufactured home|manufactured|manufactured home|farm|ranch|timeshare|parking|' +
    'boat slip|cabin|villa|bungalow|loft|studio|penthouse|office|retail|industrial|warehouse|hotel|mixed use|business|' +
    'commercial|agriculture|residential|residential income|residential lease|commercial sale|commercial lease|' +
    'business opportunity|manufactured in park|unimproved land|casa|departamento|apartamento|piso|haus|wohnung|maison|' +
    'appartement|appartements|maisons|immeuble|terrain|pavillon|chalet|local|estudio|ático|dúplex|terreno|appartamento',
  resoTypeWord:
    'residential|residential lease|residential income|land|manufactured in park|farm|commercial sale|commercial lease|' +
    'business opportunity',
  areaUnitWord:
    'sq ft|sqft|sq. ft.|sq.ft.|sf|ft2|ft²|square feet|square foot|squarefeet|sq m|sqm|sq. m.|m2|m²|square meter|' +
    'square meters|square metres|squaremeters|acres|acre|ac|hectares|ha|ftk|mtk',
  currencyWord:
    '$|€|£|¥|₹|us$|c$|ca$|a$|r$|usd|eur|gbp|cad|aud|nzd|inr|jpy|chf|mxn|brl|aed|zar|sgd|hkd|pln|sek|nok|dkk|kr|dollar|' +
    'us dollar|euro|pound',
  tourWord: 'openhouse|open house|3d|3d tour|3d walkthrough|virtual tour|matterport|none',
  spaceWord:
    'entire place|entire home|entire home apt|entire unit|whole place|room|private room|shared room|single room',
  stateName:
    'alabama|alaska|arizona|arkansas|california|calif|calif.|colorado|connecticut|delaware|florida|georgia|hawaii|' +
    'idaho|illinois|indiana|iowa|kansas|kentucky|louisiana|maine|maryland|massachusetts|michigan|minnesota|mississippi|' +
    'missouri|montana|nebraska|nevada|new hampshire|new jersey|new mexico|new york|north carolina|north dakota|ohio|' +
    'oklahoma|oregon|pennsylvania|rhode island|south carolina|south dakota|tennessee|texas|utah|vermont|virginia|' +
    'washington|west virginia|wisconsin|wyoming|district of columbia|puerto rico|alberta|british columbia|manitoba|' +
    'new brunswick|newfoundland and labrador|nova scotia|ontario|prince edward island|quebec|saskatchewan|yukon|' +
    'new south wales|victoria|queensland|south australia|western australia|tasmania',
  booleanWord: 'yes|no|y|n|true|false|✓|x',
};

/** Longer texts are no words. */
const LONGEST_WORD = 40;

const topicsByWord = lazily(indexWords);

/**
 * What the words of a whole cell are about; `[]` for words without a topic. What the readers understand counts too, so that
 * a column never looks like something else than what it is read as.
 */
export function topicsOf(text: string): readonly WordTopic[] {
  const words = text
    .toLowerCase()
    .replace(/[_\-/]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const listed = topicsByWord().get(words) ?? [];
  const read = readTopics(text, () => listed.includes('typeWord') || matchWord(PROPERTY_TYPE, text).kind === 'meaning');
  return read.every((topic) => listed.includes(topic)) ? listed : [...new Set([...listed, ...read])];
}

/** What the readers of cells know of a text besides. */
function readTopics(text: string, isType: () => boolean): readonly WordTopic[] {
  if (text.length > LONGEST_WORD) return [];
  const status = matchWord(LISTING_STATUS, text);
  const offer = matchWord(SALE_TYPE, text);
  // `Residential` and `Single Family Residential` are read as a sale in such a column, and mean a type of home elsewhere.
  const isOffer = offer.kind === 'meaning' && !SALE_TYPE.wordTable().givingWay.has(wordKey(text)) && !isType();
  const word = text.trim();
  return [
    ...(isOffer ? [offer.meaning === 'for_sale' ? ('saleWord' as const) : ('rentWord' as const)] : []),
    ...(status.kind === 'meaning' ? [status.meaning === 'sold' ? ('soldWord' as const) : ('statusWord' as const)] : []),
    ...(areaUnitOf(word) === undefined ? [] : (['areaUnitWord'] as const)),
    ...(currencyOf(word) === undefined ? [] : (['currencyWord'] as const)),
  ];
}

function indexWords(): ReadonlyMap<string, readonly WordTopic[]> {
  const index = new Map<string, readonly WordTopic[]>();
  for (const [topic, words] of Object.entries(WORDS) as readonly [WordTopic, string][]) {
    for (const word of words.split('|')) index.set(word, [...(index.get(word) ?? []), topic]);
  }
  return index;
}
