/** Twelve messages about five homes, shaped as senders write them, in a blank tab. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LISTING_MESSAGES } from '../../../playground/demo/listing-messages.ts';
import { cellsOf, EMPTY_TAB, SEQUENCES_MS, sequences, takeInto } from './listing-message.ts';

const { taken, ground } = takeInto(EMPTY_TAB, LISTING_MESSAGES);

describe('twelve messages', () => {
  it('make five rows, and say what became of each message', () => {
    expect(taken.counts).toEqual({
      new: 5,
      updated: 2,
      removed: 2,
      same: 0,
      stale: 1,
      aside: 1,
      waiting: 0,
      passed: { 'commercial listings': 1 },
    });
    expect(ground.lines).toMatchObject([
      { kind: 'aside', why: 'Two rows claim it: MLS number 902114 and the page address stand in different rows.' },
    ]);
    expect(taken.rows.map(({ shown }) => [shown?.status, shown?.detail])).toEqual([
      ['Removed', 'Removed by the sender 2025-06-25 (was Active)'],
      ['New', 'New listing'],
      ['New', 'New listing'],
      [
        'Removed',
        'Longitude 118.7 is not in CA, so latitude and longitude were left out; Removed by the sender 2025-06-24 (was Contingent)',
      ],
      ['New', '“front.jpg” is no picture address, so it was left out'],
    ]);
  });

  it('fill the cells of a townhouse that is off the market in the end', () => {
    expect(cellsOf(ground, 0)).toEqual({
      mlsNumber: '0045680',
      mlsName: 'Alder MLS',
      url: 'https://www.lakeside.example/homes/8-harbour-walk',
      status: 'OffMarket',
      saleType: 'For sale',
      propertyType: 'Townhouse',
      listPrice: 475_000,
      currency: 'USD',
      soldDate: '2025-05-02',
      pendingDate: '2025-04-20',
      listDate: '2025-04-01',
      bedrooms: 3,
      bathrooms: 2,
      rooms: 7,
      stories: 2,
      livingArea: '1850 sq ft',
      lotSize: '0.5 ac',
      yearBuilt: 1989,
      upi: 'US-34017-N-00045-N',
      address: '8 Harbour Walk',
      city: 'Port Alder',
      state: 'NJ',
      zip: '07031',
      country: 'US',
      showAddress: 'Y',
      latitude: 40.751,
      longitude: -74.02,
      listingAgent: 'Lou Lister',
      brokerAttribution: 'desk@alderhomes.example',
      images: 'https://img.lakeside.example/h/1.jpg\nhttps://img.lakeside.example/h/2.jpg',
    });
  });

  it('fill the cells of a house whose price was changed the same day, and an older message changes nothing', () => {
    const { images, ...cells } = cellsOf(ground, 1);
    expect(String(images).split('\n')).toEqual(
      Array.from({ length: 40 }, (_, index) => `https://img.lakeside.example/orchard/${index + 1}.jpg`),
    );
    expect(cells).toEqual({
      mlsNumber: '902114',
      mlsName: 'Mill Valley',
      url: 'https://www.lakeside.example/homes/31-orchard-lane/pid-441920310',
      status: 'Active',
      saleType: 'For sale',
      propertyType: 'Single Family Residential',
      listPrice: 379_900,
      currency: 'USD',
      listDate: '2025-06-01',
      yearBuilt: 2004,
      bedrooms: 4,
      bathrooms: 2.5,
      livingArea: '2410 sq ft',
      lotSize: '1.2 ac',
      address: '31 Orchard Lane',
      city: 'Mill Falls',
      state: 'OH',
      zip: '45371',
      showAddress: 'Y',
      latitude: 39.93,
      longitude: -83.81,
      brokerAttribution: '555-010-0155',
      buyerCompensation: '2.5 %',
      description: 'The owners’ suite & a den look over the orchard – bring boots.\nNew roof in 2021.',
    });
  });

  it('fill the cells of a cabin that came wrapped four times, and of a rental whose address must not show', () => {
    expect(cellsOf(ground, 2)).toMatchObject({
      status: 'Prelisted',
      listPrice: 149_500,
      lotSize: '1.5740 ac',
      openHouse: '2031-07-12 12:00 – 14:00',
      images: 'https://img.lakeside.example/barn/1.jpg',
    });
    expect(cellsOf(ground, 4)).toMatchObject({
      saleType: 'For rent',
      monthlyRent: 2400,
      bathrooms: 1.5,
      livingArea: '111.5 m²',
      showAddress: 'N',
      brokerAttribution: 'Alder Homes, 555-010-0155',
    });
    expect(cellsOf(ground, 4)).not.toHaveProperty('listPrice');
  });

  it('write nothing when they come again', () => {
    const again = takeInto(ground, LISTING_MESSAGES);
    expect(again.taken.rows).toEqual([]);
    expect(again.taken.newLines).toEqual([]);
  });

  it(
    'end in the same cells in any order and however often, for homes that are not removed',
    () => {
      // The last one names two rows by their numbers, so what it is depends on which of them is there.
      const messages = LISTING_MESSAGES.slice(0, -1);
      const kept = ['902114', 'VT-77', 'R-5'];
      const rowsOf = (tab: typeof EMPTY_TAB) =>
        Object.fromEntries(tab.rows.map((_, at) => cellsOf(tab, at)).map((cells) => [String(cells.mlsNumber), cells]));
      const wanted = rowsOf(ground);
      const mixed = fc.shuffledSubarray([...messages, ...messages], { minLength: 11, maxLength: 22 });
      fc.assert(
        fc.property(mixed, (order) => {
          const found = rowsOf(takeInto(EMPTY_TAB, [...order, ...messages]).ground);
          for (const key of kept) expect(found[key]).toEqual(wanted[key]);
          for (const [key, cells] of Object.entries(found))
            if (!kept.includes(key)) expect(cells.status).toBe('OffMarket');
        }),
        { numRuns: sequences(60) },
      );
    },
    SEQUENCES_MS,
  );
});
