import { describe, expect, test } from 'vitest';
import { plannerOf as plannersOf } from '../../../src/core/actions/planner-of.ts';
import type { RowPlanner, Step } from '../../../src/core/actions/row-planner.ts';
import { DEFAULT_TAB_SETTINGS, type TabSettings } from '../../../src/core/settings/tab-settings.ts';
import type { Table, TableRow } from '../../../src/core/sheet/table.ts';
import { SERIAL } from '../engine/rows.ts';

const HEADERS = ['Town', 'Number', 'Page', 'Rooms', 'Agent'];

/** Columns chosen by a person, so that these tests do not depend on what the matcher would find. */
const SETTINGS: TabSettings = {
  ...DEFAULT_TAB_SETTINGS,
  missing: 'send',
  keyTypes: ['MLSNumber', 'URL'],
  mapping: {
    City: { kind: 'column', header: 'Town' },
    MLSNumber: { kind: 'column', header: 'Number' },
    Url: { kind: 'column', header: 'Page' },
    Bedrooms: { kind: 'column', header: 'Rooms' },
    CurrencySymbol: { kind: 'fixed', value: '$' },
  },
};

const rowOf = (...texts: readonly string[]): TableRow => ({ rowNumber: 2, values: texts, texts });

function planner(action: 'sync' | 'delete', change: Partial<TabSettings> = {}, headers = HEADERS) {
  const table: Table = { headers, headerRowNumber: 1, rows: [], sampleRows: [] };
  const context = { locale: 'en_US', today: '2026-11-21' };
  const settings = { ...SETTINGS, ...change };
  return plannersOf({ table, tabName: 'Listings', settings, serialNumber: SERIAL, context })(action);
}

function plannerOf(...inputs: Parameters<typeof planner>): RowPlanner {
  const result = planner(...inputs);
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

function bodyOf(step: Step): unknown {
  if (step.kind !== 'send' || step.operation.kind !== 'update') throw new Error('The row should be an update.');
  return JSON.parse(step.operation.bodyText);
}

describe('the listings of a tab', () => {
  test('are known by their key columns, in the order of the key types, and read from every mapped column', () => {
    const { keyColumnIndexes, readColumnIndexes } = plannerOf('sync', { keyTypes: ['URL', 'MLSNumber'] });
    expect(keyColumnIndexes).toEqual([2, 1]);
    expect([...readColumnIndexes].sort()).toEqual([0, 1, 2, 3]);
  });

  test.each([
    [['MLSNumber', 'URL'] as const, 'A1', 'https://homes.example.com/1', 'MLSNumber a1'],
    [['URL', 'MLSNumber'] as const, 'A1', 'https://homes.example.com/1', 'URL https://homes.example.com/1'],
    [['MLSNumber', 'URL'] as const, '', 'https://homes.example.com/1', 'URL https://homes.example.com/1'],
    [['MLSNumber', 'URL'] as const, '', '', ''],
  ])(
    'are the same to the platform where the first key that they have is: %j of %j and %j',
    (keyTypes, mls, url, key) => {
      const row = rowOf('Springfield', mls, url, '3', '');
      for (const action of ['sync', 'delete'] as const)
        expect(plannerOf(action, { keyTypes: [...keyTypes] }).keyOf(row)).toBe(key);
    },
  );

  test('are no rows with nothing but the heading of a group', () => {
    const settled = (row: TableRow) => {
      const step = plannerOf('delete').plan(row);
      return step.kind === 'settled' ? step.outcome.status : step.kind;
    };
    expect(settled(rowOf('', 'FOR SALE', '', '', ''))).toBe('Skipped');
    expect(settled(rowOf('', 'A1', '', '', ''))).toBe('send');
    expect(settled(rowOf('Springfield', 'PENTHOUSE', '', '', ''))).toBe('send');
  });

  test('are known by the columns of the wanted key types only', () => {
    expect(plannerOf('sync', { keyTypes: ['NewOaks', 'URL'] }).keyColumnIndexes).toEqual([2]);
  });

  test('read a column that feeds two fields once', () => {
    const mapping = { ...SETTINGS.mapping, Location: { kind: 'column', header: 'Town' } } as const;
    expect([...plannerOf('sync', { mapping }).readColumnIndexes].sort()).toEqual([0, 1, 2, 3]);
  });

  test.each<[string, readonly string[], string]>([
    ['their key', ['Boulder', 'A1', 'https://homes.example.com/1'], 'A1'],
    ['another key', ['Boulder', '', 'https://homes.example.com/1'], 'https://homes.example.com/1'],
    ['their first text without a key', ['Boulder', '', ''], 'Boulder'],
    ['nothing without a text', ['', '', ''], ''],
  ])('are called by %s', (_, cells, label) => {
    expect(plannerOf('sync').labelOf(rowOf(...cells))).toBe(label);
  });

  test('become updates with the chatbot’s ID and the ticked columns', () => {
    const step = plannerOf('sync', { extraHeaders: ['Agent'] }).plan(rowOf('Boulder', 'A1', '', '3', 'Kim'));
    expect(bodyOf(step)).toMatchObject({
      SerialNumber: SERIAL,
      Key: 'A1',
      KeyType: 'MLSNumber',
      City: 'Boulder',
      Bedrooms: 3,
      CurrencySymbol: '$',
      ExtensionColumn: [{ Key: 'Agent', value: 'Kim' }],
    });
  });

  test.each([
    [['Agent'], 'Agent'],
    [['AGENT'], 'Agent'],
    [['agent', 'Agent'], 'Agent'],
  ])('send a ticked column of %j that was headed %j, under the name that was ticked', (headers, ticked) => {
    const tab = [...HEADERS.slice(0, 4), ...headers];
    const step = plannerOf('sync', { extraHeaders: [ticked] }, tab).plan(
      rowOf(
        'Boulder',
        'A1',
        '',
        '3',
        ...headers.map((header) => (header === ticked || headers.length === 1 ? 'Kim' : 'Lee')),
      ),
    );
    expect(bodyOf(step)).toMatchObject({ ExtensionColumn: [{ Key: ticked, value: 'Kim' }] });
  });

  test('are Invalid where a ticked column shows an error', () => {
    const step = plannerOf('sync', { extraHeaders: ['Agent'] }).plan(rowOf('Boulder', 'A1', '', '3', '#DIV/0!'));
    const detail = 'Agent shows the error #DIV/0!. Correct the formula.';
    expect(step).toMatchObject({ outcome: { status: 'Invalid', columnIndex: 4, detail } });
  });

  test('follow the Action column', () => {
    const step = plannerOf('sync', {}, [...HEADERS, 'Action']).plan(rowOf('Boulder', 'A1', '', '3', '', 'Skip'));
    expect(step).toMatchObject({ outcome: { status: 'Skipped' } });
  });

  test('are Invalid at the cell that cannot be read', () => {
    const step = plannerOf('sync').plan(rowOf('Boulder', 'A1', '', 'many', ''));
    expect(step).toMatchObject({ outcome: { status: 'Invalid', columnIndex: 3 } });
  });
});

describe('listings to be deleted', () => {
  test('are deleted by key, and problems in other cells do not matter', () => {
    expect(plannerOf('delete').plan(rowOf('Boulder', '', 'https://homes.example.com/1', 'many'))).toEqual({
      kind: 'send',
      operation: { kind: 'delete', serialNumber: SERIAL, key: 'https://homes.example.com/1', keyType: 'URL' },
      notes: [],
      why: 'You chose to delete it',
    });
  });
});

describe('a row that has only a key that counts less', () => {
  const PAGE = 'https://homes.example.com/';
  const rows = [
    ['Boulder', 'A1', PAGE],
    ['Boulder', '', PAGE],
    ['Boulder', '', `${PAGE}own`],
    ['Boulder', '', `${PAGE}own`],
    ['Boulder', 'A5', PAGE],
  ].map((texts, index): TableRow => ({ rowNumber: index + 2, values: texts, texts }));
  const table: Table = { headers: HEADERS, headerRowNumber: 1, rows, sampleRows: rows };
  const context = { locale: 'en_US', today: '2026-11-21' };
  const statusOf = (action: 'sync' | 'delete', rowIndex: number, keyTypes = SETTINGS.keyTypes) => {
    const settings = { ...SETTINGS, keyTypes };
    const result = plannersOf({ table, tabName: 'Listings', settings, serialNumber: SERIAL, context })(action);
    const row = rows[rowIndex];
    if (!result.ok || row === undefined) throw new Error('There is no such row.');
    const step = result.value.plan(row);
    return step.kind === 'settled' ? step.outcome.detail : `${step.kind} ${step.operation.kind}`;
  };

  test.each([
    ['sync', 'send update'],
    ['delete', 'send delete'],
  ] as const)('is known by it where no other row has it beside a better one: %s', (action, step) => {
    expect([0, 2, 3].map((rowIndex) => statusOf(action, rowIndex))).toEqual([step, step, step]);
  });

  test.each(['sync', 'delete'] as const)('is not known by it where one has: %s', (action) => {
    expect(statusOf(action, 1)).toBe(
      `Listing URL: “${PAGE}” stands in row 2 too, so it does not say which listing is meant. Fill MLS number in this row.`,
    );
  });

  test('is asked only for keys that the tab has columns for', () => {
    expect(statusOf('sync', 1, ['NewOaks', 'MLSNumber', 'URL'])).toContain('Fill MLS number in this row.');
  });

  test('is known by it where it counts most, or where the tab has no column for a better one', () => {
    expect(statusOf('sync', 1, ['URL', 'MLSNumber'])).toBe('send update');
    expect(statusOf('sync', 1, ['NewOaks', 'URL'])).toBe('send update');
  });
});

describe('a tab with two columns for the MLS number', () => {
  const planOf = (headers: readonly string[], change: Partial<TabSettings> = {}) => {
    const rows = ['A1', 'A2', 'A3'].map((number, index): TableRow => {
      const texts = headers.map((header, columnIndex) =>
        header === 'Listing URL' ? `https://homes.example.com/${number}` : `${number}${columnIndex}`,
      );
      return { rowNumber: index + 2, values: texts, texts };
    });
    const table: Table = { headers, headerRowNumber: 1, rows, sampleRows: rows };
    const settings = { ...DEFAULT_TAB_SETTINGS, ...change };
    const context = { locale: 'en_US', today: '2026-11-21' };
    return plannersOf({ table, tabName: 'Listings', settings, serialNumber: SERIAL, context })('delete');
  };

  test.each([
    [['MLS number', 'Listing URL', 'MLS number'], 'several columns are headed "MLS number"'],
    [['MLS #', 'Listing URL', 'ML Number'], 'fit MLS number equally well'],
  ])('is refused rather than known by the URL: %j', (headers, words) => {
    const result = planOf(headers);
    expect(!result.ok && result.error).toMatchObject({ kind: 'noKeyColumn', message: expect.stringContaining(words) });
  });

  test.each<[string, readonly string[], Partial<TabSettings>]>([
    [
      'somebody said which it is',
      ['MLS #', 'Listing URL', 'ML Number'],
      { mapping: { MLSNumber: { kind: 'column', header: 'MLS #' } } },
    ],
    ['somebody said that it is none', ['MLS number', 'Listing URL', 'MLS number'], { unmapped: ['MLSNumber'] }],
    ['the URL counts more', ['MLS number', 'Listing URL', 'MLS number'], { keyTypes: ['URL', 'MLSNumber'] }],
    ['only other columns stand twice', ['Bedrooms', 'Listing URL', 'Bedrooms'], {}],
    ['a column may or may not hold it', ['ListingId', 'Listing URL'], {}],
    ['there are two for the URL only', ['MLS number', 'Listing URL', 'Listing URL'], {}],
  ])('is not where %s', (_, headers, change) => {
    expect(planOf(headers, change).ok).toBe(true);
  });
});

describe('a tab has no listings to send', () => {
  test.each<[string, Partial<TabSettings>, readonly string[], object]>([
    [
      'without a column that holds a key',
      { keyTypes: ['NewOaks'] },
      HEADERS,
      { kind: 'noKeyColumn', message: 'No column of "Listings" holds the key of a listing.' },
    ],
    [
      'when a chosen column is gone',
      {},
      ['Town', 'Number', 'Page'],
      {
        kind: 'headersChanged',
        message: 'Bedrooms is read from the column "Rooms", which is not in this tab any more.',
      },
    ],
    [
      'when a chosen column is there twice',
      {},
      [...HEADERS, 'Town'],
      { kind: 'duplicateHeaders', message: 'Two columns have the header "Town" (A and F).' },
    ],
  ])('%s', (_, change, headers, error) => {
    expect(planner('sync', change, [...headers])).toMatchObject({ ok: false, error });
  });
});

describe('what a tab of listings holds besides listings', () => {
  const rows = (...cells: readonly (readonly (string | number)[])[]): readonly TableRow[] =>
    cells.map((values, index) => ({ rowNumber: index + 2, values, texts: values.map(String) }));
  const found = (headers: readonly string[], sampleRows: readonly TableRow[]) => {
    const table: Table = { headers, headerRowNumber: 1, rows: sampleRows, sampleRows };
    const settings: TabSettings = { ...DEFAULT_TAB_SETTINGS, missing: 'send' };
    const context = { locale: 'en_US', today: '2026-11-21' };
    return plannersOf({ table, tabName: 'Listings', settings, serialNumber: SERIAL, context })('sync');
  };
  const statusOf = (step: Step) => (step.kind === 'settled' ? step.outcome.status : step.operation.kind);

  test('a row that repeats the header is skipped, and says so', () => {
    const sample = rows(['A1', 'Active', 3], ['MLS #', 'Status', 'Beds'], ['A2', 'Active', 2]);
    const result = found(['MLS #', 'Status', 'Beds'], sample);
    expect(sample.map((row) => result.ok && statusOf(result.value.plan(row)))).toEqual(['update', 'Skipped', 'update']);
  });

  test('a row that is not approved stays where it is', () => {
    const sample = rows(
      ['A1', 'Active', 'Yes'],
      ['A2', 'Active', 'No'],
      ['A3', 'Withdrawn', 'No'],
      ['A4', 'Active', ''],
    );
    const result = found(['MLS #', 'Status', 'Ready'], sample);
    expect(sample.map((row) => result.ok && statusOf(result.value.plan(row)))).toEqual([
      'update',
      'Skipped',
      'delete',
      'Skipped',
    ]);
  });

  test('an MLS number without digits is never replaced by the URL in silence', () => {
    const sample = rows(['Alpha', 'https://e.com/1'], ['Beta', 'https://e.com/2'], ['Gamma', 'https://e.com/3']);
    const result = found(['MLS number', 'URL'], sample);
    expect(result).toMatchObject({ ok: false, error: { kind: 'noKeyColumn' } });
    expect(!result.ok && result.error.message).toContain('its cells look like words');
  });

  test('a column for MLS numbers that nobody has filled leaves the URL as the key', () => {
    const result = found(['MLS number', 'URL'], rows(['', 'https://e.com/1'], ['', 'https://e.com/2']));
    expect(result.ok && statusOf(result.value.plan(rows(['', 'https://e.com/1'])[0] ?? rowOf()))).toBe('update');
  });
});
