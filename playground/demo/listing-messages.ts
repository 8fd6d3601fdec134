/**
 * Twelve messages about five homes as senders really write them: whole and partial, late, wrapped, removed, and one that two rows claim.
 * After all of them a blank tab has five rows; one message is passed over, one is stale, and one waits for a person.
 */

type Members = Readonly<Record<string, unknown>>;

/** A message about a listing, with a sender's usual head. */
function message(name: string, object: Members, head: Members = {}): Members {
  return {
    topic: `realestate/listing#${name}`,
    data: {
      type: name === 'delete' ? 'DeleteAction' : 'UpdateAction',
      object: { type: 'PropertyListing', ...object },
    },
    ...head,
  };
}

const sent = (time: string, id: string): Members => ({ time, id: `https://feed.lakeside.example/publish/${id}` });
const usd = (price: number | string) => ({ type: 'PriceSpecification', price, priceCurrency: 'USD' });
const home = (path: string) => `https://www.lakeside.example/homes/${path}`;
const picture = (which: string, index: number) => `https://img.lakeside.example/${which}/${index}.jpg`;

/** Sold in the end; its dates and its buyer make no sale of it while it is active. */
const HARBOUR = message(
  'update',
  {
    addressCountry: 'US',
    addressLocality: 'Port Alder',
    addressRegion: 'NJ',
    brokerAttribution: 'desk@alderhomes.example',
    buyerAgent: { type: 'RealEstateAgent', name: 'Bea Buyer', email: 'bea@example.org' },
    closeDate: '2025-05-02T14:15:22Z',
    purchaseContractDate: '2025-04-20T09:00:00Z',
    image: [1, 2].map((index) => ({
      '@id': picture('thumbs', index),
      id: picture('thumbs', index),
      url: picture('h', index),
    })),
    internetAddressDisplayYN: 'Y',
    latitude: 40.751,
    listingAgent: {
      type: 'RealEstateAgent',
      name: 'Lou Lister',
      email: 'lou@example.org',
      telephone: '1-555-010-0144',
    },
    listingContractDate: '2025-04-01T00:00:00Z',
    listingId: 'ALDER+0045680',
    listingOriginatingSystem: { name: 'Alder MLS', identifier: { orgId: 'alder' } },
    listingPrice: usd(475_000),
    listingStatus: 'Active',
    livingArea: { type: 'QuantitativeValue', unitCode: 'SqFt', unitText: 'Square Feet', value: 1850 },
    longitude: -74.02,
    lotSize: { type: 'QuantitativeValue', unitCode: 'AC', unitText: 'Acres', value: 0.5 },
    modificationTimestamp: '2025-05-03T00:00:00',
    numberOfBathrooms: '2',
    numberOfBedrooms: '3',
    numberOfRooms: '7',
    originatingSystemKey: '0045680',
    originatingSystemName: 'ALDER',
    postalCode: '07031',
    propertySubType: 'TownhousePropertyType',
    propertyType: 'RESI',
    stories: 2,
    universalPropertyId: 'US-34017-N-00045-N',
    yearBuilt: 1989,
    streetAddress: '8 Harbour Walk',
    url: home('8-harbour-walk'),
  },
  sent('2025-05-03T08:00:00Z', '1'),
);

/** As large senders write it: numbers as numbers, empty shells, entities, 40 pictures whose address is in `id`. */
const ORCHARD = message(
  'update',
  {
    addressLocality: 'Mill Falls',
    addressRegion: 'OH',
    brokerAttribution: '555-010-0155',
    buyerAgent: { type: 'RealEstateAgent', name: '', identifier: {} },
    buyerOffice: { name: '', identifier: {} },
    description:
      'The owners&#x2019; suite &amp; a den look over the orchard &ndash; bring boots.<br/>New roof in 2021.',
    image: Array.from({ length: 40 }, (_, index) => ({
      type: 'ImageObject',
      encodingFormat: 'image/jpeg',
      id: picture('orchard', index + 1),
    })),
    internetAddressDisplayYN: 'Y',
    latitude: 39.93,
    longitude: -83.81,
    listingContractDate: '2025-06-01T00:00:00',
    listingId: 441_920_310,
    listingOriginatingSystem: { name: 'Mill Valley', identifier: { orgId: 'millv' } },
    listingPrice: usd(389_900),
    listingStatus: 'Active',
    livingArea: { unitCode: 'FTK', unitText: 'SquareFeet', value: 2410 },
    lotSize: { unitCode: 'ACR', unitText: 'Acre', value: 1.2 },
    modificationTimestamp: '2025-06-18T00:00:00',
    numberOfBathrooms: '2.5',
    numberOfBedrooms: '4',
    numberOfRooms: '',
    yearBuilt: 2004,
    originatingSystemKey: '902114',
    originatingSystemName: 'millv',
    postalCode: '45371',
    propertySubType: 'SingleFamilyPropertyType',
    propertyType: 'RESI',
    streetAddress: '31 Orchard Lane',
    url: home('31-orchard-lane/pid-441920310'),
  },
  { ...sent('2025-06-18T00:11:20.655Z', '2'), recipient: null, instrument: {}, timestamp: 1_750_205_480_655 },
);

/** As newer senders write it: `null` for what is missing, a page in `about`, a longitude without its sign. */
const CANYON = message(
  'update',
  {
    about: { type: 'WebPage', url: home('canyon-road-12') },
    addressLocality: 'Sunvale',
    addressRegion: 'CA',
    addressCountry: null,
    postalCode: '90265',
    closeDate: null,
    deleted: false,
    events: [],
    description: '',
    image: [picture('canyon', 1), picture('canyon', 2), picture('canyon', 1)],
    latitude: 34.03,
    longitude: 118.7,
    listingId: 'c-12',
    listingPrice: usd(1_250_000),
    listingStatus: 'Contingent',
    livingArea: { unitCode: 'FTK', value: null },
    modificationTimestamp: '2025-06-10T09:00:00Z',
    numberOfBathrooms: '2.5',
    numberOfFullBathrooms: '2',
    'numberOf1/2Bathrooms': '1',
    'numberOf1/4Bathrooms': '',
    numberOfBedrooms: '3',
    originatingSystemKey: 'SV-12',
    originatingSystemName: 'sunvale',
    yearBuilt: null,
    propertySubType: 'CondominiumPropertyType',
    propertyType: 'RESI',
    soldPrice: { price: 0 },
    streetAddress: '12 Canyon Road',
  },
  sent('2025-06-10T09:00:03Z', '3'),
);

const ORCHARD_PRICE = message(
  'update',
  { listingId: '441920310', listingPrice: usd(379_900), modificationTimestamp: '2025-06-18T00:00:00' },
  sent('2025-06-18T15:42:10Z', '4'),
);

const ORCHARD_LATE = message(
  'update',
  {
    listingId: 441_920_310,
    listingStatus: 'Prelisted',
    numberOfBedrooms: '3',
    listingPrice: usd(399_900),
    modificationTimestamp: '2025-06-17T01:03:44Z',
  },
  sent('2025-06-20T06:00:00Z', '5'),
);

const CANYON_REMOVED = message(
  'delete',
  { listingId: 'c-12', deleted: true },
  sent('2025-06-24T12:26:54.0782681-08:00', '6'),
);

const HARBOUR_REMOVED = message(
  'update',
  { listingId: 'ALDER+0045680', deleted: true, listingStatus: 'Active', modificationTimestamp: '2025-05-03T00:00:00' },
  sent('2025-06-25T10:00:00Z', '7'),
);

const ORCHARD_COMPENSATION = message(
  'updatebuyercompensation',
  {
    listingId: '441920310',
    buyerCompensation: { buyerCompensationOfferedYN: 'Y', compensationType: 'percentage', compensationValue: '2.5' },
  },
  sent('2025-06-26T10:00:00Z', '8'),
);

const COMMERCIAL: Members = {
  topic: 'realestate/commerciallisting#update',
  ...sent('2025-06-26T11:00:00Z', '9'),
  data: { type: 'UpdateAction', object: { type: 'SaleListing', listingId: 'com-1', listingStatus: 'Active' } },
};

const BARN: Members = [1, 2, 3, 4].reduce<Members>(
  (inner) => ({ type: 'AddAction', object: inner }),
  message(
    'update',
    {
      addressLocality: 'Fernwick',
      addressRegion: 'VT',
      postalCode: '05401',
      internetAddressDisplayYN: 'Y',
      events: [{ type: 'OpenHouseEvent', startDate: '2031-07-12T16:00Z', endDate: '2031-07-12T18:00Z' }],
      image: picture('barn', 1),
      latitude: 44.47,
      longitude: -73.2,
      listingId: 'v-77',
      originatingSystemKey: 'VT-77',
      originatingSystemName: 'vt',
      listingContractDate: '2025-06-20T00:00:00',
      listingPrice: usd('149,500'),
      listingStatus: 'Prelisted',
      livingArea: { unitCode: 'FTK', value: 940 },
      lotSize: { unitCode: 'AC', value: 1.574 },
      modificationTimestamp: '2025-06-21T00:00:00Z',
      numberOfBathrooms: '1',
      numberOfBedrooms: '2',
      yearBuilt: 1920,
      propertySubType: 'CabinPropertyType',
      propertyType: 'RESI',
      streetAddress: '77 Barn Hill',
      url: home('77-barn-hill'),
    },
    sent('2025-06-21T00:00:09Z', '10'),
  ),
);

const QUAY_RENTAL = message(
  'update',
  {
    addressLocality: 'Port Alder',
    addressRegion: 'NJ',
    postalCode: '07030',
    internetAddressDisplayYN: 'N',
    brokerAtrribution: 'Alder Homes, 555-010-0155',
    description: 'On Quay Street, five minutes to the ferry.',
    image: ['front.jpg', picture('quay', 1)],
    listingId: 'r-5',
    originatingSystemKey: 'R-5',
    originatingSystemName: 'ALDER',
    listingStatus: 'Active',
    listingPrice: usd(2400),
    livingArea: { unitCode: 'MTK', value: 111.5 },
    modificationTimestamp: '2025-06-22T00:00:00Z',
    numberOfBathrooms: '1.1',
    numberOfFullBathrooms: '1',
    'numberOf1/2Bathrooms': '1',
    numberOfBedrooms: '2',
    propertySubType: 'ApartmentPropertyType',
    propertyType: 'RLSE',
    yearBuilt: 1999,
    streetAddress: '5 Quay Street',
    url: home('5-quay-street'),
  },
  sent('2025-06-22T00:00:09Z', '11'),
);

/** The number is the orchard's, the page is the harbour's. */
const TWO_CLAIM = message(
  'update',
  { originatingSystemKey: '902114', url: home('8-harbour-walk'), listingStatus: 'Staged', numberOfBedrooms: '-1' },
  sent('2025-06-27T00:00:00Z', '12'),
);

/** All twelve, in the order in which they were sent to us. */
export const LISTING_MESSAGES: readonly Members[] = [
  ...[HARBOUR, ORCHARD, BARN, CANYON, ORCHARD_PRICE, ORCHARD_LATE, CANYON_REMOVED],
  ...[HARBOUR_REMOVED, ORCHARD_COMPENSATION, COMMERCIAL, QUAY_RENTAL, TWO_CLAIM],
];
