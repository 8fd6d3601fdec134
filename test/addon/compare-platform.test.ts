import { afterEach, describe, expect, test } from 'vitest';
import { PLATFORM_TAB_NAME } from '../../src/core/compare/platform-tab.ts';
import { kindOf, openSheet, SECRET_KEY, type SheetOptions, succeed, type TestSheet } from './listing-sheet.ts';
import { listingRows, records } from './listings.ts';

let sheet: TestSheet;
afterEach(() => sheet.close());

async function open(known: readonly string[], more: SheetOptions = {}) {
  sheet = await openSheet(listingRows('A1', 'NEW'), {
    ...more,
    platform: { listings: records(...known), ...more.platform },
  });
}

const compare = () => sheet.ask('comparePlatform', { tabId: sheet.emulator.hands.activeTabId() });
const lines = (header: string) => sheet.column(header, PLATFORM_TAB_NAME);

describe('comparing with the platform', () => {
  test('writes what differs into a tab of its own and changes nothing else, whatever the shape of the list', async () => {
    const shapes = {
      page: 'Items',
      total: 'TotalCount',
      spelling: 'camelCase',
      keyMember: 'ID',
      mostOnPage: 1,
    } as const;
    const [first] = records('A1');
    if (first === undefined) throw new Error('There is no listing.');
    const listings = [{ ...first, Bedrooms: 99, City: 'Elsewhere' }, ...records('GONE')];
    await open([], { platform: { shapes, listings } });
    const before = JSON.stringify(sheet.emulator.hands.values('Tab'));
    const { counts, sentences } = succeed(await compare());
    expect(counts).toMatchObject({ onlyThere: 1, onlyHere: 1, differs: 1, same: 0 });
    expect(sentences[0]).toBe('The platform lists 2 listings, 0 of them without a difference to this tab.');
    expect(lines('Comparison')).toEqual(['Only there', 'Differs', 'Only here']);
    expect(lines('Differs in')[1]).toContain('Bedrooms');
    expect(lines('MLSNumber')).toEqual(['GONE', 'A1', 'NEW']);
    expect(sheet.requests().map(({ endpoint }) => endpoint)).toEqual(['RealEstateList', 'RealEstateList']);
    expect(JSON.stringify(sheet.emulator.hands.values('Tab'))).toBe(before);
  });

  test('writes no key that the platform lists, whatever it stands in', async () => {
    const [first] = records('A1');
    if (first === undefined) throw new Error('There is no listing.');
    const spelled = [SECRET_KEY, SECRET_KEY.replaceAll('-', '%2D'), SECRET_KEY.toUpperCase().replaceAll('-', '–')];
    await open([], {
      platform: {
        listings: [
          { ...first, Description: `Ask ${spelled[0]}.`, City: spelled[2] ?? '' },
          { ...first, MLSNumber: 'B2', Url: `https://a.example/?k=${spelled[1]}` },
        ],
      },
    });
    const reply = await compare();
    const written = JSON.stringify([reply, sheet.emulator.hands.values(PLATFORM_TAB_NAME)]);
    expect(kindOf(reply)).toBe('ok');
    expect(written).toContain('••••');
    for (const one of spelled) expect(written).not.toContain(one);
  });

  test('lets what is only there be deleted in the usual way, and nothing else be done from there', async () => {
    await open(['A1', 'GONE']);
    succeed(await compare());
    sheet.emulator.hands.activateTab(PLATFORM_TAB_NAME);
    expect(succeed(await sheet.ask('getOverview')).tab?.kind).toBe('platform');
    expect(succeed(await sheet.ask('getAutomation')).tabs.map(({ tabName }) => tabName)).not.toContain(
      PLATFORM_TAB_NAME,
    );
    expect(kindOf(await sheet.ask('startRun', { action: 'sync', scope: 'tab' }))).toBe('ownTab');
    sheet.emulator.hands.select(PLATFORM_TAB_NAME, ['A3']);
    expect(kindOf(await sheet.ask('startRun', { action: 'delete', scope: 'selection' }))).toBe('nothingToDo');
    const progress = await sheet.run({ action: 'delete', scope: 'tab' });
    expect(progress.counts).toEqual({ Deleted: 1 });
    expect(sheet.platform.listings().map(({ MLSNumber }) => MLSNumber)).toEqual(['A1']);
    sheet.emulator.hands.activateTab('Tab');
    expect(succeed(await compare()).counts).toMatchObject({ onlyThere: 0, onlyHere: 1 });
    expect(lines('Sync status')).toEqual([]);
  });

  test('says where a key may not list, or a list cannot be read, or the name is taken', async () => {
    await open(['A1'], { platform: { shapes: { page: 'List' } } });
    sheet.platform.faults.add({ fault: { kind: 'keyExpired' }, endpoint: 'RealEstateList', times: 1 });
    expect(kindOf(await compare())).toBe('mayNotList');
    const data = { Answer: 42 };
    sheet.platform.faults.add({
      fault: { kind: 'wrongData', data, isAfterWrite: false },
      endpoint: 'RealEstateList',
      times: 1,
    });
    expect(kindOf(await compare())).toBe('platformAnswer');
    sheet.emulator.hands.addTab(PLATFORM_TAB_NAME, [['Mine']]);
    sheet.emulator.hands.activateTab('Tab');
    expect(kindOf(await compare())).toBe('nameTaken');
    expect(sheet.emulator.hands.values(PLATFORM_TAB_NAME)).toEqual([['Mine']]);
  });
});
