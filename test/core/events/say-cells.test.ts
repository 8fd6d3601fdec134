import { describe, expect, it } from 'vitest';
import { identityOf } from '../../../src/core/events/listing-identity.ts';
import { sayCells, sayCompensation } from '../../../src/core/events/say-cells.ts';
import { NOON } from './listing-message.ts';

const say = (listing: Readonly<Record<string, unknown>>) => sayCells({ listing, identity: identityOf(listing) }, NOON);

describe('what a listing says', () => {
  it.each([
    [{ numberOfBedrooms: '4' }, { bedrooms: 4 }],
    [{ numberOfBathrooms: '2.5' }, { bathrooms: 2.5 }],
    [{ numberOfBathrooms: 2.2, numberOfFullBathrooms: '2', 'numberOf1/2Bathrooms': '2' }, { bathrooms: 3 }],
    [
      {
        numberOfFullBathrooms: '1',
        'numberOf3/4Bathrooms': '1',
        'numberOf1/4Bathrooms': '',
        'numberOf1/2Bathrooms': '0',
      },
      { bathrooms: 1.75 },
    ],
    [{ livingArea: { value: 8347, unitCode: 'FTK' } }, { livingArea: '8347 sq ft' }],
    [{ livingArea: { value: '1,850', unitText: 'Square Feet' } }, { livingArea: '1850 sq ft' }],
    [{ lotSize: { value: 0.75, unitCode: 'ACR' } }, { lotSize: '0.75 ac' }],
    [{ lotSize: { value: 1.574, unitCode: 'AC' } }, { lotSize: '1.5740 ac' }],
    [{ lotSize: { value: 1.5740000009536743, unitCode: 'AC' } }, { lotSize: '1.5740 ac' }],
    [{ lotSize: { value: 2, unitCode: 'MIK' } }, { lotSize: '1280 ac' }],
    [{ lotSize: { value: 3, unitCode: 'HAR' } }, { lotSize: '3 ha' }],
    [{ lotSize: { value: 90, unitCode: 'YDK' } }, { lotSize: '90 sq yd' }],
    [{ livingArea: { value: 111.5, unitCode: 'MTK' } }, { livingArea: '111.5 m²' }],
    [{ livingArea: {} }, {}],
    [{ livingArea: { value: null, unitCode: 'FTK' } }, {}],
    [{ soldPrice: { price: 0 } }, {}],
    [
      { soldPrice: { price: 310_000 }, closeDate: '2025-06-01T00:00:00' },
      { soldPrice: 310_000, soldDate: '2025-06-01' },
    ],
    [{ propertyType: 'RLSE' }, { saleType: 'For rent', propertyType: 'Residential Lease' }],
    [
      { propertyType: 'COML', propertySubType: 'OfficePropertyType' },
      { saleType: 'For rent', propertyType: 'Office' },
    ],
    [
      { propertyType: 'Single Family', propertySubType: '' },
      { saleType: 'For sale', propertyType: 'Single Family' },
    ],
    [{ propertySubType: 'OtherPropertyType' }, { propertyType: 'Other' }],
    [{ originatingSystemKey: '000876' }, { mlsNumber: '000876' }],
    [{ originatingSystemKey: 700_123 }, { mlsNumber: '700123' }],
    [
      { listingOriginatingSystem: { originatingSystemKey: 'ab-1', name: 'Bay MLS' } },
      { mlsNumber: 'ab-1', mlsName: 'Bay MLS' },
    ],
    [{ listingOriginatingSystem: { identifier: { bhhsmlsid: 'bay' } } }, {}],
    [{ postalCode: '07030' }, { zip: '07030' }],
    [{ url: null, about: { url: 'https://a.example/1' } }, { url: 'https://a.example/1' }],
    [{ brokerAtrribution: '555 010 0100' }, { brokerAttribution: '555 010 0100' }],
    [{ internetAddressDisplayYN: 'n' }, { showAddress: 'N' }],
    [{ internetAddressDisplayYN: false }, { showAddress: 'N' }],
    [{ internetAddressDisplayYN: null }, {}],
    [
      { latitude: '36.2', longitude: '-81.6' },
      { latitude: 36.2, longitude: -81.6 },
    ],
    [
      { latitude: 48.2, longitude: 16.37, addressRegion: 'Wien' },
      { latitude: 48.2, longitude: 16.37, state: 'Wien' },
    ],
    [{ latitude: 0, longitude: 0 }, {}],
    [{ latitude: 12 }, {}],
    [{ listingPrice: { price: 1, priceCurrency: 'usd' } }, { currency: 'USD' }],
    [{ listingStatus: 'Contingent' }, { status: 'Contingent' }],
    [{ description: '=SUM(A1)' }, { description: '=SUM(A1)' }],
    [
      { description: 'Owner&#x2019;s &amp; AT&T&region <b>big</b> &lt;lot&gt;<br/>Half&ndash;acre &#8364;5' },
      { description: 'Owner’s & AT&T&region big <lot>\nHalf–acre €5' },
    ],
    [{ description: '&toString; &valueOf; &#0;& &AMP;&' }, { description: '&toString; &valueOf; &#0;& &&' }],
    [
      { events: [{ startDate: '2025-07-12T16:00Z', endDate: '2025-07-12T18:00Z' }] },
      { openHouse: '2025-07-12 12:00 – 14:00' },
    ],
    [{ events: [{ startDate: '2025-06-12T16:00Z', endDate: '2025-06-12T18:00Z' }] }, {}],
    [
      { listingAgent: { name: 'Ada', email: 'ada@example.org' }, coListingAgent: [{ name: 'Bo' }, { name: '' }] },
      { listingAgent: 'Ada, Bo' },
    ],
    [{ listingAgent: { name: 'ada@example.org' }, buyerAgent: { name: 'Cy' }, buyerOffice: { name: 'Dee' } }, {}],
    [{ purchaseContractDate: '2025-05-20T14:15:22Z' }, { pendingDate: '2025-05-20' }],
    [{ addressCountry: 'United States' }, { country: 'US' }],
    [{ addressCountry: 'XX' }, { country: 'XX' }],
    [
      { listingOffice: { name: 'Bay Homes', email: 'desk@bay.example' }, coListingOffice: { name: '' } },
      { listingOffice: 'Bay Homes' },
    ],
    [{ image: 'https://i.example/1.jpg' }, { images: 'https://i.example/1.jpg' }],
    [
      {
        image: [
          { id: 'https://i.example/thumb/1', url: 'https://i.example/1' },
          { id: 'https://i.example/2' },
          'https://i.example/1',
          { contentUrl: 'https://i.example/3', '@id': 'https://x.example' },
        ],
      },
      { images: 'https://i.example/1\nhttps://i.example/2\nhttps://i.example/3' },
    ],
    [{ image: [] }, {}],
    [
      { listingStatus: ['Active'], yearBuilt: [1990] },
      { status: 'Active', yearBuilt: 1990 },
    ],
    [{ livingArea: [{ value: 1850, unitCode: 'FTK' }] }, { livingArea: '1850 sq ft' }],
    [{ lotSize: '0.5 acres' }, { lotSize: '0.5 ac' }],
    [{ soldPrice: '$450,000' }, { soldPrice: 450_000 }],
    [{ listingStatus: 'null', streetAddress: 'undefined', addressLocality: 'NaN' }, {}],
    [{ streetAddress: '1 <b>Main</b> St &amp;\t2nd\u0000' }, { address: '1 Main St & 2nd' }],
    [
      { listingAgent: ['Ann', 'Bob'], listingOffice: 'Acme' },
      { listingAgent: 'Ann, Bob', listingOffice: 'Acme' },
    ],
    [
      { description: 'Hello<script>alert(1)</script><style>p{}</style> <ul><li>One</li><li>Two</li></ul>' },
      { description: 'Hello One\nTwo' },
    ],
    [{ image: [null, {}, [], ['https://i.example/1.jpg']] }, { images: 'https://i.example/1.jpg' }],
    [{ ListPrice: 500_000, StandardStatus: 'Active', streetAddress: {}, postalCode: [] }, {}],
  ])('%j becomes %j', (listing, cells) => {
    const said = say(listing);
    expect(said.cells).toEqual(cells);
    expect(said.notes).toEqual([]);
  });

  it.each([
    [{ numberOfBedrooms: '-1' }, 'Bedrooms -1 is no count, so it was left out'],
    [{ numberOfBedrooms: '2.5' }, 'Bedrooms 2.5 is no count, so it was left out'],
    [{ yearBuilt: 2163 }, 'Year built 2163 is no year, so it was left out'],
    [{ yearBuilt: 'old' }, 'Year built old is no year, so it was left out'],
    [{ closeDate: '0001-01-01T00:00:00' }, 'Sold date 0001-01-01T00:00:00 is no date, so it was left out'],
    [{ lotSize: { value: 0.47 } }, 'Lot size 0.47 comes without a unit, so it was left out'],
    [
      { lotSize: { value: 4, unitCode: 'XYZ' } },
      'Lot size 4 has the unit “XYZ”, which is not known, so it was left out',
    ],
    [{ listingPrice: { price: 'on request' } }, 'The price “on request” is no amount, so it was left out'],
    [{ listingPrice: { priceCurrency: 'dollars' } }, '“DOLLARS” is no currency code, so it was left out'],
    [{ image: ['front.jpg'] }, '“front.jpg” is no picture address, so it was left out'],
    [{ url: 'ask us' }, '“ask us” is no page address, so it was left out'],
    [{ livingArea: 1850 }, 'Living area 1850 comes without a unit, so it was left out'],
    [{ soldPrice: Number.POSITIVE_INFINITY }, 'Sold price “Infinity” is no amount, so it was left out'],
    [{ streetAddress: ['1 Main St', '2 Main St'] }, 'Address comes as a list or an object, so it was left out'],
    [{ listingStatus: { value: 'Active' } }, 'Listing status comes as a list or an object, so it was left out'],
    [{ listingId: 2 ** 60 }, 'listingId is a number too long to be exact, so it was not used'],
    [{ latitude: 91, longitude: 3 }, 'Latitude and longitude name no place, so both were left out'],
  ])('%j is left out and said', (listing, note) => {
    expect(say(listing)).toMatchObject({ cells: {}, notes: [note] });
  });

  it.each([
    [{ postalCode: '9109', addressRegion: 'NE' }, '9109'],
    [{ postalCode: 7030, addressCountry: 'USA' }, '7030'],
  ])('keeps a ZIP as it came, and says that it is too short: %j', (listing, zip) => {
    const { cells, notes } = say(listing);
    expect(cells).toMatchObject({ zip });
    expect(notes).toEqual([`ZIP ${zip} was kept as it came, but a ZIP of the US has five digits`]);
  });

  it.each([
    { postalCode: '07030', addressRegion: 'NJ' },
    { postalCode: '07030-1234', addressRegion: 'New Jersey' },
    { postalCode: '1010', addressRegion: 'Wien', addressCountry: 'AT' },
    { postalCode: '1010' },
    { postalCode: 'V5K 0A1', addressRegion: 'BC' },
  ])('has nothing to say of the postal code in %j', (listing) => {
    expect(say(listing).notes).toEqual([]);
  });

  it('leaves out coordinates that lost their sign', () => {
    expect(say({ latitude: 33.8, longitude: 118.4, addressRegion: 'California' })).toMatchObject({
      cells: { state: 'California' },
      notes: ['Longitude 118.4 is not in California, so latitude and longitude were left out'],
    });
  });

  it('keeps 83 pictures in their order, and cuts whole lines off where a cell is full', () => {
    const pictures = Array.from({ length: 83 }, (_, index) => `https://cdn.example/p/${index + 1}`);
    expect(say({ image: pictures.map((id) => ({ id })) }).cells.images).toBe(pictures.join('\n'));
    const many = Array.from({ length: 3000 }, (_, index) => `https://cdn.example/p/${String(index).padStart(6, '0')}`);
    const { cells, notes } = say({ image: many });
    const lines = String(cells.images).split('\n');
    expect(lines).toEqual(many.slice(0, lines.length));
    expect(notes).toEqual([`${3000 - lines.length} of 3000 pictures do not fit into a cell and were left out`]);
  });

  it('keeps the price apart, since its column depends on the row', () => {
    expect(say({ listingPrice: { value: '149,500' } })).toMatchObject({ price: 149_500, cells: {} });
    expect(say({ listingPrice: { price: 2400 }, propertyType: 'RLSE' })).toMatchObject({ price: 2400, isRental: true });
    expect(say({ listingPrice: [450_000] })).toMatchObject({ price: 450_000, cells: {} });
  });

  it.each([
    [{ compensationType: 'percentage', compensationValue: '2.5' }, { buyerCompensation: '2.5 %' }],
    [{ compensationType: 'flat', compensationValue: '3000' }, { buyerCompensation: '3000' }],
    [{ buyerCompensationOfferedYN: 'N', compensationValue: '' }, { buyerCompensation: 'none offered' }],
    ['3 %', { buyerCompensation: '3 %' }],
    [{}, {}],
  ])('writes a compensation %j as %j', (buyerCompensation, cells) => {
    expect(sayCompensation({ buyerCompensation })).toEqual(cells);
  });
});
