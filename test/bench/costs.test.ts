import { describe, expect, test } from 'vitest';
import { checkpointsIn, costsOf, isSheetsCall, longestWindowIn, projected } from '../../bench/costs.ts';
import { DEFAULT_LATENCY } from '../../playground/apps-script/latency.ts';
import { reportOf } from './reports.ts';

const RESPONSE = 'HTTPResponse.getResponseCode';
const WAVE = 'UrlFetchApp.fetchAll';

describe('isSheetsCall', () => {
  test.each([
    ['Range.getValues', true],
    ['Range.setValues', true],
    ['SpreadsheetApp.flush', true],
    ['Sheet.getDataRange', true],
    ['Sheet.getLastRow', true],
    ['Sheet.insertColumnsAfter', true],
    ['Protection.canEdit', true],
    ['Sheet.getRange', false],
    ['Range.getA1Notation', false],
    ['Range.getLastRow', false],
    ['Spreadsheet.getSpreadsheetTimeZone', false],
    ['ConditionalFormatRuleBuilder.build', false],
    ['Properties.setProperty', false],
    ['UrlFetchApp.fetchAll', false],
  ])('%s: %s', (name, isCounted) => {
    expect(isSheetsCall(name)).toBe(isCounted);
  });
});

describe('the calls between a look at rows and the flush of what is written then', () => {
  const [look, write, flush, fetch] = [
    'Range.getValues',
    'Range.setValues',
    'SpreadsheetApp.flush',
    'UrlFetchApp.fetchAll',
  ];

  test.each<[string, readonly string[], number]>([
    ['are none where nothing is written', [look, fetch, look], 0],
    ['are a write and a flush', [look, write, flush], 2],
    ['are those of the longest', [look, write, flush, fetch, look, write, write, 'Range.setNumberFormat', flush], 4],
    ['begin anew with each look', [look, look, write, flush], 2],
    ['end with a read, which sends what was written', [look, write, look, write, flush], 2],
    [
      'do not count what only makes an object, or is no call to the spreadsheet',
      [look, 'Sheet.getRange', fetch, write, flush],
      2,
    ],
  ])('%s', (_, trace, calls) => {
    expect(longestWindowIn(trace)).toBe(calls);
  });
});

describe('checkpointsIn', () => {
  test.each([
    ['nothing written', ['Range.getValues', WAVE, RESPONSE], 0],
    ['several writes without a request between them count once', ['Range.setValues', 'Range.setValues'], 1],
    ['reads between writes do not part them', ['Range.setValues', 'Range.getValues', 'Range.setValues'], 1],
    ['a request parts them', ['Range.setValues', WAVE, RESPONSE, 'Range.setValues'], 2],
  ])('%s', (_, trace, checkpoints) => {
    expect(checkpointsIn(trace)).toBe(checkpoints);
  });
});

describe('costsOf', () => {
  const latency = { ...DEFAULT_LATENCY, startMs: 100 };

  test('adds up the executions, and tells apart where their time went', () => {
    const sending = ['Properties.getProperty', WAVE, RESPONSE, RESPONSE, RESPONSE, 'Range.setValues'];
    const reports = [
      reportOf(sending, { virtualMs: 2500, callMs: [50, 2000, 0, 0, 0, 350], fetchedUrls: 3 }),
      reportOf(['Range.getValues', 'UrlFetchApp.fetch', RESPONSE], {
        virtualMs: 1300,
        callMs: [200, 1000, 0],
        fetchedUrls: 1,
        outcome: { kind: 'killed', reason: 'runtime limit' },
      }),
    ];
    expect(costsOf(reports, latency)).toEqual({
      executions: 2,
      killedExecutions: 1,
      serviceCalls: 9,
      sheetsCalls: 2,
      sheetsCallsByMethod: { 'Range.setValues': 1, 'Range.getValues': 1 },
      checkpoints: 1,
      longestWindow: 0,
      requests: 4,
      virtualSeconds: 3.8,
      secondsByCall: {
        'Properties.getProperty': 0.05,
        [WAVE]: 2,
        [RESPONSE]: 0,
        'Range.setValues': 0.35,
        'Range.getValues': 0.2,
        'UrlFetchApp.fetch': 1,
      },
      secondsByPart: { requests: 3, stores: 0.05, starts: 0.2, sheet: expect.closeTo(0.55) },
    });
  });
});

test('projected draws every count out to the whole work', () => {
  const costs = costsOf([reportOf(['Range.setValues', 'SpreadsheetApp.flush'], { fetchedUrls: 5 })], DEFAULT_LATENCY);
  const whole = projected(costs, 0.25);
  expect(whole).toMatchObject({ executions: 4, sheetsCalls: 8, checkpoints: 4, requests: 20, virtualSeconds: 4 });
  expect(whole.sheetsCallsByMethod).toEqual({ 'Range.setValues': 4, 'SpreadsheetApp.flush': 4 });
});
