import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMessages } from '../../../src/core/events/read-messages.ts';
import { previewRows, takeIn } from '../../../src/core/events/take-in.ts';
import {
  cellsOf,
  EMPTY_TAB,
  NOON,
  partial,
  removal,
  SEQUENCES_MS,
  sequences,
  takeInto,
  typed,
  update,
} from './listing-message.ts';

const later = { time: '2025-06-12T09:00:00Z', id: 'https://sender.example.net/publish/2' };
const changed = (object: Readonly<Record<string, unknown>>) =>
  update({ modificationTimestamp: '2025-06-12T08:59:00Z', ...object }, later);

describe('taking messages in', () => {
  it('makes a row of a listing that no row has', () => {
    const { taken, ground } = takeInto(EMPTY_TAB, [update()]);
    expect(taken.counts).toMatchObject({ new: 1, updated: 0, aside: 0 });
    expect(cellsOf(ground)).toEqual({
      mlsNumber: '0017',
      mlsName: 'obx',
      url: 'https://www.example.org/otter-bay/3-heron-quay',
      status: 'Active',
      saleType: 'For sale',
      propertyType: 'Townhouse',
      listPrice: 250_000,
      currency: 'USD',
      bedrooms: 3,
      address: '3 Heron Quay',
    });
    expect(taken.rows[0]?.shown).toMatchObject({ status: 'New', detail: 'New listing' });
  });

  it('writes what changed, and says it from old to new', () => {
    const { ground } = takeInto(EMPTY_TAB, [update()]);
    const { taken, ground: after } = takeInto(ground, [changed({ listingPrice: { price: '239,500' } })]);
    expect(taken.rows).toMatchObject([{ position: 0, changed: ['listPrice'], shown: { status: 'Updated' } }]);
    expect(taken.rows[0]?.shown?.detail).toBe('List price 250000 → 239500');
    expect(cellsOf(after)).toMatchObject({ listPrice: 239_500, currency: 'USD', bedrooms: 3 });
    expect(previewRows(taken)).toEqual([
      { label: '3 Heron Quay', kind: 'updated', detail: 'List price 250000 → 239500' },
    ]);
  });

  it('tells what was left out and kept however much has changed', () => {
    const url = (host: string) => `https://www.${host}.example/${'path/'.repeat(20)}1`;
    const long = (word: string) => Array.from({ length: 12 }, (_, at) => `${word} ${at}`).join(', ');
    const words = ['addressLocality', 'addressRegion', 'brokerAttribution', 'description', 'universalPropertyId'];
    const worded = (word: string) => Object.fromEntries(words.map((name) => [name, long(word)]));
    const { ground } = takeInto(EMPTY_TAB, [update({ ...worded('old'), url: url('old') })]);
    const odd = { yearBuilt: 2163, lotSize: { value: 0.47 }, numberOfBedrooms: '-1', listingPrice: { price: 315_000 } };
    const before = typed(ground, 0, { address: '4 Heron Quay' });
    const { taken } = takeInto(before, [changed({ ...worded('new'), ...odd, url: url('new') })]);
    const detail = taken.rows[0]?.shown?.detail ?? '';
    expect(detail.slice(0, 12)).toBe('Listing URL ');
    expect(detail.slice(detail.indexOf('and '))).toBe(
      [
        'and 3 more cells',
        'Address is yours (4 Heron Quay); the message says 3 Heron Quay',
        'Bedrooms -1 is no count, so it was left out',
        'Year built 2163 is no year, so it was left out',
        'Lot size 0.47 comes without a unit, so it was left out',
      ].join('; '),
    );
  });

  it('writes rents into the column of prices where one column holds both', () => {
    const rent = { propertyType: 'RLSE', propertySubType: 'ApartmentPropertyType', listingPrice: { price: 2400 } };
    const columns = EMPTY_TAB.columns.filter((name) => name !== 'monthlyRent');
    const tab = { ...EMPTY_TAB, columns, choices: { ...EMPTY_TAB.choices, isOnePrice: true } };
    expect(cellsOf(takeInto(tab, [update(rent)]).ground)).toMatchObject({ saleType: 'For rent', listPrice: 2400 });
    expect(cellsOf(takeInto({ ...EMPTY_TAB, columns }, [update(rent)]).ground)).not.toHaveProperty('listPrice');
  });

  it('writes nothing for what is missing, null, blank or an empty object', () => {
    const { ground } = takeInto(EMPTY_TAB, [update()]);
    const said = changed({ numberOfBedrooms: null, streetAddress: '', listingPrice: {}, propertySubType: undefined });
    const { taken } = takeInto(ground, [said]);
    expect(taken.rows.flatMap((row) => row.changed)).toEqual(['propertyType']);
  });

  it('changes no cell for an older message, whatever its envelope says', () => {
    const { ground } = takeInto(EMPTY_TAB, [changed({})]);
    const old = update({ numberOfBedrooms: '2', listingStatus: 'Prelisted' }, { time: '2025-06-20T00:00:00Z' });
    const { taken, ground: after } = takeInto(ground, [old]);
    expect(taken.counts).toMatchObject({ stale: 1, updated: 0 });
    expect(taken.rows).toMatchObject([{ changed: [] }]);
    expect(taken.rows[0]?.shown).toBeUndefined();
    expect(cellsOf(after)).toEqual(cellsOf(ground));
  });

  it('decides between messages modified at the same moment by when they were sent', () => {
    const first = update({ listingPrice: { price: 111_000 } }, { time: '2025-06-10T09:00:00Z', id: 'a' });
    const second = update({ listingPrice: { price: 222_000 } }, { time: '2025-06-10T10:00:00Z', id: 'b' });
    for (const order of [
      [first, second],
      [second, first],
    ]) {
      expect(cellsOf(takeInto(EMPTY_TAB, order).ground)).toMatchObject({ listPrice: 222_000 });
    }
  });

  it.each(['id', '@id'])(
    'decides between messages of the same moments by their %s, in whatever order they come',
    (member) => {
      const one = { ...update({ listingPrice: { price: 1001 } }), id: undefined, [member]: 'https://feed.example/1' };
      const other = { ...update({ listingPrice: { price: 1002 } }), id: undefined, [member]: 'https://feed.example/2' };
      const prices = [
        [one, other],
        [other, one],
        [one, other, one],
      ].map((order) => cellsOf(takeInto(EMPTY_TAB, order).ground).listPrice);
      expect(new Set(prices).size).toBe(1);
      expect(prices[0]).not.toBe(undefined);
    },
  );

  it('keeps what a person wrote, and names it', () => {
    const { ground } = takeInto(EMPTY_TAB, [update()]);
    const edited = typed(ground, 0, { bedrooms: 5, address: '' });
    const { taken, ground: after } = takeInto(edited, [changed({ listingPrice: { price: 240_000 } })]);
    expect(cellsOf(after)).toMatchObject({ bedrooms: 5, listPrice: 240_000 });
    expect(after.rows[0]?.cells.address).toBe('');
    expect(taken.rows[0]?.shown).toMatchObject({
      status: 'Kept 2',
      detail:
        'List price 250000 → 240000; Bedrooms is yours (5); the message says 3; Address is yours (blank); the message says 3 Heron Quay',
    });
  });

  it('fills blank cells of a row that a person made, and keeps the others', () => {
    const made = { cells: { ...blankCells(), mlsNumber: '0017', listPrice: 199_000 }, locked: new Set<never>() };
    const tab = { ...EMPTY_TAB, rows: [{ ...made, stamp: stampless() }] };
    const { taken, ground } = takeInto(tab, [update()]);
    expect(taken.counts).toMatchObject({ new: 0, updated: 1 });
    expect(cellsOf(ground)).toMatchObject({ listPrice: 199_000, bedrooms: 3, status: 'Active' });
  });

  it('never writes a column that people excluded, and always one that they gave to messages', () => {
    const { ground } = takeInto(EMPTY_TAB, [update()]);
    const choices = { never: ['listPrice'], always: ['bedrooms'] };
    const edited = { ...typed(ground, 0, { bedrooms: 9 }), choices };
    const after = takeInto(edited, [changed({ listingPrice: { price: 1_000_000 } })]).ground;
    expect(cellsOf(after)).toMatchObject({ listPrice: 250_000, bedrooms: 3 });
  });

  it('keeps cells with formulas', () => {
    const { ground } = takeInto(EMPTY_TAB, [update()]);
    const [row] = ground.rows;
    if (row === undefined) throw new Error('no row');
    const locked = { ...ground, rows: [{ ...row, locked: new Set(['listPrice'] as const) }] };
    const after = takeInto(locked, [changed({ listingPrice: { price: 1_000_000 } })]);
    expect(cellsOf(after.ground)).toMatchObject({ listPrice: 250_000 });
    expect(after.taken.rows[0]?.shown?.status).toBe('Kept 1');
  });

  it('marks a removed listing and changes nothing else', () => {
    const { ground } = takeInto(EMPTY_TAB, [update()]);
    const { taken, ground: after } = takeInto(ground, [removal('2025-06-24T12:26:54.0782681-08:00')]);
    expect(taken.rows).toMatchObject([{ changed: ['status'] }]);
    expect(taken.rows[0]?.shown).toMatchObject({
      status: 'Removed',
      detail: 'Removed by the sender 2025-06-24 (was Active)',
    });
    expect(cellsOf(after)).toEqual({ ...cellsOf(ground), status: 'OffMarket' });
  });

  it('brings a listing back that is sent again with an old modification time, with the newest status it had', () => {
    const messages = [update(), changed({ listingStatus: 'Pending' }), removal('2025-06-15T00:00:00Z')];
    const { ground } = takeInto(EMPTY_TAB, messages);
    expect(cellsOf(ground)).toMatchObject({ status: 'OffMarket' });
    const again = update({}, { time: '2025-06-16T00:00:00Z', id: 'again' });
    const { taken, ground: after } = takeInto(ground, [again]);
    expect(cellsOf(after)).toMatchObject({ status: 'Pending' });
    expect(taken.rows[0]?.shown?.detail).toContain('Back: the sender has it again');
  });

  it('remembers a removal for 30 days, so that an older message makes no row', () => {
    const { taken, ground } = takeInto(EMPTY_TAB, [removal('2025-06-15T00:00:00Z')]);
    expect(taken.newLines).toMatchObject([{ kind: 'removed', listing: '4001' }]);
    const old = takeInto(ground, [update()]);
    expect(old.ground.rows).toEqual([]);
    expect(old.taken.counts).toMatchObject({ stale: 1, new: 0 });
    const fresh = takeInto(ground, [update({}, { time: '2025-06-16T00:00:00Z' })]);
    expect(fresh.ground.rows).toHaveLength(1);
    expect(fresh.ground.lines).toEqual([]);
    const outdated = {
      ...ground,
      lines: ground.lines.map((line) => ({ ...line, keptMs: line.keptMs - 31 * 86_400_000 })),
    };
    expect(takeInto(outdated, [update()]).taken).toMatchObject({
      counts: { new: 1 },
      droppedLineIds: [ground.lines[0]?.id],
    });
  });

  it('lets a message wait that says too little for a row, until its listing comes', () => {
    const note = {
      topic: 'realestate/listing#updatebuyercompensation',
      data: {
        object: { listingId: '4001', buyerCompensation: { compensationType: 'percentage', compensationValue: '2.5' } },
      },
      time: '2025-06-26T10:00:00Z',
    };
    const waiting = takeInto(EMPTY_TAB, [note]);
    expect(waiting.taken.counts).toMatchObject({ waiting: 1, aside: 0, new: 0 });
    const { ground, taken } = takeInto(waiting.ground, [update()]);
    expect(cellsOf(ground)).toMatchObject({ buyerCompensation: '2.5 %', listPrice: 250_000 });
    expect(ground.lines).toEqual([]);
    expect(taken.droppedLineIds).toHaveLength(1);
  });

  it('keeps a message aside that two rows claim, once, and takes it into the row that a person chooses', () => {
    const other = update({
      listingId: 4002,
      originatingSystemKey: '0018',
      streetAddress: '5 Heron Quay',
      url: 'https://www.example.org/otter-bay/5-heron-quay',
    });
    const { ground } = takeInto(EMPTY_TAB, [update(), other]);
    const claim = update(
      { listingId: undefined, originatingSystemName: undefined, originatingSystemKey: '0017', numberOfBedrooms: '4' },
      later,
    );
    const torn = {
      ...claim,
      data: {
        object: {
          ...(claim.data as { object: object }).object,
          url: 'http://example.org/otter-bay/5-heron-quay/?utm=1',
        },
      },
    };
    const { taken, ground: after } = takeInto(ground, [torn, torn]);
    expect(taken.rows).toEqual([]);
    expect(taken.counts).toMatchObject({ aside: 1, same: 1 });
    expect(after.lines).toMatchObject([
      { kind: 'aside', why: 'Two rows claim it: MLS number 0017 and the page address stand in different rows.' },
    ]);
    expect(takeInto(after, [torn]).ground.lines).toHaveLength(1);
    const chosen = takeInto(after, [{ ...torn, id: 'x', time: '2025-06-13T00:00:00Z' }], { position: 0 });
    expect(cellsOf(chosen.ground)).toMatchObject({ bedrooms: 4 });
  });

  it('knows a listing by its number alone only where the MLS is not another', () => {
    const { ground } = takeInto(EMPTY_TAB, [update({ listingId: undefined, url: undefined })]);
    const elsewhere = update({ listingId: undefined, url: undefined, originatingSystemName: 'Other MLS' }, later);
    expect(takeInto(ground, [elsewhere]).taken.counts).toMatchObject({ new: 1, updated: 0 });
    const unnamed = changed({ listingId: undefined, url: undefined, originatingSystemName: undefined });
    expect(takeInto(ground, [unnamed]).taken.counts).toMatchObject({ new: 0, same: 1 });
  });

  it('finds the number in a column that lost its zeros', () => {
    const tab = {
      ...EMPTY_TAB,
      rows: [{ cells: { ...blankCells(), mlsNumber: 17 }, stamp: stampless(), locked: new Set<never>() }],
    };
    expect(takeInto(tab, [update()]).taken.counts).toMatchObject({ new: 0, updated: 1 });
  });

  it('counts what rows are not about, and keeps aside what is unclear', () => {
    const pieces = readMessages(
      [
        JSON.stringify({}),
        JSON.stringify({ type: 'Notification', timestamp: 1 }),
        JSON.stringify({ topic: 'realestate/commerciallisting#update', data: { object: { listingId: 'C-1' } } }),
        JSON.stringify({ topic: 'realestate/lead#add' }),
        '{"topic": "realestate/listing#upd',
        JSON.stringify({ listingId: 5, listingStatus: 'Active' }),
        JSON.stringify(update({ listingId: 2 ** 60, originatingSystemKey: '', url: null })),
        JSON.stringify({ topic: 'realestate/listing#delete', data: { object: { listingId: 4001 } } }),
      ].join('\n'),
    ).pieces;
    const { counts, newLines } = takeIn(EMPTY_TAB, pieces, NOON);
    expect(counts.passed).toEqual({
      'empty messages': 1,
      'notifications without a listing': 1,
      'commercial listings': 1,
      'messages about realestate/lead#add': 1,
    });
    expect(newLines.map(({ why }) => why)).toEqual([
      'This line is no JSON.',
      'No topic was found in the message, nor in the 4 objects it may be wrapped in.',
      'It names no listing that can be trusted: listingId is a number too long to be exact in JSON. The sender should send it as text.',
      'It removes a listing and does not say when, so nobody can tell whether it is out of date.',
    ]);
  });

  it('clears pictures that messages wrote when a whole listing says that there are none', () => {
    const { ground } = takeInto(EMPTY_TAB, [update({ image: ['https://img.example.org/1.jpg'] })]);
    expect(cellsOf(takeInto(ground, [changed({ image: [] })]).ground)).not.toHaveProperty('images');
    const price = partial({ image: [], listingPrice: { price: 9 } }, later);
    expect(cellsOf(takeInto(ground, [price]).ground)).toHaveProperty('images');
  });
});

/** Messages about three houses: whole ones, changes, removals and returns, at moments that are sometimes the same. */
const story = fc
  .array(
    fc.record({
      house: fc.integer({ min: 1, max: 3 }),
      day: fc.integer({ min: 10, max: 14 }),
      sentLater: fc.integer({ min: 0, max: 5 }),
      price: fc.integer({ min: 100, max: 105 }),
      status: fc.constantFrom('Active', 'Pending', 'Sold'),
      kind: fc.constantFrom('update', 'update', 'update', 'removal'),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((events) =>
    events.map(({ house, day, sentLater, price, status, kind }, index) => {
      const time = `2025-06-${day + sentLater}T10:00:00Z`;
      const object = { listingId: house, originatingSystemKey: `00${house}`, url: `https://example.org/h/${house}` };
      if (kind === 'removal') return removal(time, object);
      const said = { ...object, modificationTimestamp: `2025-06-${day}T00:00:00`, listingStatus: status };
      const pictures = { image: price % 2 === 0 ? [] : [`https://img.example.org/${price}.jpg`] };
      return update({ ...said, ...pictures, listingPrice: { price } }, { time, id: `message ${index}` });
    }),
  );

const shuffled = story.chain((messages) =>
  fc.tuple(
    fc.constant(messages),
    fc.shuffledSubarray([...messages, ...messages], { minLength: messages.length, maxLength: messages.length * 2 }),
    fc.integer({ min: 1, max: 5 }),
  ),
);

describe('any order of messages', () => {
  it(
    'ends in the same cells, however they are shuffled, repeated and cut into parts',
    () => {
      fc.assert(
        fc.property(shuffled, ([messages, mixed, size]) => {
          let ground = EMPTY_TAB;
          // Whatever the shuffle left out comes last.
          const all = [...mixed, ...messages];
          for (let at = 0; at < all.length; at += size) ground = takeInto(ground, all.slice(at, at + size)).ground;
          expect(present(ground)).toEqual(present(takeInto(EMPTY_TAB, messages).ground));
        }),
        { numRuns: sequences(60) },
      );
    },
    SEQUENCES_MS,
  );

  it(
    'writes nothing when it is taken in again',
    () => {
      fc.assert(
        fc.property(shuffled, ([messages, mixed]) => {
          const { ground } = takeInto(EMPTY_TAB, messages);
          const { taken } = takeInto(ground, mixed);
          expect(taken.rows).toEqual([]);
          expect(taken.newLines).toEqual([]);
        }),
        { numRuns: sequences(60) },
      );
    },
    SEQUENCES_MS,
  );
});

/** The rows by their numbers; one that is removed may never have been made, and holds what it held last. */
function present(ground: typeof EMPTY_TAB): unknown {
  return Object.fromEntries(
    ground.rows
      .filter(({ cells }) => cells.status !== 'OffMarket')
      .map((row) => [row.cells.mlsNumber, cellsOf({ ...ground, rows: [row] })]),
  );
}

function blankCells() {
  return Object.fromEntries(EMPTY_TAB.columns.map((name) => [name, '']));
}

function stampless() {
  return { listingId: '', mlsHashes: [], content: '', existence: '', status: '', cells: new Map() };
}
