import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { kindOf, SECRET_KEY, succeed } from '../listing-sheet.ts';
import { LISTING_HEADERS, listingRow, records } from '../listings.ts';
import { collectEvidence } from './evidence.ts';
import { describeGuards } from './guards.ts';
import { keysOf } from './plot.ts';
import { FOUR_KEYS, keysThere, openFour } from './sheets.ts';
import { openStage, type Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const remove = { action: 'delete', scope: 'selection' } as const;

describe('a selection', () => {
  test.each([
    ['of every cell', ['A1:Z1000']],
    ['of whole columns', ['A:C']],
    ['of all columns', ['A:X']],
    ['of whole rows, the header among them', ['1:1000']],
    ['of ranges that overlap', ['A2:C5', 'B3:D4', 'A1:A1000']],
  ])('%s means each row below the header once', async (_, a1s) => {
    const scene = await openFour(stage);
    scene.emulator.hands.select('Tab', a1s);
    const progress = await scene.run({ action: 'sync', scope: 'selection' });
    expect(progress).toMatchObject({ total: 4, counts: { Updated: 4 } });
    expect(scene.requests().flatMap(keysOf).sort()).toEqual([...FOUR_KEYS]);
    scene.end();
  });

  test.each([
    ['every cell', ['A1:Z1000']],
    ['whole columns', ['A:X']],
    ['whole rows', ['1:1000']],
  ])('of %s deletes only the rows that a filter and people show, and counts the others', async (_, a1s) => {
    const scene = await openFour(stage);
    scene.emulator.hands.filter('Tab', { columnNumber: 1, texts: ['A2', 'A3', 'A4'] });
    scene.emulator.hands.hideRows('Tab', 4, 1);
    scene.emulator.hands.select('Tab', a1s);
    const asked = succeed(await scene.ask('startRun', remove));
    expect(asked).toMatchObject({ kind: 'confirmDeletes', confirmation: { listings: [{ key: 'A2' }, { key: 'A4' }] } });
    expect(await scene.run(remove)).toMatchObject({ hiddenRows: 2, counts: { Deleted: 2 } });
    expect(keysThere(scene)).toEqual(['A1', 'A3']);
    scene.end();
  });

  test('of every cell updates only the rows that a filter shows, and the menu command does the same', async () => {
    const scene = await openFour(stage);
    scene.emulator.hands.filter('Tab', { columnNumber: 1, texts: ['A2', 'A4'] });
    scene.emulator.hands.select('Tab', ['A1:Z1000']);
    const progress = await scene.run({ action: 'sync', scope: 'selection' });
    expect(progress).toMatchObject({ total: 2, hiddenRows: 2, counts: { Updated: 2 } });
    await scene.call('deleteSelectedListings', undefined, { source: 'menu' });
    expect(scene.column('Sync status')).toEqual(['', 'Deleted', '', 'Deleted']);
    expect(keysThere(scene)).toEqual(['A1', 'A3']);
    scene.end();
  });

  test.each([
    ['the header row only', ['A1:T1']],
    ['rows below the data', ['A50:C60']],
    ['rows that a filter hides', ['A2:A3']],
  ])('of %s starts nothing', async (_, a1s) => {
    const scene = await openFour(stage);
    scene.emulator.hands.filter('Tab', { columnNumber: 1, texts: ['A4'] });
    scene.emulator.hands.select('Tab', a1s);
    for (const action of ['sync', 'delete', 'push'] as const) {
      expect(kindOf(await scene.ask('startRun', { action, scope: 'selection' }))).not.toBe('ok');
    }
    expect(scene.requests()).toEqual([]);
    expect(scene.column('Sync status')).toEqual([]);
    scene.end();
  });
});

describe('rows without a key', () => {
  const rows = [
    LISTING_HEADERS,
    listingRow('A1'),
    listingRow('', { 'Listing URL': '' }),
    listingRow(' ', { 'Listing URL': ' ' }),
    listingRow('A4'),
  ];
  const situation = { rows, platform: { listings: records(...FOUR_KEYS) } };

  test.each(['sync', 'delete'] as const)('are Invalid, and a %s sends only the others', async (action) => {
    const scene = await stage.begin(situation);
    await scene.run({ action, scope: 'tab' });
    expect(scene.column('Sync status').map((status) => status === 'Invalid')).toEqual([false, true, true, false]);
    expect(scene.requests().map(keysOf)).toEqual([['A1'], ['A4']]);
    scene.end();
  });

  test.each(['sync', 'delete'] as const)('send nothing at all where a %s finds no other', async (action) => {
    const scene = await stage.begin({ ...situation, rows: [rows[0] ?? [], rows[2] ?? [], rows[3] ?? []] });
    await scene.run({ action, scope: 'tab' });
    expect(scene.column('Sync status')).toEqual(['Invalid', 'Invalid']);
    expect(scene.requests()).toEqual([]);
    scene.end();
  });

  test.each(['sync', 'delete'] as const)('because somebody cleared them during a %s send nothing', async (action) => {
    const scene = await openFour(stage);
    const progress = await scene.start({ action, scope: 'tab' });
    scene.emulator.hands.clear('Tab', 'A2:A5');
    scene.emulator.hands.clear('Tab', 'I2:I5');
    await scene.finish(progress);
    expect(scene.requests()).toEqual([]);
    expect(keysThere(scene)).toHaveLength(4);
    scene.end();
  });
});

describe('an argument that no sidebar sends', () => {
  test.each([
    ['no argument', undefined],
    ['no action', { scope: 'tab' }],
    ['an unknown action', { action: 'deleteAll', scope: 'tab' }],
    ['an unknown scope', { action: 'delete', scope: 'spreadsheet' }],
    ['a token that is no text', { action: 'delete', scope: 'tab', deleteToken: true }],
    ['a list', [{ action: 'delete', scope: 'tab' }]],
  ])('starts nothing: %s', async (_, argument) => {
    const scene = await openFour(stage);
    expect(kindOf(await scene.ask('startRun', argument))).toBe('badArgument');
    expect(scene.requests()).toEqual([]);
    scene.end();
  });
});

const REPORT = { serviceCalls: {}, serviceCallCount: 0, trace: [], callMs: [], virtualMs: 0, fetchedUrls: 0 } as const;

test('a key or an empty list would be noticed wherever it stood', () => {
  const { leaks, emptyRequests, lookAtText, lookAtCall, lookAtRequest } = collectEvidence();
  lookAtText('cell', `bad ${SECRET_KEY.slice(0, 9)}…`);
  lookAtText('dialog', `the header says ${btoa(SECRET_KEY)}`);
  lookAtCall({ ...REPORT, outcome: { kind: 'returned', value: { message: SECRET_KEY } }, logs: [`"${SECRET_KEY}"`] });
  const entry = {
    number: 1,
    receivedAt: 0,
    method: 'POST',
    headers: {},
    bodyBytes: 0,
    status: 200,
    answer: '',
  } as const;
  lookAtRequest({ ...entry, path: '/?key=[redacted]', endpoint: 'GetSource', body: {}, isApplied: false });
  lookAtRequest({ ...entry, path: '/', endpoint: 'RealEstateDelete', body: { Keys: [] }, isApplied: false });
  expect(leaks.map((leak) => leak.split(':')[0])).toEqual(['cell', 'dialog', 'answer', 'log', 'request']);
  expect(leaks.join('\n')).not.toContain(SECRET_KEY.slice(0, 8));
  expect(emptyRequests).toEqual(['RealEstateDelete: {"Keys":[]}']);
});

describe('a log line', () => {
  const rows = [
    ['MLS number', 'Listing status', 'Year built', 'URL', 'Description', 'Remarks'],
    ['A1', 'Active', '12', 'https://homes.example.com/A1', 'A quiet home', 'A "loud" home'],
    ['', '', '', '', '', 'Two\nlines'],
  ];
  const loggedCellsOf = (line: string) => {
    const { loggedCells, watchRows, lookAtCall } = collectEvidence();
    watchRows(rows);
    lookAtCall({ ...REPORT, outcome: { kind: 'returned', value: null }, logs: [line] });
    return loggedCells;
  };

  test.each([
    ['a whole row', '{"message":"row","cells":["Active","A quiet home"]}'],
    ['a key', 'sending A1'],
    ['an address', 'sent: https://homes.example.com/A1.'],
    ['a text with quotes in it', '{"detail":"A \\"loud\\" home"}'],
    ['a text over two lines', '{"detail":"Two\\nlines"}'],
  ])('with %s would be noticed', (_, line) => {
    expect(loggedCellsOf(line)).toHaveLength(1);
  });

  test.each([
    ['a single word or a number', 'Active: 12'],
    ['a longer key', 'sending A10, BA1'],
    ['a header', 'Year built'],
  ])('with no more than %s is none that holds a cell', (_, line) => {
    expect(loggedCellsOf(line)).toEqual([]);
  });
});

describeGuards(() => stage);
