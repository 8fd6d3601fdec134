import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fingerprintOf } from '../../../src/core/actions/fingerprint.ts';
import type { Operation } from '../../../src/core/actions/operation.ts';
import { deleteConfirmation, heedAgreement } from '../../../src/core/engine/delete-review.ts';
import type { PlannedRow } from '../../../src/core/engine/plan-rows.ts';
import type { DeleteConfirmation } from '../../../src/core/engine/run-request.ts';
import { outcomeOf, plannedOutcome, plannedSend } from './planned-rows.ts';
import { deleteRow, pushRow, SERIAL, times, updateRow } from './rows.ts';

const LARGE_TAB = { recentDeletes: 0, confirmed: 1_000, rows: 1_000, agreedRows: 0 };

function asked(planned: readonly PlannedRow[], load: DeleteConfirmation['load'] = LARGE_TAB, digit = 'a') {
  const secret = () => digit.repeat(32);
  return deleteConfirmation(planned, {
    tabName: 'Listings',
    chatbotId: SERIAL,
    scope: 'selection',
    notes: ['Two columns changed places.'],
    secret,
    load: () => load,
  });
}

const deletion = { kind: 'delete', serialNumber: SERIAL, key: 'K1', keyType: 'URL' } as const;
const plannedDelete = (operation: Operation, rowNumber = 2) =>
  plannedSend({ ...deleteRow(rowNumber), operation, fingerprint: fingerprintOf(operation) });
const deletes = (count: number) =>
  times(count, (index) => plannedDelete({ ...deletion, key: `K${index + 2}` }, index + 2));
const tokenOf = (...operations: readonly Operation[]) =>
  asked(operations.map((operation) => plannedDelete(operation)))?.deleteToken;

describe('what a person is shown before anything is deleted', () => {
  test('is every listing: its key, where it is, its row and why it goes', () => {
    const [row] = deletes(1);
    if (row?.kind !== 'send') throw new Error('A delete is sent.');
    const home = {
      ...row,
      planner: { ...row.planner, subjectOf: () => '12 Oak St' },
      send: { ...row.send, why: 'Off the market (“Sold”)' },
    };
    expect(asked([home, ...deletes(300).slice(1)])).toMatchObject({ tabName: 'Listings', chatbotId: SERIAL });
    expect(asked([home, ...deletes(300).slice(1)])?.listings).toHaveLength(300);
    expect(asked([home])?.listings).toEqual([
      {
        id: expect.stringMatching(/^[0-9a-f]{16}$/),
        key: 'K2',
        address: '12 Oak St',
        rowNumber: 2,
        why: 'Off the market (“Sold”)',
      },
    ]);
  });

  test('are only the rows that would be deleted, and the others are counted', () => {
    const planned = [plannedSend(updateRow(2)), plannedOutcome(3, outcomeOf('Invalid')), plannedSend(deleteRow(4))];
    expect(asked(planned)).toMatchObject({ listings: [{ key: 'K4', rowNumber: 4 }], otherRows: 1 });
    expect(asked(planned)?.said.slice(0, 2)).toEqual([
      'Two columns changed places.',
      expect.stringContaining('There is no undo'),
    ]);
  });

  test('is nothing when nothing would be deleted, and nothing is looked up for it', () => {
    const planned = [plannedSend(updateRow(2)), plannedSend(pushRow(3)), plannedOutcome(4, outcomeOf('Skipped'))];
    const load = () => {
      throw new Error('Nobody needs it.');
    };
    const question = {
      tabName: 'Listings',
      chatbotId: SERIAL,
      scope: 'tab' as const,
      notes: [],
      secret: () => 'a'.repeat(32),
      load,
    };
    expect(deleteConfirmation(planned, question)).toBeUndefined();
    expect(asked([])).toBeUndefined();
  });
});

describe('agreeing to deletes agrees', () => {
  test('to the same deletes in any order', () => {
    const operations = times(7, (index) => ({ ...deletion, key: `K${index}` }));
    fc.assert(
      fc.property(fc.shuffledSubarray([...operations], { minLength: operations.length }), (shuffled) => {
        expect(tokenOf(...shuffled)).toBe(tokenOf(...operations));
      }),
    );
  });

  test.each<[string, readonly Operation[]]>([
    ['another key', [{ ...deletion, key: 'K2' }]],
    ['a key of another kind', [{ ...deletion, keyType: 'MLSNumber' }]],
    ['another chatbot', [{ ...deletion, serialNumber: '9999' }]],
    ['one key more', [deletion, { ...deletion, key: 'K2' }]],
  ])('not to %s', (_, operations) => {
    expect(tokenOf(...operations)).not.toBe(tokenOf(deletion));
  });

  test('not to a key that looks like two of those shown', () => {
    const [one, other] = [deletion, { ...deletion, key: 'K2' }];
    const joined = { ...deletion, key: `K1${SERIAL}\u0000URL\u0000K2` };
    expect(tokenOf(joined)).not.toBe(tokenOf(one, other));
  });

  test('not in the place of somebody else', () => {
    const planned = deletes(2);
    expect(asked(planned, LARGE_TAB, 'b')?.deleteToken).not.toBe(asked(planned)?.deleteToken);
  });
});

describe('the answer', () => {
  const planned = [...deletes(4), plannedSend(updateRow(9))];
  const SMALL_TAB = { recentDeletes: 0, confirmed: 5, rows: 5, agreedRows: 0 };

  function heed(answer: object, load = SMALL_TAB) {
    const confirmation = asked(planned, load);
    if (confirmation === undefined) throw new Error('Nobody was asked.');
    const { deleteToken, listings } = confirmation;
    const ids = listings.map(({ id }) => id);
    return {
      ids,
      heeded: (more: object = {}) => heedAgreement(planned, confirmation, { deleteToken, ...answer, ...more }),
    };
  }

  const kinds = (rows: readonly PlannedRow[]) => rows.map(({ kind }) => kind);

  test('sends what stayed ticked, and the row of what did not says so', () => {
    const { ids, heeded } = heed({});
    const rows = heeded({ leftOut: ids.slice(0, 1) });
    expect(rows.ok && kinds(rows.value)).toEqual(['settled', 'send', 'send', 'send', 'send']);
    expect(rows.ok && rows.value[0]).toMatchObject({
      outcome: { status: 'Skipped', detail: expect.stringContaining('You left this delete out') },
    });
  });

  test('may send the other rows only', () => {
    const { ids, heeded } = heed({});
    const rows = heeded({ leftOut: ids });
    expect(rows.ok && kinds(rows.value)).toEqual(['settled', 'settled', 'settled', 'settled', 'send']);
  });

  test('above the brake is none without the number', () => {
    const { heeded } = heed({});
    expect(heeded()).toMatchObject({
      ok: false,
      error: { kind: 'deletesHeld', message: expect.stringContaining('More than 3 deletes within 24 hours') },
    });
    expect(heeded({ typedCount: 3 }).ok).toBe(false);
    expect(heeded({ typedCount: 4 }).ok).toBe(true);
  });

  test('counts what was deleted of late', () => {
    const { ids, heeded } = heed({}, { ...SMALL_TAB, recentDeletes: 1 });
    expect(heeded({ leftOut: ids.slice(0, 1) }).ok).toBe(false);
    expect(heeded({ leftOut: ids.slice(0, 2) }).ok).toBe(true);
  });

  test('is none for a tab that lost a third of its rows, however few go', () => {
    const { ids, heeded } = heed({ typedCount: 1 }, { ...SMALL_TAB, agreedRows: 8 });
    expect(heeded({ leftOut: ids.slice(0, 3), typedCount: undefined }).ok).toBe(false);
    expect(heeded({ leftOut: ids.slice(0, 3) }).ok).toBe(true);
  });

  test('to another question is none', () => {
    const { heeded } = heed({ typedCount: 4 });
    expect(heeded({ deleteToken: '0'.repeat(16) })).toMatchObject({ ok: false, error: { kind: 'deletesChanged' } });
    expect(heeded({ leftOut: ['0'.repeat(16)], typedCount: 3 })).toMatchObject({ error: { kind: 'deletesChanged' } });
  });
});
