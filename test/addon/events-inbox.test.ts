/** An inbox that is polled, against a pod's stand-in. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startPlatform } from '../../playground/platform/start-platform.ts';
import type { Pod, PodFault } from '../../playground/pod/pod.ts';
import { startPod } from '../../playground/pod/start-pod.ts';
import { CHATBOT_ID, COLLEAGUE, kindOf, openSheet, SECRET_KEY, succeed, type TestSheet } from './listing-sheet.ts';

const KEY = 'pod-key-0123456789';
const HOST = 'team.yodata.me';
const _ADDRESS = `https://${HOST}/inbox/`;

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
    now: () => Date.UTC(2026, 10, 21, 9, 0, 0),
    ...options,
  });
  sheet = await openSheet([], {
    emulator: { hosts: { [HOST]: pod.origin, 'usapi.hottask.com': pod.origin } },
    isConnected: false,
  });
  tabId = sheet.emulator.hands.snapshot().tabs.find(({ name }) => name === 'Tab')?.tabId ?? 0;
}

function house(number: number, price = 100_000, minute = 0) {
  const at = `2026-11-20T10:${String(minute).padStart(2, '0')}:00Z`;
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

  test('from now on leaves out what was there', async () => {
    pod.deliver(house(1));
    succeed(await connect('now'));
    expect(pod.requests()[0]?.url).toContain('by=timestamp');
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

describe('an inbox that gives links only', () => {
  test('is read item by item, and one that cannot be read waits for a person', async () => {
    await sheet.close();
    await pod.close();
    await open({ offersFull: false });
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

describe('a poll that is killed', () => {
  const isFull = process.env.LISTING_SYNC_MATRIX === 'full';

  test('at any of its service calls loses nothing and doubles nothing', async () => {
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
    for (let callNumber = 3; ; callNumber += isFull ? 1 : 9) {
      pod.deliver(house(delivered + 1), house(1, 100_000 + delivered, delivered % 60), odd(rounds));
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
  });
});

describe('rows that are published', () => {
  const select = () => sheet.emulator.hands.select('Tab', ['A2:A2']);
  const request = () => ({ tabId, recipient: '', includesReceived: false });
  const whole = { ...house(1), data: { object: { ...house(1).data.object, internetAddressDisplayYN: 'Y' } } };

  const typeInto = (header: string, text: string) => {
    const columnIndex = sheet.emulator.hands.values('Tab')[0]?.indexOf(header) ?? -1;
    sheet.emulator.hands.type('Tab', `${String.fromCharCode(65 + columnIndex)}2`, text);
  };

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
