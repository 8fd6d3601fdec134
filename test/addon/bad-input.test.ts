import { afterEach, describe, expect, test } from 'vitest';
import { CHATBOT_ID, kindOf, openSheet, SECRET_KEY, succeed, type TestSheet } from './listing-sheet.ts';
import { LISTING_HEADERS, listingRow, listingRows, records } from './listings.ts';

let sheet: TestSheet;
afterEach(() => sheet.close());

const ROWS = [
  ['ID', 'Name'],
  ['1', 'a'],
  ['2', 'b'],
];
const known = {
  rows: [
    { ID: 1, Data: {} },
    { ID: 2, Data: {} },
  ],
};
const push = { action: 'push', scope: 'selection' } as const;

/** Expects that a start fails with a sentence, and that nothing was sent or written. */
async function expectRefusal(request: object, kind: string, words: string): Promise<void> {
  const before = sheet.emulator.hands.values('Tab');
  const reply = await sheet.ask('startRun', request);
  expect(kindOf(reply)).toBe(kind);
  if (!reply.ok) {
    expect(`${reply.error.message} ${reply.error.nextStep}`).toContain(words);
    expect(reply.error.nextStep).not.toBe('');
  }
  expect(sheet.requests()).toEqual([]);
  expect(sheet.emulator.hands.values('Tab')).toEqual(before);
}

describe('before anything is sent, one sentence says', () => {
  test('that there is no connection yet', async () => {
    sheet = await openSheet(ROWS, { isConnected: false });
    await expectRefusal(push, 'notConnected', 'enter the secret key and the chatbot ID');
  });

  test('that nothing is selected that counts: the header only', async () => {
    sheet = await openSheet(ROWS);
    sheet.emulator.hands.select('Tab', ['A1:B1']);
    await expectRefusal(push, 'nothingSelected', 'Select cells in the rows below the header');
  });

  test('that nothing is selected that counts: hidden rows only', async () => {
    sheet = await openSheet(ROWS);
    sheet.emulator.hands.hideRows('Tab', 2, 1);
    sheet.emulator.hands.select('Tab', ['A2:B2']);
    await expectRefusal(push, 'nothingSelected', '1 hidden row left out');
  });

  test('that nothing is selected that counts: rows hidden by a filter only', async () => {
    sheet = await openSheet(ROWS);
    sheet.emulator.hands.filter('Tab', { columnNumber: 2, texts: ['b'] });
    sheet.emulator.hands.select('Tab', ['A2']);
    await expectRefusal(push, 'nothingSelected', '1 hidden row left out');
  });

  test('that more is selected than can be asked about, row by row, whether it is hidden', async () => {
    const rows = Array.from({ length: 250 }, (_, index) => [`${index + 1}`, 'words']);
    sheet = await openSheet([['ID', 'Text'], ...rows], { emulator: { latency: { sheetGlanceMs: 1_000 } } });
    sheet.emulator.hands.select('Tab', ['A2:B251']);
    await expectRefusal(push, 'selectionTooLarge', 'or select at most 100 rows at a time');
  });

  test('that nothing is selected that counts: blank rows only', async () => {
    sheet = await openSheet([
      ['ID', 'Name'],
      ['', ''],
      ['2', 'b'],
    ]);
    sheet.emulator.hands.select('Tab', ['A2']);
    await expectRefusal(push, 'nothingSelected', '1 blank row left out');
  });

  test('that the tab has no header row', async () => {
    sheet = await openSheet([
      ['1', '2'],
      ['3', '4'],
    ]);
    await expectRefusal({ ...push, scope: 'tab' }, 'noHeaderRow', 'Put the names of the columns into one row');
  });

  test('that two columns share a header', async () => {
    sheet = await openSheet([
      ['ID', 'Name', 'Name'],
      ['1', 'a', 'b'],
    ]);
    await expectRefusal({ ...push, scope: 'tab' }, 'duplicateHeaders', 'B and C');
  });

  test('that there is no ID column', async () => {
    sheet = await openSheet([
      ['Number', 'Name'],
      ['1', 'a'],
    ]);
    await expectRefusal({ ...push, scope: 'tab' }, 'noKeyColumn', 'Add a column with the header ID');
  });

  test('that no column holds the key of a listing', async () => {
    sheet = await openSheet([
      ['Bedrooms', 'Bathrooms'],
      ['1', '2'],
    ]);
    await expectRefusal({ action: 'sync', scope: 'tab' }, 'noKeyColumn', 'under Mapping');
  });

  test('that the status header is someone else’s: it holds a formula', async () => {
    sheet = await openSheet([
      ['ID', 'Name', 'Sync status'],
      ['1', 'a', '=A2&"x"'],
    ]);
    await expectRefusal({ ...push, scope: 'tab' }, 'statusHeaderTaken', 'Rename that column');
  });

  test('that the status header is someone else’s: it holds other words', async () => {
    sheet = await openSheet([
      ['ID', 'Name', 'Sync status'],
      ['1', 'a', 'weekly'],
    ]);
    await expectRefusal({ ...push, scope: 'tab' }, 'statusHeaderTaken', 'Rename that column');
  });

  test('that the status columns are protected', async () => {
    sheet = await openSheet(ROWS, { platform: known });
    await sheet.run({ action: 'push', scope: 'tab' });
    sheet.platform.journal.clear();
    sheet.emulator.hands.protect('Tab', 'C:F', { evenOwner: true });
    sheet.emulator.hands.type('Tab', 'B2', 'changed');
    await expectRefusal({ ...push, scope: 'tab' }, 'statusProtected', 'Ask the owner');
  });
});

test('status columns that stand without the others are left alone, and the words say why', async () => {
  sheet = await openSheet(ROWS, { platform: known });
  await sheet.run({ action: 'push', scope: 'tab' });
  sheet.platform.journal.clear();
  // The detail and the mark.
  sheet.emulator.hands.deleteColumns('Tab', 5, 1);
  sheet.emulator.hands.deleteColumns('Tab', 3, 1);
  sheet.emulator.hands.type('Tab', 'B2', 'changed');
  await expectRefusal({ ...push, scope: 'tab' }, 'statusHeaderTaken', 'Rename that column');
  const reply = await sheet.ask('startRun', { ...push, scope: 'tab' });
  expect(reply.ok ? '' : reply.error.message).toContain('not all the other columns of Listing Sync are there');
});

describe('a tab without room for the status columns', () => {
  const WIDE = { columnCount: 2, rowCount: 10 };
  const openNarrow = async () => {
    sheet = await openSheet(ROWS, { platform: known });
    sheet.emulator.hands.addTab('Narrow', ROWS, WIDE);
    sheet.emulator.hands.activateTab('Narrow');
  };

  test('gets it', async () => {
    await openNarrow();
    expect(await sheet.run({ action: 'push', scope: 'tab' })).toMatchObject({ state: 'finished' });
    expect(new Set(sheet.column('Sync status', 'Narrow'))).toEqual(new Set(['Pushed']));
  });

  test('is left as it is where the place for them is protected', async () => {
    sheet = await openSheet(ROWS, { platform: known });
    sheet.emulator.hands.protect('Tab', 'C:Z', { evenOwner: true });
    await expectRefusal({ action: 'push', scope: 'tab' }, 'statusProtected', 'Ask the owner');
  });

  test('is left as it is where only some of them are there and the place for the others is protected', async () => {
    sheet = await openSheet(ROWS, { platform: known });
    await sheet.run({ action: 'push', scope: 'tab' });
    sheet.platform.journal.clear();
    sheet.emulator.hands.deleteColumns('Tab', 6, 1);
    sheet.emulator.hands.protect('Tab', 'F:Z', { evenOwner: true });
    sheet.emulator.hands.type('Tab', 'B2', 'changed');
    await expectRefusal({ action: 'push', scope: 'tab' }, 'statusProtected', 'Ask the owner');
  });
});

describe('a wrong key', () => {
  const wrong = {
    key: 'this-is-a-wrong-key',
    chatbotId: '3254a9d0424c4806b9ea3d0763abcdef',
    authHeader: 'Authorization',
    sharing: 'me',
  };

  /** Saved while the platform could not say what it thinks of it. */
  const saveWrong = async () => {
    sheet.platform.faults.add({ fault: { kind: 'dropBefore' }, times: 1 });
    succeed(await sheet.ask('saveConnection', { ...wrong, isUntestedAccepted: true }));
  };

  test('is told by the connection test', async () => {
    sheet = await openSheet(ROWS, { isConnected: false });
    await saveWrong();
    const reply = await sheet.ask('testConnection');
    expect(kindOf(reply)).toBe('keyRefused');
    expect(reply.ok ? '' : reply.error.nextStep).toBe(
      'Replace it: the key is on the platform, under Profile settings › Webhooks API; copy it whole.',
    );
  });

  test('stops a run at once, and the rows keep their status', async () => {
    sheet = await openSheet(ROWS, { platform: known });
    await sheet.run({ action: 'push', scope: 'tab' });
    sheet.emulator.hands.type('Tab', 'B2', 'changed');
    await saveWrong();
    const progress = await sheet.run({ action: 'push', scope: 'tab' });
    expect(progress).toMatchObject({ state: 'stopped', failure: { kind: 'keyRefused' }, counts: { Unchanged: 1 } });
    expect(sheet.column('Sync status')).toEqual(['Pushed', 'Pushed']);
  });
});

describe('a strange answer', () => {
  const html = { kind: 'html', isAfterWrite: false } as const;
  const truncated = { kind: 'truncated', isAfterWrite: true } as const;
  const wrongData = { kind: 'wrongData', data: [{ ID: 377631, Type: 'Text' }], isAfterWrite: false } as const;

  test.each([
    ['an HTML page', html, 'web page'],
    ['JSON that is cut off', truncated, 'cut off'],
    ['data of another endpoint', wrongData, 'does not hold the data'],
  ])('is never taken for a success: %s', async (_, fault, words) => {
    sheet = await openSheet(ROWS, { platform: known });
    sheet.platform.faults.add({ fault });
    await sheet.run({ action: 'push', scope: 'tab' });
    expect(sheet.column('Sync status')).toEqual(['Failed', 'Failed']);
    expect(sheet.column('Sync detail')[0]).toContain(words);
    // Both rows four times, then each by itself.
    expect(sheet.requests()).toHaveLength(6);
  });

  test('is got over when it happens once', async () => {
    sheet = await openSheet(ROWS, { platform: known });
    sheet.platform.faults.add({ fault: html, times: 1 });
    await sheet.run({ action: 'push', scope: 'tab' });
    expect(sheet.column('Sync status')).toEqual(['Pushed', 'Pushed']);
  });

  test('that refuses inside a 200 shows the platform’s words', async () => {
    sheet = await openSheet(
      [
        ['ID', 'Name'],
        ['1', 'a'],
      ],
      { platform: known },
    );
    sheet.platform.faults.add({ fault: { kind: 'businessError', code: 403001, message: 'Row is locked' } });
    await sheet.run({ action: 'push', scope: 'tab' });
    expect(sheet.column('Sync status')).toEqual(['Rejected']);
    expect(sheet.column('Sync detail')[0]).toContain('Row is locked');
  });
});

test('words of the platform that look like a formula stay text', async () => {
  sheet = await openSheet(
    [
      ['ID', 'Name'],
      ['1', 'a'],
    ],
    { platform: known },
  );
  const message = '=IMPORTXML("https://evil.example","//a")';
  sheet.platform.faults.add({ fault: { kind: 'businessError', code: 400, message } });
  await sheet.run({ action: 'push', scope: 'tab' });
  expect(sheet.column('Sync detail')[0]).toContain(message);
  const formulas = await sheet.emulator.evaluate(
    'return SpreadsheetApp.getActiveSheet().getDataRange().getFormulas().join("")',
  );
  expect(formulas.outcome).toMatchObject({ kind: 'returned', value: expect.not.stringContaining('IMPORTXML') });
});

test('a listing with a cell error says so and sends nothing', async () => {
  sheet = await openSheet([LISTING_HEADERS, listingRow('A1', { 'Year built': '=1/0' })], {
    platform: { listings: records('A1') },
  });
  await sheet.run({ action: 'sync', scope: 'tab' });
  expect(sheet.requests()).toEqual([]);
  expect(sheet.column('Sync detail')[0]).toContain('Year built');
});

const SELECTION = { selected: '2-3', hidden: '', order: '0'.repeat(32) };

describe('arguments that no sidebar of ours would send', () => {
  test.each([
    ['startRun', { action: 'drop', scope: 'tab' }],
    ['startRun', { action: 'push', scope: 'everything' }],
    ['startRun', { action: 'push', scope: 'tab', extra: 1 }],
    ['startRun', { action: 'push', scope: 'tab', startId: '<b>' }],
    ['checkRows', { action: 'push', scope: 'tab', startId: 's1' }],
    ['startRun', { action: 'push', scope: 'selection', selection: { ...SELECTION, selected: '2;3' } }],
    ['startRun', { action: 'push', scope: 'selection', selection: { ...SELECTION, hidden: '<b>' } }],
    ['startRun', { action: 'push', scope: 'selection', selection: { ...SELECTION, tabId: 'Tab' } }],
    ['startRun', { action: 'push', scope: 'selection', selection: { ...SELECTION, order: '' } }],
    ['startRun', { action: 'push', scope: 'selection', selection: { ...SELECTION, askedRows: 2 } }],
    ['checkRows', { action: 'push', scope: 'selection', selection: { ...SELECTION, hidden: ['2'] } }],
    ['checkRows', { action: 'push', scope: 'selection', selection: { ...SELECTION, hidden: '3-2' } }],
    ['startRun', { action: 'push', scope: 'tab', tabId: undefined }],
    ['checkRows', { action: 'push', scope: 'tab', tabId: 'Tab' }],
    ['previewRow', { action: 'push', rowNumber: 2, tabId: -1 }],
    ['startRun', null],
    ['continueRun', { runId: '../x' }],
    ['cancelRun', {}],
    ['saveConnection', { key: 'has a space', chatbotId: 'abc', authHeader: 'Cookie', sharing: 'all' }],
    ['saveTabSettings', { tabId: 0, settings: { mapping: { Nothing: { kind: 'fixed', value: '1' } } } }],
    ['goToCell', { tabId: 0, rowNumber: -1, columnNumber: 0.5 }],
  ] as const)('%s(%j) is refused', async (name, argument) => {
    sheet = await openSheet(ROWS);
    expect(kindOf(await sheet.ask(name, argument))).toBe('badArgument');
  });

  test.each([
    ['saveConnection', { key: [SECRET_KEY], chatbotId: CHATBOT_ID, authHeader: SECRET_KEY, sharing: 'me' }],
    ['saveConnection', SECRET_KEY],
    ['connectInbox', { address: 'a', key: SECRET_KEY, start: SECRET_KEY }],
    ['replaceText', SECRET_KEY.repeat(4_000)],
  ] as const)('are not repeated in the answer: %s', async (name, argument) => {
    sheet = await openSheet(ROWS, { isConnected: false });
    const reply = await sheet.ask(name, argument);
    if (reply.ok) throw new Error('It was taken.');
    expect(reply.error.message).toMatch(
      /^The sidebar sent something that the add-on does not understand \(.+Expected .+\)\.$/,
    );
    expect(JSON.stringify(reply)).not.toContain(SECRET_KEY);
  });
});

test('a refused key ends the run at once, also where a request that never left has the others sent one by one', async () => {
  const keys = Array.from({ length: 8 }, (_, index) => `A${index + 1}`);
  sheet = await openSheet(listingRows(...keys), { platform: { listings: records(...keys) } });
  sheet.platform.faults.add({ fault: { kind: 'dropBefore' }, bodyIncludes: 'A8' });
  sheet.platform.faults.add({ fault: { kind: 'status', status: 401 } });
  const progress = await sheet.run({ action: 'sync', scope: 'tab' });
  expect(progress.state).toBe('stopped');
  // The wave of eight, and the first of them alone.
  expect(progress.requests).toBe(9);
  expect(sheet.requests()).toHaveLength(9);
});

test('the key is never found in a cell, a log line, a reply, a toast, a dialog or a URL', async () => {
  sheet = await openSheet(listingRows('A1', 'A2', 'A3'), { platform: { listings: records('A1', 'A2') } });
  const fault = { kind: 'businessError', code: 400, message: `bad ${SECRET_KEY} key` } as const;
  sheet.platform.faults.add({ fault, bodyIncludes: 'A2' });
  sheet.platform.faults.add({ fault: { kind: 'dropBefore' }, bodyIncludes: 'A3' });
  const reports = [
    await sheet.call('getOverview'),
    await sheet.call('testConnection'),
    await sheet.call('getMapping'),
    await sheet.choose('syncSelectedListings'),
    await sheet.call('startRun', { action: 'sync', scope: 'tab' }),
  ];
  const started = reports[4]?.outcome;
  const runId = JSON.stringify(started).match(/run-[a-z0-9]+/)?.[0] ?? '';
  reports.push(await sheet.call('continueRun', { runId }));
  const cells = JSON.stringify(sheet.emulator.hands.values('Tab'));
  const said = JSON.stringify([reports, sheet.toasts, sheet.dialogs]);
  const urls = JSON.stringify(sheet.requests().map((entry) => entry.path));
  expect(cells).toContain('••••');
  for (const text of [cells, said, urls]) expect(text).not.toContain(SECRET_KEY);
});
