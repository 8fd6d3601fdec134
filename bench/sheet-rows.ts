/** The sheets of the benchmark: listings and chatbot rows as a team would keep them, the same on every machine. */
import { oneOf, type Random, seededRandom, wholeBetween } from './random.ts';

/** Cells as typed by hand, one array a row. */
export type TypedRows = readonly (readonly string[])[];

/** A sheet with its header row, and what tells its rows apart. */
export interface BenchSheet {
  readonly headers: readonly string[];
  readonly rows: TypedRows;
  /** The header of the column whose cell names the row to the platform. */
  readonly keyHeader: string;
  /** The header of the column that is edited where some rows shall have changed. */
  readonly editedHeader: string;
}

const LISTING_HEADERS = [
  ...['MLS number', 'Listing status', 'Sale or rent', 'Property type', 'Address', 'City', 'State', 'ZIP'],
  ...['Bedrooms', 'Bathrooms', 'Sale price', 'Currency symbol', 'Building area', 'Lot area', 'Area unit'],
  ...['Year built', 'Parking spots', 'Days on market', 'Latitude', 'Longitude', 'Listing URL', 'Images'],
  ...['Description', 'Listing agent'],
] as const;

const CHATBOT_HEADERS = ['ID', 'Topic', 'Question', 'Answer', 'Fee', 'Online', 'Reviewed'] as const;

const PLACES = [
  ['Springfield', 'IL', '62701', 39.8, -89.65],
  ['Boulder', 'CO', '80302', 40.02, -105.28],
  ['Portland', 'OR', '97205', 45.52, -122.69],
  ['Savannah', 'GA', '31401', 32.07, -81.09],
  ['Burlington', 'VT', '05401', 44.48, -73.22],
] as const;
const STREETS = ['Alder Way', 'Juniper Street', 'Foundry Lane', 'Harbor Avenue', 'Mill Pond Road', 'Quarry Court'];
const PROPERTY_TYPES = ['Single Family Residential', 'Condo/Co-op', 'Townhouse', 'Multi-Family (2-4 Unit)'];
const AGENTS = ['North team', 'Lakeside team', 'Old town team'];
const TOPICS = ['Office', 'Buying', 'Selling', 'Renting', 'Viewings', 'Moving'];
const SENTENCES = [
  'Bright rooms, tall windows and oak floors throughout.',
  'The kitchen was renewed with stone counters and gas cooking.',
  'A quiet street within walking distance of schools and the market.',
  'The garden faces south; the terrace is partly covered.',
  'Heating, roof and windows were replaced in the last ten years.',
  'Ask for the floor plan and the recent inspection report.',
] as const;

/** A sheet of complete listings, each of which the platform accepts; a shorter sheet is the beginning of a longer one. */
export function listingSheet(rowCount: number): BenchSheet {
  return {
    headers: LISTING_HEADERS,
    rows: Array.from({ length: rowCount }, (_, rowIndex) => listingRow(rowIndex)),
    keyHeader: 'MLS number',
    editedHeader: 'Sale price',
  };
}

/** A sheet of chatbot rows with IDs from 1; a shorter sheet is the beginning of a longer one. */
export function chatbotSheet(rowCount: number): BenchSheet {
  return {
    headers: CHATBOT_HEADERS,
    rows: Array.from({ length: rowCount }, (_, rowIndex) => chatbotRow(rowIndex)),
    keyHeader: 'ID',
    editedHeader: 'Answer',
  };
}

/** The cells of a column, by its header. Throws when there is no such header. */
export function columnOf(sheet: BenchSheet, header: string): readonly string[] {
  const columnIndex = sheet.headers.indexOf(header);
  if (columnIndex === -1) throw new Error(`The sheet has no column "${header}".`);
  return sheet.rows.map((row) => row[columnIndex] ?? '');
}

function listingRow(rowIndex: number): readonly string[] {
  const random = seededRandom(rowIndex + 1);
  const mlsNumber = `MLS${1_000_001 + rowIndex}`;
  const page = `https://homes.example.com/listings/${mlsNumber.toLowerCase()}`;
  const [city, state, zip, latitude, longitude] = oneOf(random, PLACES);
  const buildingArea = wholeBetween(random, 620, 4200);
  const cells: Readonly<Record<(typeof LISTING_HEADERS)[number], string>> = {
    'MLS number': mlsNumber,
    'Listing status': oneOf(random, ['Active', 'Active', 'Active', 'Coming Soon', 'Sold']),
    'Sale or rent': 'For sale',
    'Property type': oneOf(random, PROPERTY_TYPES),
    Address: `${wholeBetween(random, 1, 9800)} ${oneOf(random, STREETS)}`,
    City: city,
    State: state,
    ZIP: `'${zip}`,
    Bedrooms: String(wholeBetween(random, 1, 6)),
    Bathrooms: String(wholeBetween(random, 2, 8) / 2),
    'Sale price': `$${(wholeBetween(random, 120, 1900) * 1000).toLocaleString('en-US')}`,
    'Currency symbol': '$',
    'Building area': buildingArea.toLocaleString('en-US'),
    // In tens: a size of nothing but nines stands for one that nobody knows.
    'Lot area': (Math.ceil((buildingArea + wholeBetween(random, 500, 20_000)) / 10) * 10).toLocaleString('en-US'),
    'Area unit': 'Square Feet',
    'Year built': String(wholeBetween(random, 1890, 2026)),
    'Parking spots': String(wholeBetween(random, 0, 3)),
    'Days on market': String(wholeBetween(random, 0, 180)),
    Latitude: (latitude + random() / 10).toFixed(6),
    Longitude: (longitude + random() / 10).toFixed(6),
    'Listing URL': page,
    Images: pictures(random, page),
    Description: sentences(random, 2, 5),
    'Listing agent': oneOf(random, AGENTS),
  };
  return LISTING_HEADERS.map((header) => cells[header]);
}

function chatbotRow(rowIndex: number): readonly string[] {
  const random = seededRandom(-rowIndex - 1);
  const topic = oneOf(random, TOPICS);
  const month = String(wholeBetween(random, 1, 12)).padStart(2, '0');
  return [
    String(rowIndex + 1),
    topic,
    `What should I know about ${topic.toLowerCase()}, part ${rowIndex + 1}?`,
    sentences(random, 1, 4),
    random() < 0.5 ? '' : `$${wholeBetween(random, 20, 400)}`,
    random() < 0.8 ? 'TRUE' : 'FALSE',
    `2026-${month}-${String(wholeBetween(random, 1, 28)).padStart(2, '0')}`,
  ];
}

function pictures(random: Random, page: string): string {
  return Array.from({ length: wholeBetween(random, 1, 4) }, (_, index) => `${page}/${index + 1}.jpg`).join(', ');
}

function sentences(random: Random, least: number, most: number): string {
  return Array.from({ length: wholeBetween(random, least, most) }, () => oneOf(random, SENTENCES)).join(' ');
}
