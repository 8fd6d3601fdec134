import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pushPlanner } from '../../../../src/core/actions/push-rows/push-planner.ts';
import type { RowPlanner, Step } from '../../../../src/core/actions/row-planner.ts';
import { DEFAULT_TAB_SETTINGS } from '../../../../src/core/settings/tab-settings.ts';
import type { CellValue, TableRow } from '../../../../src/core/sheet/table.ts';
import { SERIAL } from '../../engine/rows.ts';
import { anyCell } from '../../listing/arbitrary-cell.ts';
import { sequencesTried } from '../../sequences.ts';

const HEADERS = ['Name', 'ID', 'Price', 'Sync status'];

function plannerOf(headers: readonly string[], change: Partial<typeof DEFAULT_TAB_SETTINGS> = {}): RowPlanner {
  const planner = pushPlanner(headers, { ...DEFAULT_TAB_SETTINGS, ...change }, SERIAL, 'Rooms');
  if (!planner.ok) throw new Error(planner.error.message);
  return planner.value;
}

function rowOf(values: readonly CellValue[], texts = values.map(String)): TableRow {
  return { rowNumber: 2, values, texts };
}

describe('the rows of a chatbot', () => {
  test('are known by their ID and read from the columns that are sent', () => {
    expect(plannerOf(HEADERS)).toMatchObject({ keyColumnIndexes: [1], readColumnIndexes: [1, 0, 2] });
  });

  test.each<[CellValue, string]>([
    [7, 'row 7'],
    ['007', 'row 7'],
    [' 7 ', 'row 7'],
    ['seven', ''],
    ['', ''],
  ])('are the same to the chatbot where their IDs are: %j', (id, key) => {
    expect(plannerOf(HEADERS).keyOf(rowOf(['Suite', id, 90, '']))).toBe(key);
  });

  test('become one push each', () => {
    expect(plannerOf(HEADERS).plan(rowOf(['Suite', 7, 90, 'Failed']))).toStrictEqual({
      kind: 'send',
      operation: { kind: 'push', serialNumber: SERIAL, row: { ID: 7, Data: { Name: 'Suite', Price: 90 } } },
      notes: [],
    } satisfies Step);
  });

  test('are sent as shown where the tab says so', () => {
    const step = plannerOf(HEADERS, { sendsShownText: true }).plan(
      rowOf(['Suite', 7, 90, ''], ['Suite', '7', '$90.00', '']),
    );
    expect(step).toMatchObject({ operation: { row: { ID: 7, Data: { Name: 'Suite', Price: '$90.00' } } } });
  });

  test('leave out the columns that are unticked', () => {
    const planner = plannerOf(HEADERS, { excludedHeaders: ['Price'] });
    expect(planner.readColumnIndexes).toEqual([1, 0]);
    expect(planner.plan(rowOf(['Suite', 7, 90, '']))).toMatchObject({
      operation: { row: { Data: { Name: 'Suite' } } },
    });
  });

  test.each([
    ['Front Desk', false],
    ['front_desk', false],
    ['Front desks', true],
  ])('leave out a column that is unticked as "Front desk" when it is headed "%s": sent %s', (header, isSent) => {
    const planner = plannerOf(['ID', header], { excludedHeaders: ['Front desk'] });
    expect(planner.readColumnIndexes).toEqual(isSent ? [0, 1] : [0]);
  });

  test('leave out only the very column that is unticked where two are spelled alike', () => {
    expect(plannerOf(['ID', 'Hint', 'hint'], { excludedHeaders: ['hint'] }).readColumnIndexes).toEqual([0, 1]);
  });

  test.each([
    ['Private Remarks', 'agentRemarks', 'Confidential notes', 'Remarks (internal)', 'Office Notes', 'Notas privadas'],
    ['Lockbox Code', 'LOCK BOX #', 'Gate code', 'AlarmCode', 'Garage Door Pin', 'Entry Code', 'Wifi password'],
    ['Owner Name', 'Owner Phone', 'SellerEmail', 'tenant_phone', 'Landlord contact', 'Teléfono del propietario'],
    ['Interne Notiz', 'Schlüsselcode', 'Türcode', 'Commission %', 'Comisión', 'Buyer Agency Compensation'],
    ['Owner Notes', 'Seller comments', 'Tenant remarks', 'Notas del propietario', 'Mieter Bemerkung'],
    ['Key Location', 'Llaves', 'Reason for Selling', 'Bottom Line', 'Vendor Comments', 'Provision intern'],
    ['Showing Instructions', 'Showing Remarks', 'Appointment notes', 'Broker Remarks', 'Occupant Phone', 'Key safe'],
  ])('leave out columns that are internal by name until a person ticks them: %s, %s …', (...headers) => {
    const row = rowOf(['7', ...headers.map(() => 'for colleagues')]);
    const step = plannerOf(['ID', ...headers]).plan(row);
    expect(step).toMatchObject({ kind: 'send', operation: { row: { Data: {} } } });
    expect(step.kind === 'send' ? step.notes.length : 0).toBe(headers.length);
    const ticked = plannerOf(['ID', ...headers], { includedHeaders: headers }).plan(row);
    expect(ticked).toMatchObject({
      operation: { row: { Data: Object.fromEntries(headers.map((header) => [header, 'for colleagues'])) } },
      notes: [],
    });
  });

  test.each([
    ['Remarks', 'Public Remarks', 'Description', 'Listing Agent', 'Agent Email', 'Office Name', 'Agent Phone'],
    ['Key', 'Key Number', 'Keyword', 'Reason', 'Vendor', 'Bottom Floor', 'Keys to the city'],
    ['Owner Financing', 'Owner Pays', 'Access', 'Door', 'Zip code', 'Postal Code', 'School Code', 'Gated community'],
    ['Garage', 'Security deposit', 'Homeowners Association Phone', 'HOA Notes', 'Number of owners', 'Contact', 'Email'],
  ])('send columns that only sound like them: %s, %s …', (...headers) => {
    const step = plannerOf(['ID', ...headers]).plan(rowOf(['7', ...headers.map(() => 'x')]));
    const sent = step.kind === 'send' && step.operation.kind === 'push' ? Object.keys(step.operation.row.Data) : [];
    expect(sent).toEqual(headers);
  });

  test('take bare notes for internal only in a list of homes', () => {
    const sent = (...headers: readonly string[]) => plannerOf(['ID', ...headers]).readColumnIndexes.length - 1;
    expect([sent('Question', 'Notes'), sent('MLS #', 'Notes'), sent('Comments', 'Gate Code')]).toEqual([2, 1, 0]);
    expect([sent('Question', 'Propietario'), sent('MLS #', 'Propietario'), sent('MLS #', 'Eigentümer')]).toEqual([
      2, 1, 1,
    ]);
    expect([sent('Task', 'Owner'), sent('Beds', 'Owner'), sent('List Price', 'Tenant')]).toEqual([2, 1, 1]);
  });

  test.each([
    ['Beds', 'Alarm'],
    ['MLS #', 'BAC'],
    ['List Price', 'BAC %'],
    ['Schlafzimmer', 'Eigentümer'],
    ['Kaufpreis', 'Wohnfläche', 'Eigentümer'],
    ['Habitaciones', 'Propietario'],
    ['Chambres', 'Propriétaire'],
  ])('take the last of %j for internal, whatever the language of the homes', (...headers) => {
    expect(plannerOf(['ID', ...headers]).readColumnIndexes).toEqual(headers.map((_, index) => index));
  });

  test.each([
    ['Device', 'Alarm'],
    ['Price', 'Eigentümer'],
    ['École', 'Bac'],
  ])('send the last of %j, which is no list of homes', (...headers) => {
    expect(plannerOf(['ID', ...headers]).readColumnIndexes).toEqual([0, 1, 2]);
  });

  test('say which internal column they left out, and which one without a header, where it is filled', () => {
    const planner = plannerOf(['ID', 'Name', '', 'Gate Code']);
    const notesOf = (row: TableRow) => {
      const step = planner.plan(row);
      return step.kind === 'send' ? step.notes : [];
    };
    expect(notesOf(rowOf(['7', 'Suite', 'sea view', 4711]))).toEqual([
      '“Gate Code” is not sent, since it is internal by its name; to send it all the same, tick it under Mapping.',
      'Column C is not sent, since it has no header; give it one.',
    ]);
    expect(notesOf(rowOf(['7', 'Suite', ' ', '']))).toEqual([]);
  });

  test('are Invalid with all that is wrong, at the first cell to blame', () => {
    expect(plannerOf(HEADERS).plan(rowOf(['#REF!', 'seven', 90, '']))).toStrictEqual({
      kind: 'settled',
      outcome: {
        status: 'Invalid',
        detail:
          'ID: "seven" is not a whole number. Enter the number of this row in the chatbot. Name shows the error #REF!. Correct the formula.',
        fingerprint: { kind: 'keep' },
        columnIndex: 1,
      },
    } satisfies Step);
  });

  test.each<[string, readonly CellValue[], string]>([
    ['by the ID', ['Suite', 7], 'ID 7'],
    ['by the first text without an ID', ['', '', 'from $90'], 'from $90'],
    ['by the first text when the ID is blank', ['Suite', ' '], 'Suite'],
    ['by the first text when the row is shorter than the header', ['Suite'], 'Suite'],
    ['by nothing when there is no text', ['', ''], ''],
  ])('are called %s', (_, cells, label) => {
    expect(plannerOf(HEADERS).labelOf(rowOf(cells))).toBe(label);
  });
});

test.each([
  ['without an ID column', ['Name', 'Price'], 'noKeyColumn', '"Rooms" has no column named ID.'],
  [
    'with two columns of one name',
    ['ID', 'Name', 'Name'],
    'duplicateHeaders',
    'Two columns have the header "Name" (B and C).',
  ],
])('a tab %s has no chatbot rows', (_, headers, kind, message) => {
  const planner = pushPlanner(headers, DEFAULT_TAB_SETTINGS, SERIAL, 'Rooms');
  expect(planner).toMatchObject({ ok: false, error: { kind, message } });
});

describe('what a cell shows', () => {
  const DATE = { wallTime: '2026-11-21T00:00:00' };

  test.each<readonly [string, boolean, readonly (readonly [number, CellValue, boolean])[]]>([
    [
      'counts only of a date that stands for an ID',
      false,
      [
        [1, DATE, true],
        [1, 7, false],
        [0, DATE, false],
        [2, 90, false],
      ],
    ],
    [
      'counts of all that is sent but texts, where the tab sends what is shown',
      true,
      [
        [0, DATE, true],
        [2, 90, true],
        [2, true, true],
        [2, '90', false],
        [1, 7, false],
        [3, 7, false],
      ],
    ],
  ])('%s', (_, sendsShownText, cells) => {
    const { needsText } = plannerOf(HEADERS, { sendsShownText });
    expect(cells.map(([columnIndex, value]) => needsText(columnIndex, value))).toEqual(
      cells.map(([, , needs]) => needs),
    );
  });

  test('changes nothing about a row where it does not count', () => {
    const anyRow = fc.tuple(anyCell, anyCell, anyCell, anyCell);
    fc.assert(
      fc.property(anyRow, fc.boolean(), (cells, sendsShownText) => {
        const planner = plannerOf(HEADERS, { sendsShownText });
        const values = cells.map(({ value }) => value);
        const shown = cells.map(({ value, text }) => (typeof value === 'string' ? value : text));
        const needed = shown.map((text, index) => (planner.needsText(index, values[index] ?? '') ? text : undefined));
        const step = planner.plan({ rowNumber: 2, values, texts: needed });
        const whole = planner.plan({ rowNumber: 2, values, texts: shown });
        // Of an ID that is no number the words of the refusal may differ.
        if (step.kind === 'send' || whole.kind === 'send') expect(step).toEqual(whole);
      }),
      { numRuns: sequencesTried(300) },
    );
  });
});
