/** The demo tab of listings: an agency's own sheet under the platform's labels, with the mistakes such sheets have. */
import { parseTableText } from './table-text.ts';

/** Columns that are typed; the address of the page and the pictures follow from the MLS number. */
const TYPED = parseTableText(`
MLS number | Action | Listing status | Sale or rent | Property type | Address | City | State | ZIP | Location | Sale price | Rent | Deposit | HOA per month | Currency symbol | Bedrooms | Bathrooms | Building area | Lot area | Area unit | Year built | Parking spots | Days on market | Tours | Latitude | Longitude | Description
LK26-1001 | | Active | for_sale | Single Family Residential | 418 Alderbrook Ave | Evanston | IL | 60201 | Lakeside | $749,000 | | | | $ | 4 | 2.5 | 2,480 | 6,250 | Square Feet | 1926 | 2 | 12 | OpenHouse | 42.0464 | -87.6847 | Brick Georgian two blocks from the lake, with a new kitchen and a walled garden.
LK26-1002 | | Active | for_sale | Townhouse | 27 Quarry Lane Unit B | Evanston | IL | 60202 | Quarry Row | $512,500 | | | 285 | $ | 3 | 3.5 | 1,910 | 1,400 | Square Feet | 2014 | 1 | 5 | 3D | 42.0289 | -87.6902 | End unit with light from three sides and a roof terrace.
LK26-1003 | | Active | for_sale | Condo | 1550 Harborview Dr #1204 | Milwaukee | WI | 53202 | Third Pier | $389,900 | | | 642 | $ | 2 | 2 | 1,240 | 1,050 | Square Feet | 2008 | 1 | 31 | 3D | 43.0412 | -87.8988 | Twelfth floor; the lake fills the living-room window.
LK26-1004 | | Coming Soon | for_sale | Single Family Residential | 9 Tamarack Ct | Madison | WI | 53711 | Odana Hills | $455,000 | | | | $ | 3 | 2 | 1,775 | 9,900 | Square Feet | 1961 | 2 | 0 | | 43.0431 | -89.4593 | Ranch on a quiet court. Showings start next week.
LK26-1005 | | Sold | for_sale | Single Family Residential | 2206 Prairie Smoke Rd | Madison | WI | 53704 | Starkweather | $338,000 | | | | $ | 3 | 1.5 | 1,390 | 7,405 | Square Feet | 1954 | 1 | 48 | | 43.1136 | -89.3441 | Closed after nine days of showings.
LK26-1006 | | Active | for_rent | Apartment | 640 Millrace St Apt 3 | Grand Rapids | MI | 49503 | Heartside | | $1,650 | $1,650 | | $ | 1 | 1 | 720 | 980 | Square Feet | 1919 | 0 | 9 | | 42.9596 | -85.6712 | Loft in a former furniture works; heat and water included.
LK26-1007 | | Active | for_rent | Single Family Residential | 83 Juniper Hollow | Ann Arbor | MI | 48104 | Burns Park | | $3,200 | $4,800 | | $ | 3 | 2 | 1,640 | 5,200 | Square Feet | 1938 | 2 | 17 | | 42.2631 | -83.7302 | Furnished house near the campus. Pets welcome.
LK26-1008 | | Active | for_sale | Single Family Residential | 71 Gristmill Way | Cambridge | MA | 02139 | Riverside | $1,185,000 | | | | $ | 3 | 2 | 1,702 | 2,310 | Square Feet | 1893 | 0 | 6 | OpenHouse | 42.3655 | -71.1076 | Victorian with its staircase intact. The ZIP lost its zero in the sheet.
LK26-1009 | | Active | for_sale | Multi-Family (2-4 Unit) | 3312 Foundry St | Milwaukee | WI | 53212 | Riverwest | $274,900 | | | | $ | 6 | 3 | 2,890 | 3,600 | Square Feet | 1908 | 2 | 22 | | 43.0757 | -87.9052 | Up-and-down duplex, both flats let.
LK26-1010 | | Pending | for_sale | Condo | 45 Lighthouse Pt #5 | Racine | WI | 53402 | Northpoint | $229,000 | | | 310 | $ | 2 | 1.5 | 1,015 | 1,120 | Square Feet | 1987 | 1 | 40 | | 42.7561 | -87.7839 | Offer accepted, inspection this week.
LK26-1011 | | Active | for_sale | Single Family Residential | 508 Sandhill Crane Dr | Middleton | WI | 53562 | Pheasant Branch | $619,000 | | | 35 | $ | 4 | 3 | 2,655 | 11,760 | Square Feet | | 3 | 14 | | 43.1056 | -89.5043 | The year of this one was never filled in.
LK26-1012 | | Active | for_sale | Townhouse | 12 Cooper's Yard | Grand Rapids | MI | 49504 | West Grand | $318,000 | | | 190 | $ | three | 2.5 | 1,540 | 1,100 | Square Feet | 2003 | 1 | 26 | | 42.9768 | -85.6905 | Someone wrote the bedrooms out.
LK26-1013 | | Maybe later | for_sale | Single Family Residential | 96 Windbreak Rd | Kalamazoo | MI | 49008 | Westnedge | $265,000 | | | | $ | 3 | 2 | 1,480 | 8,276 | Square Feet | 1949 | 1 | 75 | | 42.2741 | -85.6117 | The owners have not made up their minds.
LK26-1002 | | Active | for_sale | Townhouse | 27 Quarry Lane Unit C | Evanston | IL | 60202 | Quarry Row | $498,000 | | | 285 | $ | 3 | 2.5 | 1,820 | 1,400 | Square Feet | 2014 | 1 | 5 | | 42.0289 | -87.6902 | Copied from Unit B; the MLS number was not changed.
LK26-1015 | | Active | for_sale | Single Family Residential | 1700 Meander Ln | Kenosha | WI | 53140 | Simmons Island | $359,000 | | | | $ | 3 | 2 | 1,610 | #REF! | Square Feet | 1972 | 2 | 19 | | 42.5891 | -87.8123 | Its lot was looked up in a tab that is gone.
LK26-1016 | | Active | for_sale | Condo | 300 Stonecutter Sq #2F | Chicago | IL | 60614 | Park West | $425,000 | | | 498 | $ | 2 | 2 | 1,180 | 870 | Square Feet | 1998 | 1 | 8 | | 41.9227 | -87.6533 | '=== PRICE IMPROVED === South light, working fireplace, deeded parking.
LK26-1017 | | Active | for_sale | Single Family Residential | 61 Bittersweet Trl | Lake Geneva | WI | 53147 | Geneva Bay | $899,000 | | | 120 | $ | 5 | 4 | 3,940 | 20,038 | Square Feet | 2019 | 3 | 3 | 3D | 42.5917 | -88.4334 | '+ Lake access + boat slip + guest suite over the garage.
LK26-1018 | | Withdrawn | for_sale | Single Family Residential | 240 Kiln St | Racine | WI | 53403 | Uptown | $189,900 | | | | $ | 3 | 1 | 1,220 | 4,792 | Square Feet | 1924 | 1 | 90 | | 42.7169 | -87.7981 | Withdrawn by the owner.
LK26-1019 | | Expired | for_sale | Condo | 88 Breakwater Blvd #710 | Milwaukee | WI | 53207 | Bay View | $264,000 | | | 388 | $ | 2 | 1 | 905 | 1,010 | Square Feet | 1965 | 1 | 181 | | 42.9962 | -87.8891 | The agreement ran out.
LK26-1020 | Skip | Active | for_sale | Townhouse | 5 Weaver's Row | Ann Arbor | MI | 48103 | Old West Side | $479,000 | | | 150 | $ | 3 | 2.5 | 1,690 | 1,250 | Square Feet | 2001 | 1 | 1 | | 42.2794 | -83.7576 | Pictures are being taken again.
LK26-1021 | Delete | Active | for_sale | Single Family Residential | 1033 Saltbox Ave | Evanston | IL | 60201 | Lakeside | $560,000 | | | | $ | 3 | 2 | 1,700 | 5,000 | Square Feet | 1931 | 1 | 64 | | 42.0533 | -87.6871 | The owner changed agencies.
LK26-1090 | | Active | for_sale | Single Family Residential | 14 Firefly Ln | Oshkosh | WI | 54901 | Menominee Park | $242,500 | | | | $ | 3 | 1.5 | 1,360 | 7,840 | Square Feet | 1957 | 2 | 2 | | 44.0321 | -88.5256 | New this week; the chatbot does not have it yet.
LK26-1023 | | Active | for_sale | Single Family Residential | 7 Orchard Ridge | Traverse City | MI | 49684 | Leelanau Gate | $529,000 | | | | $ | 3 | 2.5 | 2,120 | 43,560 | Square Feet | 1979 | 4 | 120 | | 44.7807 | -85.6464 | An acre of cherry trees, a barn and a view of the bay.
LK26-1024 | | Active | for_rent | Apartment | 19 Ferry Landing #4 | Sheboygan | WI | 53081 | Riverfront | | $1,275 | $1,275 | | $ | 0 | 1 | 510 | 640 | Square Feet | 1988 | 1 | 11 | | 43.7486 | -87.7037 | Studio above the harbor. Pets welcome.
`);

const [HEADERS = [], ...ROWS] = TYPED;

/** As typed into the sheet: every required field has a column, and about every third row has something to look at. */
export const LISTINGS: readonly (readonly string[])[] = [
  [...HEADERS, 'Listing URL', 'Images', 'School district', 'Showing notes'],
  ...ROWS.map((row, index) => [...row, ...followingCells(row, index)]),
];

/** MLS numbers that the platform does not have. */
export const UNKNOWN_MLS_NUMBERS: readonly string[] = ['LK26-1090'];

/** The page of a listing on the agency's (invented) website. */
export function listingPage(mlsNumber: string): string {
  return `https://www.example.com/homes/${mlsNumber.toLowerCase()}`;
}

function followingCells(row: readonly string[], index: number): readonly string[] {
  const [mlsNumber = ''] = row;
  const city = row[HEADERS.indexOf('City')] ?? '';
  return [
    listingPage(mlsNumber),
    pictures(mlsNumber, index),
    `${city} District`,
    index % 4 === 0 ? 'Lockbox at the side door' : '',
  ];
}

/** One to four pictures, separated as people do it: by a comma or by a line break. */
function pictures(mlsNumber: string, index: number): string {
  const separator = index % 2 === 0 ? ', ' : '\n';
  const numbers = Array.from({ length: 1 + (index % 4) }, (_unused, pictureIndex) => pictureIndex + 1);
  return numbers.map((number) => `https://images.example.com/${mlsNumber.toLowerCase()}/${number}.jpg`).join(separator);
}
