/** Listings that only the platform has become rows of the tab that was compared. */
import { afterEach, describe, expect, test } from 'vitest';
import { PLATFORM_TAB_NAME } from '../../src/core/compare/platform-tab.ts';
import { kindOf, openSheet, type SheetOptions, succeed, type TestSheet } from './listing-sheet.ts';
import { LISTING_HEADERS, listingRow, listingRows, updateBody } from './listings.ts';

let sheet: TestSheet;
let tabId: number;
afterEach(() => sheet.close());

/** What the platform has of a listing, its own key included. */
function recordOf(mlsNumber: string, more: Readonly<Record<string, unknown>> = {}) {
  const { SerialNumber, KeyType, ...body } = updateBody(mlsNumber);
  return { ...body, Key: `PROP${mlsNumber}`, MLSNumber: mlsNumber, ...more };
}

type TestRecord = ReturnType<typeof recordOf>;

/** Opens a tab, compares it, and selects rows of what was found. */
async function compared(
  listings: readonly TestRecord[],
  rows: readonly (readonly string[])[] = listingRows('A1'),
  options: SheetOptions = {},
) {
  sheet = await openSheet(rows, { ...options, platform: { listings, ...options.platform } });
  tabId = sheet.emulator.hands.activeTabId();
  await compareAndSelect();
}

async function compareAndSelect(a1 = 'A2:A100') {
  sheet.emulator.hands.activateTab('Tab');
  succeed(await sheet.ask('comparePlatform', { tabId }));
  sheet.emulator.hands.activateTab(PLATFORM_TAB_NAME);
  sheet.emulator.hands.select(PLATFORM_TAB_NAME, [a1]);
  sheet.platform.journal.clear();
}

const copy = () => sheet.ask('copyListings', { tabId });

describe('copying from the platform', () => {
  test('makes rows at the end that say what the platform has, so that comparing again finds no difference', async () => {
    await compared([recordOf('A1'), recordOf('B2', { City: '=1+1', ZIP: '02139' }), recordOf('C3')]);
    const { sentences, firstRowNumber } = succeed(await copy());
    expect(sentences).toEqual([
      '2 listings copied into “Tab”: rows 3 to 4.',
      'No column of “Tab” takes what the platform has of: Days on market.',
      'Look at the new rows, then Check them or Sync.',
    ]);
    expect(firstRowNumber).toBe(3);
    expect(sheet.requests()).toEqual([]);
    expect(sheet.column('MLS number')).toEqual(['A1', 'B2', 'C3']);
    expect(sheet.column('City')).toEqual(['Springfield', '=1+1', 'Springfield']);
    expect(sheet.column('ZIP')[1]).toBe('02139');
    sheet.emulator.hands.activateTab('Tab');
    expect(succeed(await sheet.ask('comparePlatform', { tabId })).counts).toMatchObject({ onlyThere: 0, differs: 0 });
  });

  test('copies no key twice, whichever row has it by now', async () => {
    await compared([recordOf('A1'), recordOf('B2'), recordOf('C3')]);
    sheet.emulator.hands.addTab('Other', listingRows('C3'));
    sheet.emulator.hands.activateTab(PLATFORM_TAB_NAME);
    expect(succeed(await copy()).sentences).toContain('1 listing not copied: a row of this file has the key already.');
    expect(succeed(await copy()).sentences).toEqual([
      'Nothing was copied into “Tab”.',
      '2 listings not copied: a row of this file has the key already.',
      'Compare again to see what is only there now.',
    ]);
    expect(sheet.column('MLS number')).toEqual(['A1', 'B2']);
  });

  test('leaves formulas, protected columns and its own columns alone, and names what they would have held', async () => {
    const rows = [
      [...LISTING_HEADERS, 'Twice'],
      [...listingRow('A1'), '=E2*2'],
    ];
    await compared([recordOf('B2')], rows);
    await sheet.run({ action: 'sync', scope: 'tab', tabId });
    sheet.emulator.hands.type('Tab', 'E2', '=1+2');
    sheet.emulator.hands.protect('Tab', 'Q:Q', { evenOwner: true });
    await compareAndSelect();
    const { sentences } = succeed(await copy());
    expect(sentences[1]).toBe('No column of “Tab” takes what the platform has of: Bedrooms, Days on market, City.');
    expect(sheet.column('Bedrooms')).toEqual(['3', '']);
    expect(sheet.column('City')).toEqual(['Springfield', '']);
    expect(sheet.column('Sync status')[1]).toBe('');
  });

  test('leaves a column alone whose format makes something else of a value', async () => {
    await compared([recordOf('A1'), recordOf('B2')]);
    sheet.emulator.hands.setNumberFormat('Tab', 'J3:J9', 'yyyy-mm-dd');
    const { sentences } = succeed(await copy());
    expect(sentences[1]).toContain('Year built');
    expect(sheet.column('Year built')).toEqual(['1998', '']);
    expect(sheet.column('MLS number')).toEqual(['A1', 'B2']);
  });

  test('copies no listing of which the tab would say something else, nor one without a key', async () => {
    await compared([recordOf('A1'), recordOf('B2', { AreaUnit: 'Square Meters' }), recordOf('', { Url: '' })]);
    sheet.emulator.hands.activateTab('Tab');
    const settings = succeed(await sheet.ask('getMapping', { tabId })).settings;
    const mapping = { ...settings.mapping, AreaUnit: { kind: 'fixed', value: 'Square Feet' } };
    succeed(await sheet.ask('saveTabSettings', { tabId, settings: { ...settings, mapping } }));
    sheet.emulator.hands.activateTab(PLATFORM_TAB_NAME);
    expect(succeed(await copy()).sentences).toEqual([
      'Nothing was copied into “Tab”.',
      '1 listing not copied: no column of “Tab” that may be written takes the key.',
      '1 listing not copied: “Tab” would say something else of: Area unit.',
      'Correct the columns or fixed values under Mapping, and copy again.',
    ]);
    expect(sheet.column('MLS number')).toEqual(['A1']);
  });

  test('takes only what is only there, of the rows that are selected in front', async () => {
    await compared([recordOf('A1', { City: 'Elsewhere' }), recordOf('B2')]);
    sheet.emulator.hands.select(PLATFORM_TAB_NAME, ['A3']);
    const refused = await copy();
    expect(refused).toMatchObject({ error: { kind: 'nothingToDo', message: expect.stringContaining('“Only there”') } });
    expect(kindOf(await sheet.ask('copyListings', { tabId: sheet.emulator.hands.activeTabId() }))).not.toBe('ok');
    sheet.emulator.hands.activateTab('Tab');
    expect(kindOf(await copy())).toBe('tabChanged');
    expect(sheet.column('MLS number')).toEqual(['A1']);
  });

  test('leaves no row that is believed before it is whole, wherever it is killed', async () => {
    await compared([recordOf('A1'), recordOf('B2')]);
    const { trace } = await sheet.call('copyListings', { tabId });
    const firstWrite = trace.findIndex((name) => name.startsWith('Range.set'));
    expect(firstWrite).toBeGreaterThan(0);
    await sheet.close();
    const cutOff: string[] = [];
    for (let callNumber = firstWrite; callNumber <= trace.length; callNumber += 1) {
      await compared([recordOf('A1'), recordOf('B2')]);
      const options = { source: 'sidebar', killAtServiceCall: callNumber } as const;
      expect((await sheet.emulator.call('copyListings', [{ tabId }], options)).outcome.kind).toBe('killed');
      const isKeyed = sheet.column('MLS number').includes('B2');
      const isWhole = sheet.column('Description')[1] === 'A quiet home.' && sheet.column('Parking spots')[1] === '2';
      if (isKeyed && !isWhole) cutOff.push(`call ${callNumber}, ${trace[callNumber - 1]}`);
      succeed(await copy());
      expect(sheet.column('MLS number').filter((key) => key === 'B2')).toHaveLength(1);
      await sheet.close();
    }
    await compared([]);
    expect(cutOff).toEqual([]);
  });
});
