import { afterEach, describe, expect, test } from 'vitest';
import { CHATBOT_ID, kindOf, openSheet, succeed, type TestSheet } from './listing-sheet.ts';
import { listingRows, records } from './listings.ts';

let sheet: TestSheet;
afterEach(() => sheet.close());

const NUMBERS = Array.from({ length: 60 }, (_, index) => `A${index}`);
const connection = { chatbotId: CHATBOT_ID, authHeader: 'Authorization', sharing: 'me' } as const;
const open = async () => {
  sheet = await openSheet(listingRows(...NUMBERS), { platform: { listings: records(...NUMBERS) } });
};

async function wavesOfRun(): Promise<number> {
  const started = succeed(await sheet.begin({ action: 'sync', scope: 'tab' }));
  if (started.kind !== 'started') throw new Error('not started');
  const { trace } = await sheet.call('continueRun', { runId: started.progress.runId });
  expect(new Set(sheet.column('Sync status'))).toEqual(new Set(['Updated']));
  return trace.filter((name) => name === 'UrlFetchApp.fetchAll').length;
}

describe('the number of requests at the same time', () => {
  test('grows from ten to forty while all is well', async () => {
    await open();
    expect(await wavesOfRun()).toBe([10, 20, 30].length);
  });

  test('begins with twenty where the last run met no trouble', async () => {
    await open();
    await wavesOfRun();
    sheet.emulator.hands.clear('Tab', 'V2:V61');
    expect(await wavesOfRun()).toBe([20, 40].length);
  });

  test('stays below what the team has set', async () => {
    await open();
    succeed(await sheet.ask('saveConnection', { ...connection, requestsAtOnce: 6 }));
    expect(await wavesOfRun()).toBe(60 / 6);
  });

  test('is kept when the connection is saved without it', async () => {
    await open();
    succeed(await sheet.ask('saveConnection', { ...connection, requestsAtOnce: 6 }));
    expect(succeed(await sheet.ask('saveConnection', connection)).connection.requestsAtOnce).toBe(6);
  });

  test.each([0, 101, 2.5, -1])('is not accepted as %d', async (requestsAtOnce) => {
    await open();
    const reply = await sheet.ask('saveConnection', { ...connection, requestsAtOnce });
    expect(kindOf(reply)).toBe('badConnection');
    expect(reply.ok ? '' : reply.error.message).toContain('from 1 to 100');
  });

  test('is the usual one where somebody has overwritten what was stored', async () => {
    await open();
    sheet.emulator.setProperty('document', 'requestsAtOnce', 'many');
    expect(succeed(await sheet.ask('getOverview')).connection.requestsAtOnce).toBe(40);
  });
});
