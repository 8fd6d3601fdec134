import { afterEach, describe, expect, test } from 'vitest';
import { DEFAULT_TAB_SETTINGS } from '../../src/core/settings/tab-settings.ts';
import { COLLEAGUE, kindOf, openSheet, type SheetOptions, succeed, type TestSheet } from './listing-sheet.ts';
import { listingRows, records, updateBody } from './listings.ts';

let sheet: TestSheet;
afterEach(() => sheet.close());

async function open(createMissing: 'off' | 'ask' | 'on', more: SheetOptions = {}) {
  sheet = await openSheet(listingRows('A1', 'NEW'), {
    ...more,
    platform: { listings: records('A1'), ...more.platform },
  });
  const tabId = sheet.emulator.hands.activeTabId();
  succeed(await sheet.ask('saveTabSettings', { tabId, settings: { ...DEFAULT_TAB_SETTINGS, createMissing } }));
}

const endpoints = () => sheet.requests().map(({ endpoint }) => endpoint);
const syncTab = () => sheet.run({ action: 'sync', scope: 'tab' });

describe('a tab that creates what the platform does not have', () => {
  test('looks each up with the header that the document names, and creates it with the members of the update', async () => {
    await open('on');
    expect((await syncTab()).counts).toEqual({ Updated: 2 });
    expect(endpoints()).toEqual(['RealEstateUpdate', 'RealEstateUpdate', 'RealEstateList', 'RealEstateCreate']);
    expect(sheet.sent('RealEstateList')).toEqual([{ SerialNumber: updateBody('NEW').SerialNumber, MLSNumber: 'NEW' }]);
    const { Key: _, KeyType: __, ...body } = updateBody('NEW');
    expect(sheet.sent('RealEstateCreate')).toEqual([body]);
    expect(sheet.platform.listings()).toHaveLength(2);
    sheet.platform.journal.clear();
    expect((await syncTab()).counts).toEqual({ Unchanged: 2 });
    expect(endpoints()).toEqual([]);
  });

  test('creates nothing twice when a connection breaks after the create, even where all of a wave is lost', async () => {
    await open('on');
    sheet.platform.shapes.choose({ listsBehind: 50 });
    sheet.platform.faults.add({ fault: { kind: 'dropAfter' }, endpoint: 'RealEstateCreate' });
    await syncTab();
    expect(sheet.column('Sync status')).toEqual(['Updated', 'Unconfirmed']);
    sheet.platform.faults.clear();
    expect(succeed(await sheet.ask('getRuns')).openCreates).toEqual([
      { mlsNumber: 'NEW', at: expect.stringMatching(/^2026-11-21 09:/) },
    ]);
    // The stand-in takes updates at once: it is found, and the note ends.
    expect((await sheet.run({ action: 'sync', scope: 'failed' })).counts).toEqual({ Updated: 1 });
    expect(succeed(await sheet.ask('getRuns')).openCreates).toEqual([]);
    expect(sheet.sent('RealEstateCreate')).toHaveLength(1);
  });

  test('creates one again once a person says that it is not there', async () => {
    await open('on');
    sheet.platform.faults.add({ fault: { kind: 'dropBefore' }, endpoint: 'RealEstateCreate' });
    await syncTab();
    sheet.platform.faults.clear();
    expect((await syncTab()).counts).toMatchObject({ Unconfirmed: 1 });
    expect(sheet.sent('RealEstateCreate')).toHaveLength(1);
    expect(succeed(await sheet.ask('settleCreate', { mlsNumber: 'NEW' })).openCreates).toEqual([]);
    expect((await syncTab()).counts).toMatchObject({ Updated: 1 });
    expect(sheet.platform.listings().filter(({ MLSNumber }) => MLSNumber === 'NEW')).toHaveLength(1);
  });

  test.each([
    ['other names', { page: 'List', total: 'VirtualCount', spelling: 'camelCase', created: 'object' }, 'Updated'],
    ['null for nothing', { empty: 'null' }, 'Not found'],
    ['a refusal for nothing', { empty: 'refused' }, 'Not found'],
    ['a filter that is not heeded', { filter: 'ignored' }, 'Not found'],
    ['a create that answers nothing', { created: 'null' }, 'Updated'],
  ] as const)('believes only what is certain: %s', async (_, shapes, status) => {
    await open('on', { platform: { shapes } });
    await syncTab();
    expect(sheet.column('Sync status')).toEqual(['Updated', status]);
    expect(sheet.platform.listings()).toHaveLength(status === 'Updated' ? 2 : 1);
  });
});

test('a tab that asks first creates when a person chooses to, and one that creates nothing refuses', async () => {
  await open('ask');
  await syncTab();
  expect(succeed(await sheet.ask('getOverview')).tab?.createsMissing).toBe(true);
  expect(sheet.column('Sync status')).toEqual(['Updated', 'Not found']);
  expect(sheet.column('Sync detail')[1]).toContain('Choose Create missing listings');
  expect((await sheet.run({ action: 'create', scope: 'missing' })).counts).toEqual({ Updated: 1 });
  expect(sheet.platform.listings()).toHaveLength(2);
  // A sidebar that is loaded anew shows the result again, to the person whose run it was, for a while.
  expect(succeed(await sheet.ask('getLastResult'))).toMatchObject({ action: 'create', counts: { Updated: 1 } });
  expect(succeed(await sheet.ask('getLastResult', undefined, COLLEAGUE))).toBeNull();
  await sheet.emulator.advanceClock(4 * 3_600_000);
  expect(succeed(await sheet.ask('getLastResult'))).toBeNull();
  const tabId = sheet.emulator.hands.activeTabId();
  succeed(await sheet.ask('saveTabSettings', { tabId, settings: DEFAULT_TAB_SETTINGS }));
  expect(kindOf(await sheet.ask('startRun', { action: 'create', scope: 'tab' }))).toBe('creatingIsOff');
});

test('killed anywhere around a create, the run sends no second one, though the platform shows it nowhere', async () => {
  const openBlind = async () => {
    await open('on', { platform: { shapes: { listsBehind: 1_000 } } });
    const fault = { kind: 'wrongData', data: 0, isAfterWrite: false } as const;
    sheet.platform.faults.add({ fault, endpoint: 'RealEstateUpdate', bodyIncludes: 'NEW' });
    return { action: 'sync', scope: 'tab', tabId: sheet.emulator.hands.activeTabId() } as const;
  };
  const creates = () => sheet.sent('RealEstateCreate').length;
  const first = await openBlind();
  const { trace } = await sheet.emulator.call('startRun', [first], { source: 'sidebar' });
  const fetches = trace.flatMap((name, index) => (name === 'UrlFetchApp.fetchAll' ? [index + 1] : []));
  const last = fetches.at(-1) ?? 0;
  await sheet.close();
  // Before the note, between the note and the create, and between the create and its outcome.
  for (const callNumber of [last - 1, last, last + 1, last + 4]) {
    const request = await openBlind();
    const options = { source: 'sidebar', killAtServiceCall: callNumber } as const;
    expect((await sheet.emulator.call('startRun', [request], options)).outcome.kind).toBe('killed');
    sheet.emulator.hands.activateTab('Tab');
    await syncTab();
    await syncTab();
    // What was noted and never left is not created either: nobody can tell.
    const isSent = callNumber !== last;
    expect(creates(), `killed before call ${callNumber}, ${trace[callNumber - 1]}`).toBe(isSent ? 1 : 0);
    expect(sheet.column('Sync status')[1]).toBe(callNumber < last ? 'Updated' : 'Unconfirmed');
    await sheet.close();
  }
  await openBlind();
});
