/** Makes messages about listings as producers send them: their members, their lengths, their 83 pictures. */
import { oneOf, seededRandom, wholeBetween } from './random.ts';

const PICTURES = 83;
const DESCRIPTION_LENGTH = 2000;

const SENTENCES = [
  'A bright home close to the water, with a new roof and an open kitchen. ',
  'The owners&#x2019; suite is on the first floor and opens to the terrace. ',
  'Quiet street &ndash; two minutes to the school, five to the harbour. ',
  'The garden has old trees, a shed and room for a pool. ',
  'Oak floors, three fireplaces, and a cellar that stays dry all year round. ',
];

/** A whole message of about 24 kB about a listing of its own. */
export function fullMessage(number: number): unknown {
  const random = seededRandom(number);
  const hex = (length: number) => Array.from({ length }, () => wholeBetween(random, 0, 15).toString(16)).join('');
  const picture = (index: number) =>
    `https://photos.listings.example/feeds/bay/2026/11/${876_000 + number}/${hex(40)}-${index + 1}.jpeg?access=${hex(72)}`;
  let description = '';
  while (description.length < DESCRIPTION_LENGTH) description += oneOf(random, SENTENCES);
  const image = Array.from({ length: PICTURES }, (_, index) => ({
    type: 'ImageObject',
    encodingFormat: 'image/jpeg',
    id: picture(index),
  }));
  return message(number, { description, image });
}

/** A message without pictures, for what does not depend on its length. */
export function shortMessage(number: number): unknown {
  return message(number, {});
}

function message(number: number, more: Readonly<Record<string, unknown>>): unknown {
  const random = seededRandom(number);
  const person = { type: 'RealEstateAgent', name: '', email: '', telephone: '', identifier: {} };
  const agent = { ...person, name: `Agent ${number % 40}`, email: 'agent@bay.example', telephone: '1-555-010-0160' };
  return {
    topic: 'realestate/listing#update',
    data: {
      type: 'UpdateAction',
      object: {
        type: 'PropertyListing',
        originatingSystemName: 'baymls',
        originatingSystemKey: String(876_000 + number),
        streetAddress: `${wholeBetween(random, 1, 9999)} Heron Quay`,
        addressLocality: 'Otter Bay',
        addressRegion: 'NC',
        postalCode: '02790',
        propertyType: 'RESI',
        propertySubType: 'SingleFamilyPropertyType',
        listingStatus: 'Active',
        listingContractDate: '2026-09-17T00:00:00',
        listingPrice: { type: 'PriceSpecification', price: wholeBetween(random, 90, 990) * 1000, priceCurrency: 'USD' },
        brokerAttribution: '555-010-0100',
        buyerAgent: person,
        coListingAgent: person,
        listingAgent: agent,
        buyerOffice: { type: 'RealEstateOffice', name: '', identifier: {} },
        listingOffice: { type: 'RealEstateOffice', name: 'Bay Homes', email: 'desk@bay.example' },
        latitude: 35 + random(),
        longitude: -75 - random(),
        internetAddressDisplayYN: 'Y',
        listingId: 338_000_000 + number,
        listingOriginatingSystem: { type: 'MultipleListingService', name: 'Bay MLS', identifier: { orgId: 'baymls' } },
        livingArea: { type: 'QuantitativeValue', unitCode: 'FTK', unitText: 'SquareFeet', value: 2150 },
        lotSize: { type: 'QuantitativeValue', unitCode: 'ACR', unitText: 'Acre', value: 0.75 },
        modificationTimestamp: '2026-11-17T00:00:00',
        numberOfBathrooms: '3',
        numberOfBedrooms: '4',
        numberOfRooms: '9',
        yearBuilt: 1988,
        url: `https://www.bay.example/homes/pid-${338_000_000 + number}`,
        ...more,
      },
    },
    time: '2026-11-18T00:11:20.655Z',
    timestamp: 1_795_046_680_655,
    agent: 'https://feed.bay.example/profile/card#me',
    instrument: 'https://feed.bay.example/profile/card#me',
    id: `https://feed.bay.example/publish/${number}`,
  };
}
