/** Messages that arrive in the playground's inbox at the press of a button. */
import type { Pod } from './pod.ts';

/** What can arrive: something new, the last message once more, or one that is older than what was told since. */
export const ARRIVALS = ['new', 'again', 'late'] as const;

/** One of them. */
export type Arrival = (typeof ARRIVALS)[number];

/** Where the playground's inbox is. */
export const DEMO_POD_HOST = 'playground.yodata.me';

/** The key that opens it, and nothing else. */
export const DEMO_POD_KEY = 'demo-pod-key-1';

const STREETS = ['Cormorant Street', 'Dipper Lane', 'Egret Court', 'Fulmar Road'];
const HOUR_MS = 3_600_000;

/** The playground's inbox. */
export interface DemoInbox {
  /** Lets a message arrive, and gives it. */
  arrive(arrival: Arrival): unknown;
}

/** Lets messages arrive: every second one is about a listing that was told of before, with another price. */
export function createDemoInbox(pod: Pick<Pod, 'deliver'>, now: () => number): DemoInbox {
  let told = 0;
  let last: unknown;
  return {
    arrive(arrival) {
      if (arrival === 'new' || last === undefined) {
        last = message(Math.floor(told / 2), told % 2, now());
        told += 1;
        pod.deliver(last);
        return last;
      }
      const arrived = arrival === 'again' ? last : message(Math.floor((told - 1) / 2), 9, now() - 48 * HOUR_MS);
      pod.deliver(arrived);
      return arrived;
    },
  };
}

function message(house: number, change: number, atMs: number): unknown {
  const at = new Date(atMs).toISOString();
  const street = STREETS[house % STREETS.length] ?? '';
  return {
    topic: 'realestate/listing#update',
    data: {
      type: 'UpdateAction',
      object: {
        type: 'PropertyListing',
        listingId: 7000 + house,
        originatingSystemName: 'playground',
        originatingSystemKey: `0${7000 + house}`,
        listingStatus: 'Active',
        propertyType: 'RESI',
        propertySubType: 'SingleFamilyPropertyType',
        streetAddress: `${10 + house} ${street}`,
        addressLocality: 'Lakeside',
        addressRegion: 'WI',
        postalCode: '53590',
        internetAddressDisplayYN: 'Y',
        listingPrice: {
          type: 'PriceSpecification',
          price: 420_000 + house * 5_000 - change * 10_000,
          priceCurrency: 'USD',
        },
        numberOfBedrooms: '3',
        numberOfBathrooms: '2',
        livingArea: { type: 'QuantitativeValue', unitCode: 'FTK', value: 1800 },
        lotSize: { type: 'QuantitativeValue', unitCode: 'ACR', value: 0.25 },
        yearBuilt: 1994,
        listingContractDate: at,
        url: `https://www.example.com/homes/${7000 + house}`,
        modificationTimestamp: at,
      },
    },
    time: at,
    id: `https://${DEMO_POD_HOST}/publish/${house}-${change}-${atMs}`,
  };
}
