/** The tab that *New listings tab* adds: the columns a listing needs, lists to choose from, and one example row. */

/** A column of the starter tab. */
export interface StarterColumn {
  readonly header: string;
  /** What the example row has here, as typed. */
  readonly example: string;
  /** The values to choose from; absent where anything may be typed. */
  readonly choices?: readonly string[];
}

/** The name of the tab, and the key of its example, which the stand-in knows. */
export const STARTER_TAB_NAME = 'My listings';

/** The listing of the example row. */
export const STARTER_LISTING = { mlsNumber: 'EXAMPLE-1', url: 'https://www.example.com/homes/example-1' };

/** The columns, what decides about a row first. */
export const STARTER_COLUMNS: readonly StarterColumn[] = [
  { header: 'MLS number', example: STARTER_LISTING.mlsNumber },
  { header: 'Action', example: '', choices: ['Update', 'Delete', 'Skip'] },
  {
    header: 'Listing status',
    example: 'Active',
    choices: ['Active', 'Coming Soon', 'Pending', 'Sold', 'Withdrawn', 'Expired'],
  },
  { header: 'Sale or rent', example: 'for_sale', choices: ['for_sale', 'for_rent'] },
  {
    header: 'Property type',
    example: 'Condo',
    choices: ['Single Family Residential', 'Condo', 'Townhouse', 'Apartment', 'Multi-Family (2-4 Unit)', 'Vacant Land'],
  },
  { header: 'Address', example: '1 Example Street' },
  { header: 'City', example: 'Chicago' },
  { header: 'State', example: 'IL' },
  { header: 'ZIP', example: '60640' },
  { header: 'Location', example: 'Uptown' },
  { header: 'Sale price', example: '$389,900' },
  { header: 'Rent', example: '' },
  { header: 'Currency symbol', example: '$' },
  { header: 'Bedrooms', example: '2' },
  { header: 'Bathrooms', example: '1.5' },
  { header: 'Building area', example: '1,240' },
  { header: 'Lot area', example: '1,050' },
  { header: 'Area unit', example: 'Square Feet', choices: ['Square Feet', 'Square Meters', 'Acres'] },
  { header: 'Year built', example: '1998' },
  { header: 'Parking spots', example: '1' },
  { header: 'Days on market', example: '3' },
  { header: 'Latitude', example: '41.9661' },
  { header: 'Longitude', example: '-87.6557' },
  { header: 'Description', example: 'An example: write your own listings below, then delete this row.' },
  { header: 'Listing URL', example: STARTER_LISTING.url },
  { header: 'Images', example: 'https://images.example.com/example-1/1.jpg' },
];
