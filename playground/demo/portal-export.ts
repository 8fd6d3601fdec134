/**
 * The demo tab of a portal export: invented listings under the 27 columns of a Redfin download, with its notice line,
 * its blanks and its words.
 *
 * @see https://www.redfin.com/buy-a-home/comparative-market-analysis the page its URL column names; the columns are
 * those of downloads from 2022 to 2025 (read 2026-11-21)
 */
import { parseTableText } from './table-text.ts';

const URL_HEADER = 'URL (SEE https://www.redfin.com/buy-a-home/comparative-market-analysis FOR INFO ON PRICING)';

const HEADERS = [
  'SALE TYPE',
  'SOLD DATE',
  'PROPERTY TYPE',
  'ADDRESS',
  'CITY',
  'STATE OR PROVINCE',
  'ZIP OR POSTAL CODE',
  'PRICE',
  'BEDS',
  'BATHS',
  'LOCATION',
  'SQUARE FEET',
  'LOT SIZE',
  'YEAR BUILT',
  'DAYS ON MARKET',
  '$/SQUARE FEET',
  'HOA/MONTH',
  'STATUS',
  'NEXT OPEN HOUSE START TIME',
  'NEXT OPEN HOUSE END TIME',
  URL_HEADER,
  'SOURCE',
  'MLS#',
  'FAVORITE',
  'INTERESTED',
  'LATITUDE',
  'LONGITUDE',
] as const;

const NOTICE = 'In accordance with local MLS rules, some MLS listings are not included in the download';

/** Columns that are not derived: the price per square foot and the page follow from the others. */
const TYPED = parseTableText(`
SALE TYPE | SOLD DATE | PROPERTY TYPE | ADDRESS | CITY | STATE OR PROVINCE | ZIP OR POSTAL CODE | PRICE | BEDS | BATHS | LOCATION | SQUARE FEET | LOT SIZE | YEAR BUILT | DAYS ON MARKET | HOA/MONTH | STATUS | NEXT OPEN HOUSE START TIME | NEXT OPEN HOUSE END TIME | MLS# | LATITUDE | LONGITUDE
MLS Listing | | Condo/Co-op | 4410 N Cinder Ave Unit 3E | Chicago | IL | 60640 | 318000 | 2 | 2.0 | CHI - Uptown | 1150 | | 1922 | 2 | 395 | Active | November-28-2026 11:00 AM | November-28-2026 01:00 PM | 12790001 | 41.9619101 | -87.6561207
MLS Listing | | Condo/Co-op | 77 E Lantern St #2208 | Chicago | IL | 60601 | 465000 | 1 | 1.5 | The Lanterns | 940 | | 2009 | 4 | 712 | Active | | | 12790014 | 41.8856021 | -87.6250118
MLS Listing | | Single Family Residential | 1916 W Kettle Pl | Chicago | IL | 60657 | 1249000 | 4 | 3.5 | CHI - Lake View | 3200 | 3125 | 2006 | 1 | | Active | November-29-2026 12:00 PM | November-29-2026 02:00 PM | 12790027 | 41.9442908 | -87.6763122
MLS Listing | | Townhouse | 2731 S Dray Ct | Chicago | IL | 60616 | 549900 | 3 | 2.5 | CHI - Bridgeport | 1980 | | 2016 | 9 | 185 | Active | | | 12790033 | 41.8421177 | -87.6480995
MLS Listing | | Condo/Co-op | 650 W Halyard Dr #911 | Chicago | IL | 60613 | 168500 | 0 | 1.0 | Halyard Tower | 480 | | 1968 | 13 | 431 | Active | | | 12790048 | 41.9540312 | -87.6472206
MLS Listing | | Multi-Family (2-4 Unit) | 3348 W Tinsmith Ave | Chicago | IL | 60651 | 389000 | 6 | 3.0 | CHI - Humboldt Park | | 3049 | 1911 | 6 | | Active | | | 12790052 | 41.9023344 | -87.7112031
MLS Listing | | Single Family Residential | 915 Halfmoon Rd | Evanston | IL | 60203 | 639000 | 3 | 2.0 | Evanston | 1860 | 5500 | 1948 | 3 | | Active | | | 12790066 | 42.0481295 | -87.7110468
MLS Listing | | Condo/Co-op | 1212 Orrery St Unit 4 | Evanston | IL | 60201 | 285000 | 1 | 1.0 | Evanston | | | 1929 | 3 | 366 | Active | | | 12790070 | 42.0440881 | -87.6842217
MLS Listing | | Single Family Residential | 38 Thimble Ln | Oak Park | IL | 60302 | 725000 | 4 | 2.5 | Oak Park | 2610 | 8750 | 1915 | 11 | | Active | | | 12790085 | 41.8911543 | -87.7992280
MLS Listing | | Single Family Residential | 5527 S Ferryman Ave | Chicago | IL | 60629 | 259900 | 3 | 1.0 | CHI - Gage Park | 1100 | 3780 | 1927 | 5 | | Active | November-28-2026 10:00 AM | November-28-2026 12:00 PM | 12790091 | 41.7921339 | -87.6953304
MLS Listing | | Condo/Co-op | 1805 N Candlewick St #2 | Chicago | IL | 60647 | 432000 | 3 | 2.0 | CHI - Logan Square | 1420 | | 2004 | 7 | 210 | Active | | | 12790105 | 41.9144786 | -87.6990112
MLS Listing | | Condo/Co-op | 200 N Pilot House Ct #3110 | Chicago | IL | 60601 | 899000 | 2 | 2.5 | Pilot House | 1685 | | 2012 | 38 | 1180 | Active | | | 12790119 | 41.8862210 | -87.6170994
MLS Listing | | Vacant Land | 4702 S Wainwright St | Chicago | IL | 60609 | 45000 | | | CHI - New City | | 3125 | | 64 | | Active | | | 12790123 | 41.8082217 | -87.6660081
MLS Listing | | Single Family Residential | 760 Sextant Ter | Wilmette | IL | 60091 | 1095000 | 5 | 3.5 | Wilmette | 3350 | 9148 | 1937 | | | Pre On-Market | | | 12790138 | 42.0751988 | -87.7190225
MLS Listing | | Condo/Co-op | 2450 W Bellwether Ave Unit 1 | Chicago | IL | 60625 | 349900 | 2 | 1.0 | CHI - Lincoln Square | 1050 | | 1924 | | 240 | Pre On-Market | | | 12790142 | 41.9721805 | -87.6900112
MLS Listing | | Townhouse | 19 Mainsail Cir | Evanston | IL | 60202 | 455000 | 2 | 2.5 | Evanston | 1510 | | 1998 | | 305 | Pre On-Market | | | 12790157 | 42.0277804 | -87.6911360
MLS Listing | | Single Family Residential | 6122 N Almanac Ave | Chicago | IL | 60659 | 479000 | 4 | 2.0 | CHI - West Ridge | 1730 | 3720 | 1953 | 8 | | Active | | | 12790161 | 41.9930120 | -87.7041228
MLS Listing | | Multi-Family (5+ Unit) | 7740 S Ropewalk Dr | Chicago | IL | 60649 | 715000 | 12 | 6.0 | CHI - South Shore | | 6250 | 1926 | 27 | | Active | | | 12790176 | 41.7544091 | -87.5660127
MLS Listing | | Condo/Co-op | 840 W Inkwell St #206 | Chicago | IL | 60607 | 375000 | 1 | 1.0 | Inkwell Lofts | 1010 | | 1905 | 10 | 420 | Active | November-29-2026 11:00 AM | November-29-2026 12:30 PM | 12790180 | 41.8787709 | -87.6490015
MLS Listing | | Single Family Residential | 11403 S Homestead Ave | Chicago | IL | 60655 | 289000 | 3 | 1.75 | CHI - Mount Greenwood | 1240 | 4650 | 1958 | 6 | | Active | | | 12790194 | 41.6860114 | -87.6921103
MLS Listing | | Condo/Co-op | 1433 W Hourglass Ave #3N | Chicago | IL | 60642 | 299900 | 1 | 1.0 | CHI - West Town | 790 | | 2001 | 3 | 198 | Active | | | 12790208 | 41.9010098 | -87.6638207
MLS Listing | | Parking | 77 E Lantern St #P41 | Chicago | IL | 60601 | 29000 | | | The Lanterns | | | 2009 | 51 | 68 | Active | | | 12790212 | 41.8856021 | -87.6250118
New Construction Home | | Single Family Residential | Residence Two, Larkspur Commons | Skokie | IL | 60076 | 815000 | 4 | 3.5 | Skokie | 2890 | | 2026 | 20 | 95 | Active | | | 12790227 | 42.0324476 | -87.7330141
New Construction Plan | | Townhouse | Plan 3, Larkspur Commons | Skokie | IL | 60076 | 589000 | 3 | 2.5 | Skokie | 2040 | | | | | Active | | | Plan-90000313 | 42.0324476 | -87.7330141
MLS Listing | | Condo/Co-op | 5050 N Waypoint Dr #1507 | Chicago | IL | 60640 | 214900 | 1 | 1.0 | Waypoint | 760 | | 1972 | 16 | 588 | Active | | | 12790231 | 41.9738801 | -87.6510113
MLS Listing | | Single Family Residential | 4 Copperleaf Ct | Glenview | IL | 60025 | 949000 | 4 | 3.0 | Glenview | 2980 | 10018 | 1996 | 12 | | Active | | | 12790246 | 42.0750114 | -87.8120091
MLS Listing | | Condo/Co-op | 1017 W Spinner St Unit G | Chicago | IL | 60660 | 139000 | 1 | 1.0 | CHI - Edgewater | | | 1916 | 22 | 274 | Active | | | 12790250 | 41.9881203 | -87.6571109
MLS Listing | | Townhouse | 330 E Harrow Mews | Chicago | IL | 60616 | 645000 | 3 | 3.0 | CHI - Near South Side | 2150 | | 2003 | 4 | 260 | Active | | | 12790264 | 41.8510026 | -87.6190448
For-Sale-by-Owner Listing | | Single Family Residential | 2208 Rainbarrel Rd | Des Plaines | IL | 60018 | 335000 | 3 | 1.5 | Des Plaines | 1320 | 7500 | 1962 | 30 | | Active | | | | 42.0170331 | -87.8900227
PAST SALE | October-30-2026 | Single Family Residential | 1841 W Sundial Ave | Chicago | IL | 60622 | 987000 | 3 | 2.5 | CHI - West Town | 2400 | 3000 | 1891 | | | Sold | | | 12790279 | 41.9060117 | -87.6742208
`);

const [TYPED_HEADERS = [], ...TYPED_ROWS] = TYPED;
const FIRST_HOME_NUMBER = 90_000_001;

/** As the portal writes the file: header, notice line, then one listing a row. */
export const PORTAL_EXPORT: readonly (readonly string[])[] = [
  HEADERS,
  [NOTICE],
  ...TYPED_ROWS.map((row, index) => exportRow(row, index)),
];

/** MLS numbers that the platform does not have. */
export const UNKNOWN_EXPORT_NUMBERS: readonly string[] = ['12790246'];

function exportRow(typed: readonly string[], index: number): readonly string[] {
  const cellOf = (header: string) => typed[TYPED_HEADERS.indexOf(header)] ?? '';
  return HEADERS.map((header) => {
    switch (header) {
      case '$/SQUARE FEET':
        return pricePerSquareFoot(cellOf('PRICE'), cellOf('SQUARE FEET'));
      case URL_HEADER:
        return page(cellOf, index);
      case 'SOURCE':
        return cellOf('MLS#') === '' ? 'Owner' : 'Example MLS';
      case 'FAVORITE':
        return 'N';
      case 'INTERESTED':
        return 'Y';
      default:
        return cellOf(header);
    }
  });
}

function pricePerSquareFoot(price: string, squareFeet: string): string {
  return squareFeet === '' ? '' : String(Math.round(Number(price) / Number(squareFeet)));
}

function page(cellOf: (header: string) => string, index: number): string {
  const [street = '', unit] = cellOf('ADDRESS').split(/ (?:Unit |#)/);
  const slug = `${street} ${cellOf('ZIP OR POSTAL CODE')}`.replace(/[^\dA-Za-z]+/g, '-');
  const place = `${cellOf('STATE OR PROVINCE')}/${cellOf('CITY').replaceAll(' ', '-')}/${slug}`;
  const unitPart = unit === undefined ? '' : `/unit-${unit}`;
  return `https://www.example.com/${place}${unitPart}/home/${FIRST_HOME_NUMBER + index}`;
}
