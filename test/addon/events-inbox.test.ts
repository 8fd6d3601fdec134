/** An inbox that is polled, against a pod's stand-in. */
import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startPlatform } from '../../playground/platform/start-platform.ts';
import type { Pod, PodFault } from '../../playground/pod/pod.ts';
import { startPod } from '../../playground/pod/start-pod.ts';
import { columnLetters } from '../../src/core/sheet/column-letters.ts';
import { CHATBOT_ID, COLLEAGUE, kindOf, openSheet, SECRET_KEY, succeed, type TestSheet } from './listing-sheet.ts';
import { MATRIX_SIZE } from './matrix/matrix-size.ts';

const KEY = 'pod-key-0123456789';
const HOST = 'team.yodata.me';

const START_MS = Date.UTC(2026, 10, 21, 9, 0, 0);

let sheet: TestSheet;
let pod: Pod;
let tabId = 0;

beforeEach(async () => {
  await open();
});
afterEach(async () => {
  await sheet.close();
  await pod.close();
});

async function open(options: Partial<Parameters<typeof startPod>[0]> = {}) {
  pod = await startPod({
    apiKey: KEY,
    publicOrigin: `https://${HOST}`,
    pageSize: 5,
    now: () => START_MS,
    ...options,
  });
  sheet = await openSheet([], {
    emulator: { hosts: { [HOST]: pod.origin, 'usapi.hottask.com': pod.origin } },
    isConnected: false,
  });
  tabId = sheet.emulator.hands.snapshot().tabs.find(({ name }) => name === 'Tab')?.tabId ?? 0;
}

async function reopen(options: Partial<Parameters<typeof startPod>[0]>) {
  await sheet.close();
  await pod.close();
  await open(options);
}

function house(number: number, price = 100_000, minute = 0) {
  const at = new Date(Date.UTC(2026, 10, 20, 10, minute)).toISOString();
  return {
    topic: 'realestate/listing#update',
    data: {
      object: {
        listingId: number,
        originatingSystemKey: `00${number}`,
        listingStatus: 'Active',
        propertyType: 'RESI',
        streetAddress: `${number} Pod Lane`,
        listingPrice: { price, priceCurrency: 'USD' },
        modificationTimestamp: at,
      },
    },
    time: at,
    id: `https://${HOST}/publish/${number}-${minute}`,
  };
}

const letterOf = (header: string) => columnLetters(sheet.emulator.hands.values('Tab')[0]?.indexOf(header) ?? -1);
const connect = (start: 'now' | 'everything' = 'everything', key = KEY) =>
  sheet.ask('connectInbox', { address: HOST, key, tabId, start });
const poll = async () => succeed(await sheet.ask('pollInbox'));

describe('an inbox', () => {
  test('is taken in page by page, and the next poll goes on and writes nothing again', async () => {
    pod.deliver(...Array.from({ length: 12 }, (_, index) => house(index + 1)));
    succeed(await connect());
    expect(await poll()).toMatchObject({ counts: { new: 12 }, hasMore: false });
    expect(sheet.column('MLS number')).toHaveLength(12);
    const before = sheet.emulator.hands.snapshot();
    expect((await poll()).counts).toMatchObject({ new: 0, updated: 0, same: 12 });
    expect(sheet.emulator.hands.snapshot()).toEqual(before);
    pod.deliver(house(3, 90_000, 1));
    // An item of an earlier time appears late, among those that were read.
    pod.deliverLate(house(99), 2);
    expect((await poll()).counts).toMatchObject({ new: 1, updated: 1 });
    expect(sheet.column('List price')[2]).toBe('90000');
    expect(pod.requests().every(({ hasKey }) => hasKey)).toBe(true);
  });

  test('from now on leaves out what was there, and loses nothing though its clock is a little behind ours', async () => {
    let podMs = START_MS - 3_600_000;
    await reopen({ now: () => podMs });
    pod.deliver(house(1));
    succeed(await connect('now'));
    podMs = START_MS - 60_000;
    pod.deliver(house(2));
    expect((await poll()).counts).toMatchObject({ new: 1 });
    expect(sheet.column('MLS number')).toEqual(['002']);
  });

  test('is not kept when it refuses the key, and the key reaches no cell, no answer and no other store', async () => {
    const refused = await connect('everything', 'wrong-key-000000');
    expect(kindOf(refused)).toBe('inboxRefused');
    expect(JSON.stringify(refused)).not.toContain('wrong-key');
    expect(succeed(await sheet.ask('getEvents')).inbox).toBeUndefined();
    succeed(await connect());
    expect(JSON.stringify(succeed(await sheet.ask('getEvents')))).not.toContain(KEY);
    expect(JSON.stringify(sheet.emulator.hands.snapshot())).not.toContain(KEY);
  });

  test('of another host is refused, and another person needs a key of their own', async () => {
    const elsewhere = await sheet.ask('connectInbox', {
      address: 'https://evil.example/inbox/',
      key: KEY,
      tabId,
      start: 'now',
    });
    expect(kindOf(elsewhere)).toBe('badInbox');
    succeed(await connect());
    expect(kindOf(await sheet.ask('pollInbox', undefined, COLLEAGUE))).toBe('noInboxKey');
  });

  test.each<[string, PodFault, number, string]>([
    ['401', { kind: 'status', status: 401 }, 1, 'inboxRefused'],
    ['403', { kind: 'status', status: 403 }, 1, 'inboxRefused'],
    ['500 again and again', { kind: 'status', status: 500 }, 9, 'inboxUnreachable'],
    ['a page for people', { kind: 'html' }, 1, 'inboxUnreachable'],
  ])('that answers %s stops in words, and goes on where it was', async (_what, fault, times, kind) => {
    pod.deliver(house(1));
    succeed(await connect());
    pod.addFault({ on: 'inbox', fault, times });
    expect(kindOf(await sheet.ask('pollInbox'))).toBe(kind);
    expect(sheet.column('MLS number')).toEqual([]);
    if (times === 1) expect((await poll()).counts).toMatchObject({ new: 1 });
  });

  test('that has trouble for a moment is asked again', async () => {
    pod.deliver(house(1));
    succeed(await connect());
    pod.addFault({ on: 'inbox', fault: { kind: 'status', status: 503 }, times: 2 });
    expect((await poll()).counts).toMatchObject({ new: 1 });
  });

  test('that has a message nested without end keeps it for a person, and goes on with the others', async () => {
    const deep = `{"topic":"realestate/listing#update","data":${'['.repeat(20_000)}${']'.repeat(20_000)}}`;
    pod.deliver(house(1), deep, house(2));
    succeed(await connect());
    expect((await poll()).counts).toMatchObject({ new: 2, aside: 1 });
    expect((await poll()).counts).toMatchObject({ new: 0, updated: 0 });
    expect(succeed(await sheet.ask('getEvents')).aside).toMatchObject([
      { why: 'This is nested too deeply to be a message.' },
    ]);
  });

  test('that repeats a page, or forgets where the reading was, ends and loses nothing', async () => {
    pod.deliver(...Array.from({ length: 7 }, (_, index) => house(index + 1)));
    succeed(await connect());
    await poll();
    pod.addFault({ on: 'inbox', fault: { kind: 'repeat' }, times: 1 });
    await poll();
    pod.deliver(house(8));
    await sheet.emulator.advanceClock(20 * 60_000);
    pod.addFault({ on: 'inbox', fault: { kind: 'forgotten' }, times: 1 });
    await poll();
    expect((await poll()).counts).toMatchObject({ new: 0 });
    expect(new Set(sheet.column('MLS number')).size).toBe(8);
  });
});

describe('a poll while people work in the sheet', () => {
  const priceByNumber = () =>
    Object.fromEntries(sheet.column('MLS number').map((number, at) => [number, sheet.column('List price')[at]]));
  const all = { '001': '90000', '002': '100000', '003': '100000' };
  const { type, sort, insertRows, insertColumns, deleteRows, filter, protect } = {
    type: (header: string, rowNumber: number, text: string) =>
      sheet.emulator.hands.type('Tab', `${letterOf(header)}${rowNumber}`, text),
    sort: (isAscending: boolean) => sheet.emulator.hands.sort('Tab', 1, isAscending),
    insertRows: () => sheet.emulator.hands.insertRows('Tab', 2, 1),
    insertColumns: () => sheet.emulator.hands.insertColumns('Tab', 1, 1),
    deleteRows: () => sheet.emulator.hands.deleteRows('Tab', 3, 1),
    filter: () => sheet.emulator.hands.filter('Tab', { columnNumber: 1, texts: ['002'] }),
    protect: (header: string) =>
      sheet.emulator.hands.protect('Tab', `${letterOf(header)}2:${letterOf(header)}9`, { evenOwner: true }),
  };

  beforeEach(async () => {
    pod.deliver(house(1), house(2));
    succeed(await connect());
    await poll();
    await sheet.emulator.advanceClock(20 * 60_000);
    pod.deliver(house(1, 90_000, 1), house(3));
  });

  test.each<[string, () => void, Readonly<Record<string, string>>]>([
    ['sort it', () => sort(false), all],
    ['insert a row above', insertRows, { '': '', ...all }],
    ['insert a column', insertColumns, all],
    ['delete a row', deleteRows, { '001': '90000', '003': '100000' }],
    ['filter it', filter, all],
    ['type over the cell that a message is about', () => type('List price', 2, '77777'), { ...all, '001': '77777' }],
  ])('writes the right rows though they %s between reading and writing', async (_what, act, prices) => {
    sheet.emulator.before('Range.getFormulas', 1, act);
    await poll();
    expect(priceByNumber()).toEqual(prices);
    const before = sheet.emulator.hands.snapshot();
    expect((await poll()).counts).toMatchObject({ new: 0, updated: 0 });
    expect(sheet.emulator.hands.snapshot()).toEqual(before);
  });

  test('says so when rows never stand still, writes nothing, and goes on where it was', async () => {
    let isAscending = false;
    const end = sheet.emulator.before(
      'Range.getFormulas',
      () => true,
      () => {
        sort(isAscending);
        isAscending = !isAscending;
      },
    );
    expect(kindOf(await sheet.ask('pollInbox'))).toBe('rowsKeepChanging');
    end();
    expect(priceByNumber()).toEqual({ '001': '100000', '002': '100000' });
    await poll();
    expect(priceByNumber()).toEqual(all);
  });

  test('leaves the cells of a protected column alone, of new rows too, and names what they were to hold', async () => {
    protect('List price');
    await poll();
    expect(priceByNumber()).toEqual({ ...all, '001': '100000', '003': '' });
    expect(sheet.column('Event detail')[2]).toBe(
      'List price is protected, merged or a formula (blank); the message says 100000',
    );
  });

  test('says so in words when a column becomes protected at the last moment', async () => {
    sheet.emulator.before('Range.setValues', 1, () => protect('List price'));
    expect(kindOf(await sheet.ask('pollInbox'))).toBe('statusProtected');
    sheet.emulator.hands.unprotect('Tab');
    await poll();
    expect(priceByNumber()).toEqual(all);
  });

  test('says so when the whole tab is protected, and loses nothing', async () => {
    sheet.emulator.hands.protect('Tab', 'A1:AZ99', { evenOwner: true });
    expect(kindOf(await sheet.ask('pollInbox'))).toBe('statusProtected');
    sheet.emulator.hands.unprotect('Tab');
    await poll();
    expect(priceByNumber()).toEqual(all);
  });

  test('is one of two at once, and every message is taken in once', async () => {
    await Promise.all([sheet.ask('pollInbox'), sheet.ask('pollInbox')]);
    expect(priceByNumber()).toEqual(all);
    expect(sheet.column('MLS number')).toHaveLength(3);
  });
});

describe('an inbox that gives links only', () => {
  test('is read item by item, and one that cannot be read waits for a person', async () => {
    await reopen({ offersFull: false });
    pod.deliver(house(1), '{"topic": "realest', house(2));
    succeed(await connect());
    expect((await poll()).counts).toMatchObject({ new: 2, aside: 1 });
    const { aside } = succeed(await sheet.ask('getEvents'));
    expect(aside).toMatchObject([{ why: 'This item of the inbox is no JSON.' }]);
  });
});

describe('a message that waits for a person', () => {
  const torn = {
    ...house(1),
    data: { object: { ...house(1).data.object, listingId: undefined, url: 'https://x.example/2' } },
  };
  const second = { ...house(2), data: { object: { ...house(2).data.object, url: 'https://x.example/2' } } };

  async function withAside() {
    const text = [house(1), second, torn].map((one) => JSON.stringify(one)).join('\n');
    succeed(await sheet.ask('takeEvents', { text, tabId, makesColumns: true }));
    const [message] = succeed(await sheet.ask('getEvents')).aside;
    if (message === undefined) throw new Error('nothing waits');
    return message.id;
  }

  test('stays when it is tried again and still fits nowhere', async () => {
    const id = await withAside();
    expect(succeed(await sheet.ask('settleKept', { id, choice: 'retry', tabId })).message).toContain('It still waits.');
    expect(succeed(await sheet.ask('getEvents')).asideCount).toBe(1);
  });

  test('goes into the row that the person chooses', async () => {
    const id = await withAside();
    succeed(await sheet.ask('settleKept', { id, choice: 'row', tabId, rowNumber: 2 }));
    expect(succeed(await sheet.ask('getEvents')).asideCount).toBe(0);
    expect(sheet.column('Listing URL')[0]).toBe('https://x.example/2');
  });

  test('does not come back once it is discarded', async () => {
    const id = await withAside();
    succeed(await sheet.ask('settleKept', { id, choice: 'discard', tabId }));
    succeed(await sheet.ask('takeEvents', { text: JSON.stringify(torn), tabId, makesColumns: true }));
    expect(succeed(await sheet.ask('getEvents')).asideCount).toBe(0);
    expect(kindOf(await sheet.ask('settleKept', { id, choice: 'discard', tabId }))).toBe('keptLineGone');
  });
});

const isFull = process.env.LISTING_SYNC_MATRIX === 'full';

describe('a poll that is killed', () => {
  test(
    'at any of its service calls loses nothing and doubles nothing',
    async () => {
      const odd = (number: number) => ({
        topic: 'realestate/listing#update',
        number,
        data: { object: { listingStatus: 'Active' } },
      });
      pod.deliver(house(1), house(2));
      succeed(await connect());
      await poll();
      let delivered = 2;
      let rounds = 0;
      for (let callNumber = 3; ; callNumber += isFull ? 1 : 11) {
        // What was read a while ago is not read again, so that each round reads its own messages only.
        await sheet.emulator.advanceClock(20 * 60_000);
        pod.deliver(house(delivered + 1), house(1, 100_000 + delivered, delivered), odd(rounds));
        delivered += 1;
        rounds += 1;
        const killed = await sheet.emulator.call('pollInbox', [], { source: 'sidebar', killAtServiceCall: callNumber });
        await poll();
        const numbers = sheet.column('MLS number');
        expect(numbers).toHaveLength(delivered);
        expect(new Set(numbers).size).toBe(delivered);
        expect(sheet.column('List price')[0]).toBe(String(100_000 + delivered - 1));
        const kept = sheet.emulator.hands
          .values('Sync events')
          .slice(1)
          .map((row) => row[4]);
        expect(new Set(kept).size).toBe(rounds);
        expect(kept).toHaveLength(rounds);
        if (killed.outcome.kind === 'returned') break;
      }
      expect(rounds).toBeGreaterThan(3);
    },
    MATRIX_SIZE.timeoutMs,
  );
});

const publishedShape = v.object({
  id: v.string(),
  data: v.object({ object: v.object({ listingPrice: v.object({ price: v.number() }) }) }),
});
const idOf = (message: unknown) => v.parse(publishedShape, message).id;
const priceOf = (message: unknown) => v.parse(publishedShape, message).data.object.listingPrice.price;

describe('rows that are published', () => {
  const select = () => sheet.emulator.hands.select('Tab', ['A2:A2']);
  const request = () => ({ tabId, recipient: '', includesReceived: false });
  const whole = { ...house(1), data: { object: { ...house(1).data.object, internetAddressDisplayYN: 'Y' } } };

  const typeInto = (header: string, text: string) => sheet.emulator.hands.type('Tab', `${letterOf(header)}2`, text);

  async function corrected() {
    pod.deliver(whole);
    succeed(await connect());
    await poll();
    typeInto('List price', '123000');
    select();
  }

  test('reach the pod as valid messages, say so in the row, and change nothing when they come back', async () => {
    await corrected();
    pod.setEcho(true);
    expect(succeed(await sheet.ask('publishEvents', request())).message).toBe('1 Published.');
    expect(pod.published()).toMatchObject([
      {
        topic: 'realestate/listing#update',
        recipient: `https://${HOST}/profile/card#me`,
        data: { object: { originatingSystemKey: '001', listingPrice: { price: 123_000 } } },
      },
    ]);
    expect(sheet.column('Publish status')).toEqual(['Published']);
    const before = sheet.emulator.hands.snapshot();
    expect((await poll()).counts.passed).toEqual({ 'messages that this file published': 1 });
    expect(sheet.emulator.hands.snapshot()).toEqual(before);
  });

  test(
    'that are killed at any service call are the same message when they are published again',
    async () => {
      await corrected();
      const [headers = []] = sheet.emulator.hands.values('Tab');
      succeed(await sheet.ask('publishEvents', request()));
      let rounds = 0;
      for (let callNumber = 3; ; callNumber += isFull ? 1 : 7) {
        rounds += 1;
        typeInto('List price', String(200_000 + rounds));
        typeInto('Publish status', '');
        await sheet.emulator.advanceClock(60_000);
        const call = { source: 'sidebar', killAtServiceCall: callNumber } as const;
        const killed = await sheet.emulator.call('publishEvents', [request()], call);
        const isSaid = sheet.column('Publish status')[0] === 'Published';
        if (!isSaid) succeed(await sheet.ask('publishEvents', request()));
        const ids = pod.published().flatMap((one) => (priceOf(one) === 200_000 + rounds ? [idOf(one)] : []));
        expect(new Set(ids).size).toBe(1);
        expect(sheet.column('Publish status')).toEqual(['Published']);
        const own = sheet.emulator.hands.values('Tab')[0]?.slice(headers.length) ?? [];
        expect(own).toEqual(['Publish status', 'Publish detail', 'Published at']);
        if (killed.outcome.kind === 'returned') break;
      }
      expect(rounds).toBeGreaterThan(3);
    },
    MATRIX_SIZE.timeoutMs,
  );

  test('say where they were sorted to meanwhile what became of them', async () => {
    pod.deliver(whole, { ...house(2), data: { object: { ...house(2).data.object, internetAddressDisplayYN: 'Y' } } });
    succeed(await connect());
    await poll();
    typeInto('List price', '123000');
    sheet.emulator.hands.type('Tab', `${letterOf('List price')}3`, '456000');
    sheet.emulator.hands.select('Tab', ['A2:A3']);
    pod.addFault({ on: 'publish', fault: { kind: 'status', status: 400 }, times: 1 });
    sheet.emulator.before('UrlFetchApp.fetch', 2, () => sheet.emulator.hands.sort('Tab', 1, false));
    expect(succeed(await sheet.ask('publishEvents', request())).message).toBe('1 Rejected, 1 Published.');
    expect(sheet.column('MLS number')).toEqual(['002', '001']);
    expect(sheet.column('Publish status')).toEqual(['Published', 'Rejected']);
  });

  test('cost as many calls in a long tab as in a short one', async () => {
    const calls: number[] = [];
    for (const count of [20, 1500]) {
      const rows = Array.from({ length: count }, (_, at) => [`A${at}`, 'Active', 'Townhouse', `${at} Long Road`, 'Y']);
      const name = `${count} rows`;
      const longTabId = sheet.emulator.hands.addTab(name, [
        ['MLS number', 'Listing status', 'Property type', 'Address', 'Show address'],
        ...rows,
      ]);
      succeed(await sheet.ask('connectInbox', { address: HOST, key: KEY, tabId: longTabId, start: 'now' }));
      sheet.emulator.hands.select(name, ['A2:A4', `A${count + 1}`]);
      const call = await sheet.call('publishEvents', { ...request(), tabId: longTabId });
      calls.push(call.serviceCallCount);
      expect(sheet.column('Publish status', name).filter((status) => status === 'Published')).toHaveLength(4);
    }
    expect(calls[1]).toBe(calls[0]);
  });

  test.each<[number, string, string]>([
    [400, 'ok', 'Rejected'],
    [500, 'ok', 'Failed'],
    [401, 'inboxRefused', ''],
    [415, 'inboxUnreachable', ''],
  ])('meet a pod that answers %i', async (status, kind, shown) => {
    await corrected();
    pod.addFault({ on: 'publish', fault: { kind: 'status', status }, times: 1 });
    expect(kindOf(await sheet.ask('publishEvents', request()))).toBe(kind);
    expect(sheet.column('Publish status')[0]).toBe(shown);
    expect(pod.requests().filter(({ method }) => method === 'POST')).toHaveLength(1);
  });

  test('can be copied as JSON Lines, and say which are left out', async () => {
    await corrected();
    const { text, problems } = succeed(await sheet.ask('exportEvents', request()));
    expect(JSON.parse(text)).toMatchObject({ topic: 'realestate/listing#update' });
    expect(problems).toEqual([]);
    typeInto('Listing status', 'Private');
    select();
    expect(succeed(await sheet.ask('exportEvents', request()))).toMatchObject({
      text: '',
      problems: ['Row 2: Private listings are never published.'],
    });
  });
});

test('a schedule that is due polls the inbox before it runs', async () => {
  const platform = await startPlatform({ secretKey: SECRET_KEY, chatbotId: CHATBOT_ID });
  await sheet.close();
  const hosts = { [HOST]: pod.origin, 'usapi.hottask.com': platform.origin };
  sheet = await openSheet([], { emulator: { hosts } });
  tabId = sheet.emulator.hands.snapshot().tabs.find(({ name }) => name === 'Tab')?.tabId ?? 0;
  succeed(await connect());
  pod.deliver(house(1));
  const schedule = { action: 'sync', tabIds: [tabId], when: { kind: 'hourly' }, allowsDeletes: false };
  succeed(await sheet.ask('saveSchedule', schedule));
  await sheet.emulator.advanceClock(3 * 3_600_000);
  expect(sheet.column('MLS number')).toEqual(['001']);
  await platform.close();
});
