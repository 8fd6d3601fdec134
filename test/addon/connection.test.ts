/** Whose key is used where, who may share it, and what becomes of a connection that is saved. */
import { afterEach, describe, expect, test } from 'vitest';
import type { Platform } from '../../playground/platform/platform.ts';
import { startPlatform } from '../../playground/platform/start-platform.ts';
import type { ConnectionInput } from '../../src/core/settings/connection.ts';
import { CHATBOT_ID, COLLEAGUE, kindOf, SECRET_KEY, succeed, type TestSheet } from './listing-sheet.ts';
import { openListingSheet } from './listings.ts';

const OTHER_CHATBOT = '77aa'.repeat(8);
const COLLEAGUES_KEY = 'key-of-a-colleague-0815';
const THIRD = 'third@example.com';
const HOST = 'usapi.hottask.com';

let sheet: TestSheet;
let elsewhere: Platform | undefined;
let origin = '';
afterEach(async () => {
  await sheet.close();
  await elsewhere?.close();
  elsewhere = undefined;
});

const MINE = { key: SECRET_KEY, chatbotId: CHATBOT_ID, authHeader: 'Authorization', sharing: 'me' } as const;
const { key: _, ...KEYLESS } = MINE;
const THEIRS = { ...MINE, key: COLLEAGUES_KEY, chatbotId: OTHER_CHATBOT };
const sync = { action: 'sync', scope: 'tab' } as const;

const save = (input: ConnectionInput, user?: string) => sheet.ask('saveConnection', input, user);
const viewOf = async (user?: string) => succeed(await sheet.ask('getOverview', undefined, user)).connection;
const lastDialog = () => sheet.dialogs.at(-1)?.message ?? '';

/** A sheet whose owner is connected, on a platform where a second account has a chatbot of its own. */
async function open(isConnected = true): Promise<void> {
  elsewhere = await startPlatform({ secretKey: COLLEAGUES_KEY, chatbotId: OTHER_CHATBOT });
  const hosts = Object.defineProperty({}, HOST, { get: () => origin || sheet.platform.origin, enumerable: true });
  origin = '';
  sheet = await openListingSheet(['A1', 'A2'], {
    isConnected: false,
    emulator: { hosts, editors: [COLLEAGUE, THIRD] },
  });
  if (isConnected) succeed(await save(MINE));
}

/** Somebody does something while the platform's name leads to the account of the colleague. */
async function inOtherAccount<T>(act: () => Promise<T>): Promise<T> {
  origin = elsewhere?.origin ?? '';
  const result = await act();
  origin = '';
  return result;
}

const turnFile = () => inOtherAccount(async () => succeed(await save(THEIRS, COLLEAGUE)));

describe('a file that a colleague turns to another chatbot', () => {
  const WORDS = `Somebody changed the chatbot of this file to ${OTHER_CHATBOT} on 21 Nov 2026. Your key has not been used for it.`;

  test('never gets the key of the next person who runs something: they are told, and nothing is sent', async () => {
    await open();
    await turnFile();
    const before = elsewhere?.journal.entries().length;
    await inOtherAccount(async () => {
      sheet.emulator.hands.select('Tab', ['A2:A3']);
      await sheet.choose('syncSelectedListings');
      expect(kindOf(await sheet.ask('startRun', sync))).toBe('consentMissing');
      expect(kindOf(await sheet.ask('testConnection'))).toBe('consentMissing');
    });
    expect(lastDialog()).toContain(WORDS);
    expect(lastDialog()).toContain('Open ⚙ Settings in the sidebar and agree');
    expect(elsewhere?.journal.entries()).toHaveLength(before ?? 0);
    expect(sheet.requests()).toEqual([]);
  });

  test('shows its owner what was changed, with the key that waits', async () => {
    await open();
    await turnFile();
    expect(await viewOf()).toMatchObject({
      isConnected: false,
      maskedKey: '•••• abcd',
      chatbotId: OTHER_CHATBOT,
      waiting: { failure: { kind: 'consentMissing', message: WORDS }, canAgree: true },
    });
    expect(await viewOf(COLLEAGUE)).toMatchObject({ isConnected: true, maskedKey: '•••• 0815' });
  });

  test('gets a key once its owner agrees and the platform takes it there', async () => {
    await open();
    await turnFile();
    const agreed = { ...KEYLESS, chatbotId: OTHER_CHATBOT };
    expect(await inOtherAccount(() => save(agreed))).toMatchObject({ error: { kind: 'keyRefused' } });
    expect(await viewOf()).toMatchObject({ isConnected: false, waiting: { canAgree: true } });
    succeed(await inOtherAccount(() => save({ ...agreed, key: COLLEAGUES_KEY })));
    expect(await viewOf()).toMatchObject({ isConnected: true, chatbotId: OTHER_CHATBOT });
  });

  test('gets no key either that its owner once used for that chatbot', async () => {
    await open();
    await inOtherAccount(async () => succeed(await save(THEIRS)));
    succeed(await save(MINE));
    await turnFile();
    expect(kindOf(await inOtherAccount(() => sheet.ask('startRun', sync)))).toBe('consentMissing');
  });

  test('is as it was for everybody once it is turned back', async () => {
    await open();
    await turnFile();
    sheet.platform.faults.add({ fault: { kind: 'dropBefore' }, times: 1 });
    succeed(await save({ ...THEIRS, chatbotId: CHATBOT_ID, isUntestedAccepted: true }, COLLEAGUE));
    expect((await sheet.run(sync)).counts).toEqual({ Updated: 2 });
  });

  test('does not have a run go on that its owner had begun before', async () => {
    await open();
    const begun = succeed(await sheet.begin(sync));
    if (begun.kind !== 'started') throw new Error('The run did not start.');
    await turnFile();
    const { runId } = begun.progress;
    expect(kindOf(await inOtherAccount(() => sheet.ask('continueRun', { runId })))).toBe('consentMissing');
    expect(elsewhere?.journal.entries().map(({ endpoint }) => endpoint)).toEqual(['GetSource']);
  });
});

test('a header that a colleague changes is told and agreed to as well', async () => {
  await open();
  const otherHeader = { ...MINE, authHeader: 'chatrobot-sessionkey' } as const;
  succeed(await save(otherHeader, COLLEAGUE));
  const reply = await sheet.ask('startRun', sync);
  expect(reply).toMatchObject({ error: { kind: 'consentMissing' } });
  expect(reply.ok ? '' : reply.error.message).toContain('the header that carries the key to chatrobot-sessionkey');
  succeed(await save({ ...KEYLESS, authHeader: 'chatrobot-sessionkey' }));
  expect((await sheet.run(sync)).counts).toEqual({ Updated: 2 });
});

describe('another address of the platform', () => {
  const turnAddress = () => sheet.emulator.setProperty('script', 'baseUrl', 'https://chat.example.com');

  test.each(['me', 'file'] as const)('gets no key that was given for the address before (%s)', async (sharing) => {
    await open(false);
    succeed(await save({ ...MINE, sharing }));
    turnAddress();
    const reply = await sheet.ask('startRun', sync);
    expect(reply).toMatchObject({ error: { kind: 'consentMissing' } });
    expect(reply.ok ? '' : reply.error.message).toMatch(
      /^Somebody changed the address of the platform to chat\.example\.com\. (Your key|The key that you share) has not/,
    );
    const colleagues = sharing === 'me' ? 'notConnected' : 'consentMissing';
    expect(kindOf(await sheet.ask('startRun', sync, COLLEAGUE))).toBe(colleagues);
  });

  test('gets no key from a sidebar that showed the address before', async () => {
    await open();
    turnAddress();
    const reply = await save({ ...KEYLESS, host: HOST });
    expect(reply).toMatchObject({ error: { kind: 'consentMissing' } });
    expect(reply.ok ? '' : reply.error.message).toContain('chat.example.com now');
  });
});

describe('a shared key', () => {
  const share = async () => {
    await open(false);
    succeed(await save({ ...MINE, sharing: 'file' }));
  };

  test('sends the rows of everybody who can edit the file', async () => {
    await share();
    expect(await viewOf(COLLEAGUE)).toMatchObject({ isConnected: true, sharing: 'file', keyOwner: 'another' });
    expect((await sheet.run(sync, COLLEAGUE)).counts).toEqual({ Updated: 2 });
  });

  test('does not become the own key of somebody who did not type it', async () => {
    await share();
    expect(await save(KEYLESS, COLLEAGUE)).toMatchObject({ error: { kind: 'keyNotYours' } });
    expect(JSON.stringify(sheet.emulator.properties('user', COLLEAGUE))).not.toContain(SECRET_KEY);
    expect(await viewOf()).toMatchObject({ isConnected: true, sharing: 'file', keyOwner: 'me' });
  });

  test('stays shared when somebody else removes the connection, and ends when who shared it does', async () => {
    await share();
    succeed(await sheet.ask('removeConnection', undefined, COLLEAGUE));
    expect((await viewOf(COLLEAGUE)).isConnected).toBe(true);
    succeed(await sheet.ask('removeConnection'));
    expect((await viewOf(COLLEAGUE)).isConnected).toBe(false);
    expect(JSON.stringify(sheet.emulator.properties('document'))).not.toContain(SECRET_KEY);
  });

  test('is taken back by who shared it, and by them alone', async () => {
    await share();
    succeed(await save(KEYLESS));
    expect(await viewOf()).toMatchObject({ isConnected: true, sharing: 'me', keyOwner: 'me' });
    expect((await viewOf(COLLEAGUE)).isConnected).toBe(false);
    expect(JSON.stringify(sheet.emulator.properties('document'))).not.toContain(SECRET_KEY);
  });

  test('serves no other chatbot, whoever turns the file to one', async () => {
    await share();
    expect(await save({ ...KEYLESS, chatbotId: OTHER_CHATBOT, sharing: 'file' }, COLLEAGUE)).toMatchObject({
      error: { kind: 'keyNotYours' },
    });
    await turnFile();
    const third = await sheet.ask('startRun', sync, THIRD);
    expect(third.ok ? '' : third.error.message).toContain(
      'The key that is shared in this file has not been used for it.',
    );
    const sharer = await sheet.ask('startRun', sync);
    expect(sharer.ok ? '' : sharer.error.message).toContain('The key that you share has not been used for it.');
  });

  test('does not give way to one that nobody could test', async () => {
    await share();
    const untested = { ...MINE, key: COLLEAGUES_KEY, sharing: 'file', isUntestedAccepted: true } as const;
    sheet.platform.faults.add({ fault: { kind: 'dropBefore' }, times: 1 });
    expect(await save(untested, COLLEAGUE)).toMatchObject({ error: { kind: 'keyNotYours' } });
    expect((await sheet.run(sync)).counts).toEqual({ Updated: 2 });
  });

  test('lets anybody change how many requests are sent at once', async () => {
    await share();
    succeed(await save({ ...KEYLESS, sharing: 'file', requestsAtOnce: 7 }, COLLEAGUE));
    expect(await viewOf()).toMatchObject({ isConnected: true, requestsAtOnce: 7, keyOwner: 'me' });
  });
});

describe('a connection', () => {
  const wrong = { ...MINE, key: 'not-the-right-key-4242' };

  test.each([false, true])('with a wrong key is never saved (untested accepted: %s)', async (isUntestedAccepted) => {
    await open(false);
    expect(await save({ ...wrong, isUntestedAccepted })).toMatchObject({
      error: {
        kind: 'keyRefused',
        nextStep:
          'Nothing was saved. The key is on the platform, under Profile settings › Webhooks API; copy it whole.',
      },
    });
    expect(await viewOf()).toMatchObject({ isConnected: false, maskedKey: '' });
  });

  test('that is good stays in force when a wrong one is typed', async () => {
    await open();
    expect(await save(wrong)).toMatchObject({ error: { kind: 'keyRefused' } });
    expect(await save({ ...MINE, chatbotId: OTHER_CHATBOT })).toMatchObject({ error: { kind: 'platformAnswer' } });
    expect(await viewOf()).toMatchObject({ isConnected: true, maskedKey: '•••• abcd', chatbotId: CHATBOT_ID });
    expect((await sheet.run(sync)).counts).toEqual({ Updated: 2 });
  });

  test('that cannot be tested is saved only if the person says so, and is tested later', async () => {
    await open(false);
    sheet.platform.faults.add({ fault: { kind: 'dropBefore' }, times: 2 });
    const refused = await save(MINE);
    expect(refused).toMatchObject({ error: { kind: 'untested' } });
    expect(refused.ok ? '' : refused.error.nextStep).toContain('save it untested');
    expect((await viewOf()).isConnected).toBe(false);
    expect(succeed(await save({ ...MINE, isUntestedAccepted: true })).message).toContain('not tested yet');
    expect(await viewOf()).toMatchObject({ isConnected: true, isTested: false });
    succeed(await sheet.ask('testConnection'));
    expect(await viewOf()).toMatchObject({ isConnected: true, isTested: true });
  });

  test('is not saved over one that a colleague saved while it was tested', async () => {
    await open();
    const turned = new Promise<void>((resolve) => {
      sheet.platform.journal.onEntry(() => {
        const { connection = '' } = sheet.emulator.properties('document');
        const changed = { ...JSON.parse(connection), authHeader: 'chatrobot-sessionkey' };
        sheet.emulator.setProperty('document', 'connection', JSON.stringify(changed));
        resolve();
      });
    });
    const reply = await save({ ...MINE, requestsAtOnce: 3 });
    await turned;
    expect(reply).toMatchObject({ error: { kind: 'consentMissing' } });
    expect(await viewOf()).toMatchObject({ authHeader: 'chatrobot-sessionkey', requestsAtOnce: 40 });
  });

  test.each([
    ['a key of one’s own', { ...MINE, key: SECRET_KEY, authHeader: 'chatrobot-sessionkey' }],
    ['a key that is shared', { ...MINE, sharing: 'file' }],
  ] as const)('loses no key where the execution that saves %s ends between its writes', async (_name, input) => {
    await open();
    const { emulator } = sheet;
    const before = [emulator.properties('document'), emulator.properties('user')] as const;
    const { trace } = await emulator.call('saveConnection', [input], { source: 'sidebar' });
    const writes = trace.flatMap((name, index) => (name.includes('setProperty') ? [index + 1] : []));
    expect(writes).toHaveLength(2);
    for (const killAtServiceCall of writes) {
      for (const [name, value] of Object.entries(before[0])) emulator.setProperty('document', name, value);
      for (const [name, value] of Object.entries(before[1])) emulator.setProperty('user', name, value);
      await emulator.call('saveConnection', [input], { source: 'sidebar', killAtServiceCall });
      const { isConnected, waiting } = await viewOf();
      expect(isConnected || waiting?.canAgree === true, `killed at call ${killAtServiceCall}`).toBe(true);
    }
  });
});

describe('what was typed into the wrong field', () => {
  const KEY_ONLY_LETTERS = 'sk4711qwertzuiopasdfgh';

  test('is told, sent nowhere and kept nowhere', async () => {
    await open(false);
    const reply = await save({ ...MINE, key: CHATBOT_ID, chatbotId: KEY_ONLY_LETTERS });
    expect(reply).toMatchObject({ error: { kind: 'badConnection' } });
    expect(reply.ok ? '' : reply.error.message).toContain('in each other’s fields');
    const kept = JSON.stringify([sheet.emulator.properties('document'), sheet.emulator.properties('user')]);
    expect(kept).not.toContain(KEY_ONLY_LETTERS);
    expect(sheet.platform.journal.entries()).toEqual([]);
  });

  test('is told also where it is a key that has signs', async () => {
    await open(false);
    const reply = await save({ ...KEYLESS, key: CHATBOT_ID, chatbotId: 'sk-4711-qwertz-uiop-asdf' });
    expect(reply.ok ? '' : reply.error.message).toContain('secret key');
  });
});

test('of a short key a colleague sees nothing', async () => {
  await open(false);
  sheet.platform.faults.add({ fault: { kind: 'dropBefore' }, times: 1 });
  succeed(await save({ ...MINE, key: 'abcd1234', sharing: 'file', isUntestedAccepted: true }));
  expect((await viewOf(COLLEAGUE)).maskedKey).toBe('••••');
});

test.each([
  ['with a line break in it', `${SECRET_KEY.slice(0, 9)}\n${SECRET_KEY.slice(9)}`],
  ['in Base64', Buffer.from(`Authorization: ${SECRET_KEY}`).toString('base64')],
])('a key that the platform repeats %s is in no cell', async (_name, spelled) => {
  await open();
  sheet.platform.faults.add({ fault: { kind: 'businessError', code: 400, message: `bad key ${spelled}` } });
  await sheet.run(sync);
  const detail = sheet.column('Sync detail')[0] ?? '';
  expect(detail).toContain('••••');
  expect(detail.replace(/\s/g, '')).not.toContain(SECRET_KEY);
  expect(Buffer.from(detail.replace(/[^\w+/]/g, ''), 'base64').toString()).not.toContain(SECRET_KEY);
});

test('the question before a delete names the chatbot, in the menu and for the sidebar', async () => {
  await open();
  sheet.emulator.hands.select('Tab', ['A2']);
  expect(await sheet.ask('startRun', { action: 'delete', scope: 'selection' })).toMatchObject({
    value: { kind: 'confirmDeletes', confirmation: { chatbotId: CHATBOT_ID } },
  });
  await sheet.choose('deleteSelectedListings');
  expect(sheet.dialogs[0]?.message).toContain(`The chatbot ${CHATBOT_ID} forgets 1 listing of “Tab”.`);
});
