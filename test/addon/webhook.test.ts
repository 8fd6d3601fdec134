/** The webhook of a bound script, from the sender's request to the rows. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Disturbance, Emulator } from '../../playground/apps-script/emulator.ts';
import type { Pod } from '../../playground/pod/pod.ts';
import { startPod } from '../../playground/pod/start-pod.ts';
import { deployWebApp } from '../../playground/webapp/deploy-web-app.ts';
import type { WebApp } from '../../playground/webapp/web-app.ts';
import type { WebhookView } from '../../src/core/contract/webhook-view.ts';
import { COLLEAGUE, kindOf, openSheet, succeed, type TestSheet } from './listing-sheet.ts';
import { MATRIX_SIZE } from './matrix/matrix-size.ts';

const POD_HOST = 'team.yodata.me';
const POD_KEY = 'pod-key-0123456789';
const QUARTER_MS = 15 * 60_000;
const VIEWER = 'viewer@example.com';

let sheet: TestSheet;
let pod: Pod;
let app: WebApp;
let tabId = 0;
let disturbance: Disturbance | undefined;
let access: NonNullable<Emulator['webApp']>['access'] | undefined;

beforeAll(async () => {
  pod = await startPod({ apiKey: POD_KEY, publicOrigin: `https://${POD_HOST}` });
  app = await deployWebApp(() => sheet.emulator, { access: () => access, disturb: () => disturbance });
  const hosts = { 'script.google.com': app.origin, [POD_HOST]: pod.origin };
  sheet = await openSheet([], { emulator: { hosts, viewers: [VIEWER] }, isConnected: false });
  tabId = sheet.emulator.hands.snapshot().tabs.find(({ name }) => name === 'Tab')?.tabId ?? 0;
});
afterAll(async () => {
  await sheet.close();
  await app.close();
  await pod.close();
});
beforeEach(async () => {
  access = 'ANYONE_ANONYMOUS';
  disturbance = undefined;
  await save('messages');
});

const save = (mode: 'bell' | 'messages') => sheet.ask('saveWebhook', { address: app.address, mode, tabId });
const change = (what: string, user?: string) => sheet.ask('changeWebhook', { change: what }, user);
const take = async () => succeed(await sheet.ask('takeArrived'));
const stored = () => sheet.emulator.properties('script');
const arrived = () => Object.keys(stored()).filter((name) => name.startsWith('arrived.'));

async function view(user?: string): Promise<Extract<WebhookView, { kind: 'there' }>> {
  const { webhook } = succeed(await sheet.ask('getAutomation', undefined, user));
  if (webhook.kind !== 'there') throw new Error(`the webhook is ${webhook.kind}`);
  return webhook;
}

/** Sends as a sender does, to where Google's names lead. */
async function post(body: string, address?: string): Promise<Response> {
  const url = new URL(address ?? (await view()).senderAddress);
  return fetch(`${app.origin}${url.pathname}${url.search}`, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json' },
    redirect: 'manual',
  });
}

let houses = 0;

/** A listing that nobody has heard of. */
function house(price = 100_000) {
  houses += 1;
  const at = '2026-11-20T10:00:00Z';
  return JSON.stringify({
    topic: 'realestate/listing#update',
    data: {
      object: {
        listingId: houses,
        originatingSystemKey: `H${houses}`,
        listingStatus: 'Active',
        streetAddress: `${houses} Hook Lane`,
        listingPrice: { price, priceCurrency: 'USD' },
        modificationTimestamp: at,
      },
    },
    time: at,
  });
}

const rowsOf = (number: number) => sheet.column('MLS number').filter((text) => text === `H${number}`).length;

describe('a webhook that brings messages', () => {
  test('answers at once with 200, and the next quarter of an hour has them in the rows', async () => {
    const response = await post(house());
    expect(response.status).toBe(200);
    expect(rowsOf(houses)).toBe(0);
    expect(await view()).toMatchObject({ waiting: 1, isMine: true, isSilent: false, tabName: 'Tab', refused: '' });
    await sheet.emulator.advanceClock(QUARTER_MS);
    expect(rowsOf(houses)).toBe(1);
    expect(arrived()).toEqual([]);
    expect(await view()).toMatchObject({ waiting: 0 });
  });

  test('touches neither the spreadsheet nor a lock, and costs three calls of the store', async () => {
    const queryString = new URL((await view()).senderAddress).search.slice(1);
    const body = { type: 'application/json', contents: house() };
    const { trace } = await sheet.emulator.request({ method: 'POST', queryString, body });
    expect(trace.filter((call) => call.startsWith('Properties.'))).toEqual([
      'Properties.getProperty',
      'Properties.getProperties',
      'Properties.setProperties',
    ]);
    expect(new Set(trace.map((call) => call.split('.')[0]))).toEqual(
      new Set(['Utilities', 'PropertiesService', 'Properties', 'HtmlService']),
    );
    await take();
    expect(rowsOf(houses)).toBe(1);
  });

  test('costs five calls of the stores at most where a quarter of an hour brings nothing, and none of the sheet', async () => {
    const [tick] = await sheet.emulator.advanceClock(QUARTER_MS);
    const { trace = [] } = tick ?? {};
    expect(trace.filter((call) => call.startsWith('Properties.')).length).toBeLessThanOrEqual(5);
    expect(trace.filter((call) => /^(Sheet|Range)\./.test(call))).toEqual([]);
    expect(trace.length).toBeGreaterThan(0);
  });

  test('is taken in once where a clock and two sidebars do it at the same time', async () => {
    await post(house());
    const taken = await Promise.all([sheet.ask('takeArrived'), sheet.ask('takeArrived'), sheet.ask('takeArrived')]);
    expect(
      taken.map((one) => (one.ok ? one.value?.counts.new : one.error.kind)).filter((count) => count === 1),
    ).toHaveLength(1);
    expect(rowsOf(houses)).toBe(1);
  });

  test('is tried by a message that a sidebar sends and finds again, which becomes no row', async () => {
    const rows = sheet.column('MLS number').length;
    expect(succeed(await sheet.ask('testWebhook'))).toEqual({ message: 'The test message arrived.' });
    expect((await take())?.counts).toMatchObject({ new: 0, aside: 0 });
    expect(sheet.column('MLS number')).toHaveLength(rows);
    expect(await view()).toMatchObject({ waiting: 0 });
  });

  test.each([
    ['asks to sign in', 'ANYONE' as const, 'Google asks senders to sign in'],
    ['is deployed for its owner only', 'MYSELF' as const, 'Nothing is deployed at this address'],
  ])('that %s says so when it is tried', async (_what, wanted, words) => {
    access = wanted;
    const tried = await sheet.ask('testWebhook');
    expect(tried.ok ? '' : `${tried.error.message} ${tried.error.nextStep}`).toContain(words);
    expect(JSON.stringify(tried)).not.toContain(JSON.parse(stored().webhook ?? '{}').secret);
  });

  test('writes nothing for a wrong secret, and reads nothing for what can be none', async () => {
    const before = stored();
    const address = (await view()).senderAddress;
    for (const wrong of ['', '?k=', '?k=guess', `?k=${'A'.repeat(43)}`]) {
      const response = await post(house(), address.replace(/\?k=.*$/, wrong));
      expect(response.status).toBe(200);
    }
    expect(stored()).toEqual(before);
    const report = await sheet.emulator.request({ method: 'POST', queryString: 'k=guess' });
    expect(report.serviceCalls['Properties.getProperty'] ?? 0).toBe(0);
  });

  test('has a new address when somebody asks for it; the old one is worth nothing', async () => {
    const old = (await view()).senderAddress;
    succeed(await change('newAddress'));
    const before = stored();
    await post(house(), old);
    expect(stored()).toEqual(before);
    await post(house());
    await take();
    expect(rowsOf(houses)).toBe(1);
  });

  test('is neither told nor changed nor taken in by who may only look', async () => {
    const before = stored();
    expect((await view(VIEWER)).senderAddress).toBe('');
    for (const [name, argument] of [
      ['changeWebhook', { change: 'newAddress' }],
      ['saveWebhook', { address: app.address, mode: 'messages', tabId }],
      ['testWebhook', undefined],
      ['takeArrived', undefined],
    ] as const)
      expect(kindOf(await sheet.ask(name, argument, VIEWER))).toBe('onlyViewer');
    expect(stored()).toEqual(before);
  });

  test('does not keep 300 kB and says so; what came before and after is taken in', async () => {
    await post(house());
    await post(JSON.stringify({ long: 'x'.repeat(300_000) }));
    await post(house());
    expect((await view()).refused).toMatch(
      /^A message of 2026-11-21 .* has 300 kB and was not kept; 256 kB is the most\./,
    );
    expect((await take())?.counts).toMatchObject({ new: 2 });
    succeed(await change('seen'));
    expect((await view()).refused).toBe('');
  });

  test('takes messages that come at once, and the same one twice, into one row each', async () => {
    const first = houses;
    const bodies = Array.from({ length: 6 }, () => house());
    await Promise.all([...bodies, ...bodies].map((body) => post(body)));
    expect((await take())?.counts).toMatchObject({ new: 6 });
    expect([1, 2, 3, 4, 5, 6].map((offset) => rowsOf(first + offset))).toEqual([1, 1, 1, 1, 1, 1]);
  });

  test('keeps what is no JSON, and a broken line among good ones, for a person', async () => {
    const before = succeed(await sheet.ask('getEvents')).asideCount;
    await post('<xml>hello</xml>');
    await post(`${house()}\n{"topic": "realest\n${house()}`);
    expect((await take())?.counts).toMatchObject({ new: 2, aside: 2 });
    const { asideCount, aside } = succeed(await sheet.ask('getEvents'));
    expect(asideCount).toBe(before + 2);
    expect(aside.map(({ why }) => why)).toEqual(
      expect.arrayContaining(['What the webhook brought is no JSON.', 'This line is no JSON.']),
    );
  });

  test('is among what arrived lately, with what came of it', async () => {
    await post(house());
    await take();
    await take();
    const [newest] = succeed(await sheet.ask('getEvents')).lately;
    expect(newest).toMatchObject({ door: 'Webhook', outcome: '1 new.', isProblem: false });
  });

  test('keeps what it has while the tab is gone, and does not go before it is taken in', async () => {
    const spare = sheet.emulator.hands.addTab('Spare', []);
    succeed(await sheet.ask('saveWebhook', { address: app.address, mode: 'messages', tabId: spare }));
    await post(house());
    sheet.emulator.hands.deleteTab('Spare');
    expect((await view()).tabName).toBe('');
    expect(kindOf(await sheet.ask('takeArrived'))).toBe('tabGone');
    expect(kindOf(await change('remove'))).toBe('tabGone');
    const [newest] = succeed(await sheet.ask('getEvents')).lately;
    expect(newest).toMatchObject({ door: 'Webhook', isProblem: true });
    expect(newest?.outcome).toMatch(/2 times in a row\.$/);
    await save('messages');
    await take();
    expect(rowsOf(houses)).toBe(1);
  });

  test('tells whose clock has gone silent, and goes on when a colleague takes it over', async () => {
    sheet.emulator.leave('owner@example.com');
    await sheet.emulator.advanceClock(4 * 60 * 60_000);
    expect(await view(COLLEAGUE)).toMatchObject({ isSilent: true, isMine: false });
    succeed(await change('takeOver', COLLEAGUE));
    expect(await view(COLLEAGUE)).toMatchObject({ isSilent: false, isMine: true });
    await post(house());
    await sheet.emulator.advanceClock(QUARTER_MS);
    expect(rowsOf(houses)).toBe(1);
  });
});

test.each([
  ['https://script.google.com/macros/s/AKfycbx/dev', 'test address'],
  ['https://www.example.com/hook', 'no address of a web app'],
])('%s is not taken for the webhook', async (address, words) => {
  const saved = await sheet.ask('saveWebhook', { address, mode: 'messages', tabId });
  expect(saved.ok ? '' : saved.error.message).toContain(words);
});

test('a bell is answered by a look into the inbox, by whoever has its key', async () => {
  expect(kindOf(await save('bell'))).toBe('noInbox');
  succeed(await sheet.ask('connectInbox', { address: POD_HOST, key: POD_KEY, tabId, start: 'everything' }));
  succeed(await save('bell'));
  expect(kindOf(await change('takeOver', COLLEAGUE))).toBe('noInboxKey');
  pod.deliver(JSON.parse(house()));
  await post('whatever the sender says');
  expect(await view()).toMatchObject({ waiting: 1 });
  expect((await take())?.counts).toMatchObject({ new: 1 });
  expect(rowsOf(houses)).toBe(1);
  const asked = pod.requests().length;
  await take();
  expect(pod.requests()).toHaveLength(asked);
  pod.addFault({ on: 'inbox', fault: { kind: 'status', status: 403 }, times: 1 });
  await post('');
  expect(kindOf(await sheet.ask('takeArrived'))).toBe('inboxRefused');
  expect(await view()).toMatchObject({ waiting: 1 });
});

describe('killed at any of its service calls', () => {
  const step = process.env.LISTING_SYNC_MATRIX === 'full' ? 1 : 11;

  /** Long enough for several values of the store. */
  const long = (body: string) => JSON.stringify({ ...JSON.parse(body), note: 'n'.repeat(9_000) });

  test('a request keeps all or nothing, and what its sender sends again is there once', async () => {
    const { senderAddress } = await view();
    for (let callNumber = 1; ; callNumber += 1) {
      const body = long(house());
      disturbance = { killAfterServiceCall: callNumber };
      const answer = await (await post(body, senderAddress)).text();
      disturbance = undefined;
      const wasKilled = answer.includes('Exceeded maximum execution time');
      if (wasKilled) await post(body, senderAddress);
      await take();
      expect(rowsOf(houses)).toBe(1);
      expect(arrived()).toEqual([]);
      if (!wasKilled) break;
    }
  });

  test(
    'taking in loses nothing and doubles nothing, and removes what it took in the end',
    async () => {
      let kills = 0;
      for (let callNumber = 1; ; callNumber += step) {
        await post(long(house()));
        await post('no JSON: '.concat(String(callNumber)));
        const { outcome } = await sheet.emulator.call('takeArrived', [], {
          source: 'sidebar',
          killAfterServiceCall: callNumber,
        });
        await take();
        expect(rowsOf(houses)).toBe(1);
        const kept = sheet.emulator.hands.values('Sync events').map((row) => String(row[7]));
        expect(kept.filter((text) => text === `no JSON: ${callNumber}`)).toHaveLength(1);
        expect((await view()).waiting).toBe(0);
        if (outcome.kind === 'returned') break;
        kills += 1;
      }
      // What was left behind in pieces goes when it is certain that nobody is at it.
      await sheet.emulator.advanceClock(QUARTER_MS);
      await take();
      expect(arrived()).toEqual([]);
      expect(kills).toBeGreaterThan(3);
    },
    MATRIX_SIZE.timeoutMs,
  );
});

test('a webhook that is removed is unknown at once, and nobody’s clock strikes for it any more', async () => {
  const { senderAddress } = await view();
  await post(house());
  const { webhook } = succeed(await change('remove'));
  expect(webhook).toEqual({ kind: 'none' });
  expect(rowsOf(houses)).toBe(1);
  await post(house(), senderAddress);
  expect(stored()).toEqual({});
  await sheet.emulator.advanceClock(QUARTER_MS);
  await sheet.emulator.advanceClock(QUARTER_MS);
  const owners = sheet.emulator.triggers().filter(({ user }) => user === COLLEAGUE);
  expect(owners).toEqual([]);
});

test('an add-on of a domain says that it can have no webhook', async () => {
  const other = await openSheet([], { emulator: { deployment: 'published' }, isConnected: false });
  const { tabs, webhook } = succeed(await other.ask('getAutomation'));
  expect(webhook).toEqual({ kind: 'impossible' });
  const input = { address: app.address, mode: 'messages', tabId: tabs[0]?.tabId };
  expect(kindOf(await other.ask('saveWebhook', input))).toBe('noWebhook');
  await other.close();
});
