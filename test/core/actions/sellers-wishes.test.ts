/** What the seller keeps off the internet stays off, in listings and in chatbot rows. */
import { describe, expect, test } from 'vitest';
import { fingerprintOf } from '../../../src/core/actions/fingerprint.ts';
import { tellsWhere } from '../../../src/core/actions/hidden-address.ts';
import { plannerOf } from '../../../src/core/actions/planner-of.ts';
import { planRows } from '../../../src/core/engine/plan-rows.ts';
import { type KnownKeys, NOTHING_KNOWN } from '../../../src/core/ledger/known-keys.ts';
import { DEFAULT_TAB_SETTINGS, type TabSettings } from '../../../src/core/settings/tab-settings.ts';
import type { TableRow } from '../../../src/core/sheet/table.ts';
import type { Action } from '../../../src/core/words/actions.ts';
import { SERIAL } from '../engine/rows.ts';

const HEADERS = [
  ...['MLS #', 'Status', 'For', 'Address', 'City', 'Lat', 'Lng', 'Remarks', 'URL', 'Images', 'Cross Street', 'Pool'],
  ...['InternetEntireListingDisplayYN', 'InternetAddressDisplayYN', 'Action'],
];
const HOME = {
  'MLS #': 'A100',
  Status: 'Active',
  For: 'for sale',
  Address: '12 Larkspur Ln',
  City: 'Dayton',
  Lat: '39.7',
  Lng: '-84.1',
  Remarks: 'Bright home on Larkspur Lane',
  URL: 'https://homes.example.com/a100',
  Images: 'https://homes.example.com/1.jpg, https://homes.example.com/12-larkspur-ln.jpg',
  'Cross Street': 'Main',
  Pool: 'Yes',
};

function stepOf(cells: Readonly<Record<string, string>>, settings: Partial<TabSettings> = {}, action: Action = 'sync') {
  const headers = action === 'push' ? ['ID', ...HEADERS] : HEADERS;
  const texts = headers.map((header) => ({ ...HOME, ID: '7', ...cells })[header] ?? '');
  const row: TableRow = { rowNumber: 2, values: texts, texts };
  const mapping = {
    SaleType: { kind: 'column', header: 'For' },
    Latitude: { kind: 'column', header: 'Lat' },
    Longitude: { kind: 'column', header: 'Lng' },
    Description: { kind: 'column', header: 'Remarks' },
  } as const;
  const planner = plannerOf({
    table: { headers, headerRowNumber: 1, rows: [row], sampleRows: [row] },
    tabName: 'Homes',
    settings: {
      ...DEFAULT_TAB_SETTINGS,
      mapping,
      missing: 'send',
      extraHeaders: ['Cross Street', 'Pool'],
      ...settings,
    },
    serialNumber: SERIAL,
    context: { locale: 'en_US', today: '2026-11-21' },
  })(action);
  if (!planner.ok) throw new Error(planner.error.message);
  return { row, planner: planner.value, step: planner.value.plan(row) };
}

function bodyOf(cells: Readonly<Record<string, string>>) {
  const { step } = stepOf(cells);
  if (step.kind !== 'send' || step.operation.kind !== 'update') throw new Error(JSON.stringify(step));
  const body: Readonly<Record<string, unknown>> = JSON.parse(step.operation.bodyText);
  return { body, notes: step.notes };
}

/** The planned row, given what its own cells say. */
function plannedOf(
  cells: Readonly<Record<string, string>>,
  mark: string,
  status: string,
  known: KnownKeys = NOTHING_KNOWN,
) {
  const { row, planner } = stepOf(cells);
  const own = { status, detail: '', syncedAt: '', mark };
  const [planned] = planRows([{ row, action: 'sync', planner, identity: 'A100', cells: own }], known);
  return planned;
}

describe('a listing whose seller keeps it off the internet', () => {
  const OFF = { InternetEntireListingDisplayYN: 'N' };

  test('is left out where the platform never had it', () => {
    const detail = expect.stringContaining('keeps this listing off the internet');
    expect(plannedOf(OFF, '', '')).toMatchObject({ kind: 'settled', outcome: { status: 'Skipped', detail } });
    expect(plannedOf({ ...OFF, Action: 'Update' }, '', 'Invalid')).toMatchObject({ outcome: { status: 'Skipped' } });
  });

  test.each([
    ['was confirmed', 'v1:confirmed', 'Updated'],
    ['may have arrived', '', 'Sending'],
    ['failed without a clear answer', 'retry sync unclear', 'Failed'],
  ])('is deleted where it %s', (_title, mark, status) => {
    expect(plannedOf(OFF, mark, status)).toMatchObject({
      kind: 'send',
      send: { operation: { kind: 'delete', key: 'A100', keyType: 'MLSNumber' } },
    });
  });

  test('is not deleted twice', () => {
    const deleted = fingerprintOf({ kind: 'delete', serialNumber: SERIAL, key: 'A100', keyType: 'MLSNumber' });
    const known: KnownKeys = {
      ...NOTHING_KNOWN,
      confirmedMs: (name, fingerprint) => (name === 'MLSNumber a100' && fingerprint === deleted ? 1 : undefined),
    };
    expect(plannedOf(OFF, '', 'Deleted', known)).toMatchObject({ outcome: { status: 'Unchanged' } });
  });

  test('is left out without a key as well', () => {
    const { step } = stepOf({ ...OFF, 'MLS #': '', URL: '' });
    expect(step).toMatchObject({ outcome: { status: 'Skipped' } });
  });

  test('waits where the cell says neither Yes nor No', () => {
    const { step } = stepOf({ InternetEntireListingDisplayYN: 'ask' });
    expect(step).toMatchObject({ outcome: { status: 'Invalid', columnIndex: 12 } });
  });
});

describe('a listing whose seller keeps the address off the internet', () => {
  const HIDDEN = { InternetAddressDisplayYN: 'No' };

  test('goes without address, coordinates and whatever names the street', () => {
    const { body, notes } = bodyOf(HIDDEN);
    expect(JSON.stringify(body)).not.toMatch(/larkspur|39\.7|84\.1/i);
    expect(body).toMatchObject({
      City: 'Dayton',
      Url: 'https://homes.example.com/a100',
      Images: ['https://homes.example.com/1.jpg'],
      ExtensionColumn: [{ Key: 'Pool', value: 'Yes' }],
    });
    expect(notes[0]).toContain('Left out too, since they name the street: Description, Images.');
  });

  test('goes without a URL that names it', () => {
    const { body } = bodyOf({ ...HIDDEN, URL: 'https://homes.example.com/12-larkspur-ln' });
    expect(body).not.toHaveProperty('Url');
  });

  test('waits where its key names it', () => {
    const { step } = stepOf({ ...HIDDEN, 'MLS #': '', URL: 'https://homes.example.com/12-larkspur-ln' });
    expect(step).toMatchObject({ outcome: { status: 'Invalid', detail: expect.stringContaining('names the street') } });
  });

  test.each(['Yes', ''])('and one that says %j goes whole', (word) => {
    expect(bodyOf({ InternetAddressDisplayYN: word }).body).toMatchObject({
      Address: '12 Larkspur Ln',
      Latitude: 39.7,
    });
  });
});

test.each([
  ...(['Cross Street', 'Directions', 'Lat', 'Lat/Long', 'GPS', 'Unit', 'Apt No', 'Map URL', 'APN'] as const).map(
    (header) => [header, true] as const,
  ),
  ...(['Long Description', 'Area Unit', 'Unit Price', 'Latest offer', 'Pool', 'City', 'Facing direction'] as const).map(
    (header) => [header, false] as const,
  ),
])('a column “%s” tells where a home is: %s', (header, isTold) => {
  expect(tellsWhere(header)).toBe(isTold);
});

describe('a chatbot row about a home', () => {
  const pushed = (cells: Readonly<Record<string, string>>) => stepOf(cells, {}, 'push').step;

  test('is never sent where the listing is kept off the internet', () => {
    expect(pushed({ InternetEntireListingDisplayYN: 'No' })).toMatchObject({ outcome: { status: 'Skipped' } });
    expect(pushed({ InternetEntireListingDisplayYN: '?!' })).toMatchObject({ outcome: { status: 'Invalid' } });
  });

  test('goes without what tells the address where that is kept off', () => {
    const step = pushed({ InternetAddressDisplayYN: 'N' });
    if (step.kind !== 'send' || step.operation.kind !== 'push') throw new Error(JSON.stringify(step));
    expect(JSON.stringify(step.operation.row.Data)).not.toMatch(/larkspur|39\.7/i);
    expect(step.operation.row.Data).toMatchObject({ City: 'Dayton', Pool: 'Yes', InternetAddressDisplayYN: 'N' });
    expect(step.notes[0]).toContain('Address, Lat, Lng, Remarks, Images, Cross Street');
  });
});

describe('the address of a listing that a message filled', () => {
  const planWith = (flag: string, stamp: string, settings: Partial<TabSettings> = {}) => {
    const headers = ['MLS #', 'Status', 'For', 'Address', 'City', 'Show address', 'Event stamp'];
    const texts = ['A100', 'Active', 'for sale', '12 Larkspur Ln', 'Dayton', flag, stamp];
    const row: TableRow = { rowNumber: 2, values: texts, texts };
    const planner = plannerOf({
      table: { headers, headerRowNumber: 1, rows: [row], sampleRows: [row] },
      tabName: 'Homes',
      settings: {
        ...DEFAULT_TAB_SETTINGS,
        missing: 'send',
        mapping: { SaleType: { kind: 'column', header: 'For' } },
        ...settings,
      },
      serialNumber: SERIAL,
      context: { locale: 'en_US', today: '2026-11-21' },
    })('sync');
    if (!planner.ok) throw new Error(planner.error.message);
    const step = planner.value.plan(row);
    if (step.kind !== 'send' || step.operation.kind !== 'update') throw new Error(JSON.stringify(step));
    return JSON.parse(step.operation.bodyText).Address;
  };

  test.each([
    ['it said nothing', '', 'e1;x', {}, undefined],
    ['it said nothing, and the team shows such addresses', '', 'e1;x', { unflaggedAddress: 'show' }, '12 Larkspur Ln'],
    ['it said Y', 'Y', 'e1;x', {}, '12 Larkspur Ln'],
    ['it said N', 'N', 'e1;x', { unflaggedAddress: 'show' }, undefined],
    ['no message filled it', '', '', {}, '12 Larkspur Ln'],
  ] as const)('%s', (_what, flag, stamp, settings, address) => {
    expect(planWith(flag, stamp, settings)).toBe(address);
  });
});
