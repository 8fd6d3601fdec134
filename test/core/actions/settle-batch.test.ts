import { describe, expect, test } from 'vitest';
import type { Batch, SendRow } from '../../../src/core/actions/batch.ts';
import { type Settlement, settleBatch } from '../../../src/core/actions/settle-batch.ts';
import { toBatches } from '../../../src/core/actions/to-batches.ts';
import { triedContent } from '../../../src/core/own-cells/mark-cell.ts';
import type { FingerprintChange } from '../../../src/core/own-cells/outcome.ts';
import type { ApiError, ApiErrorKind } from '../../../src/core/platform/errors.ts';
import type { ApiAnswer } from '../../../src/core/platform/read-answer.ts';
import { deleteRow, pushRow, times, updateRow } from '../engine/rows.ts';

const context = { nowMs: 1_000_000, longestPauseMs: 200_000, random: 0.5 };

function batchOf(...rows: readonly SendRow[]): Batch {
  const [batch] = toBatches(rows);
  if (batch === undefined) throw new Error('no batch');
  return batch;
}

const settle = (batch: Batch, value: ApiAnswer) => settleBatch(batch, { ok: true, value }, context);
const settleError = (batch: Batch, error: ApiError) => settleBatch(batch, { ok: false, error }, context);
const error = (kind: ApiErrorKind, more: Partial<ApiError> = {}): ApiError => ({
  kind,
  message: 'It went wrong',
  ...more,
});

function statuses(settlement: Settlement): readonly string[] {
  return settlement.kind === 'settled' ? settlement.rows.map(({ outcome }) => outcome.status) : [settlement.kind];
}

function firstDetail(settlement: Settlement): string {
  return settlement.kind === 'settled' ? (settlement.rows[0]?.outcome.detail ?? '') : '';
}

describe('an update', () => {
  test('of one listing is Updated and confirms the fingerprint', () => {
    const row = updateRow(2);
    expect(settle(batchOf(row), { endpoint: 'updateListing', updatedCount: 1 })).toEqual({
      kind: 'settled',
      rows: [
        {
          row,
          outcome: {
            status: 'Updated',
            detail: 'Updated.',
            fingerprint: { kind: 'confirm', fingerprint: row.fingerprint },
          },
        },
      ],
    });
  });

  test('of no listing is Not found and names the key', () => {
    const settlement = settle(batchOf(updateRow(2)), { endpoint: 'updateListing', updatedCount: 0 });
    expect(statuses(settlement)).toEqual(['Not found']);
    expect(firstDetail(settlement)).toContain('the MLS number K2');
  });

  test('of several listings is Updated with a warning', () => {
    const settlement = settle(batchOf(updateRow(2)), { endpoint: 'updateListing', updatedCount: 3 });
    expect(statuses(settlement)).toEqual(['Updated']);
    expect(firstDetail(settlement)).toContain('updated 3 listings');
  });
});

describe('a delete', () => {
  const bulk = () => batchOf(...times(51, (index) => deleteRow(index + 2)));
  const answer = (deletedCount: number): ApiAnswer => ({ endpoint: 'deleteListings', deletedCount });

  test('of one key is Deleted', () => {
    expect(statuses(settle(batchOf(deleteRow(2)), answer(1)))).toEqual(['Deleted']);
  });

  test('that finds nothing is Not found', () => {
    expect(statuses(settle(batchOf(deleteRow(2)), answer(0)))).toEqual(['Not found']);
  });

  test('that finds nothing after an unclear answer is Deleted', () => {
    expect(statuses(settle(batchOf({ ...deleteRow(2), isUnclear: true }), answer(0)))).toEqual(['Deleted']);
  });

  test('of many keys that all went is Deleted for each', () => {
    expect(new Set(statuses(settle(bulk(), answer(50))))).toEqual(new Set(['Deleted']));
  });

  test('of more listings than keys is Deleted with a warning', () => {
    const settlement = settle(batchOf(deleteRow(2)), answer(3));
    expect(statuses(settlement)).toEqual(['Deleted']);
    expect(firstDetail(settlement)).toContain('removed 3 listings for 1 row: this key is not unique there');
    expect(firstDetail(settle(bulk(), answer(51)))).toContain('one of these keys is not unique there');
  });

  test('of many keys with a shortfall is Unconfirmed for each', () => {
    expect(new Set(statuses(settle(bulk(), answer(49))))).toEqual(new Set(['Unconfirmed']));
  });

  test('of many keys that found none is Not found for each', () => {
    expect(new Set(statuses(settle(bulk(), answer(0))))).toEqual(new Set(['Not found']));
  });

  test('of many keys with a shortfall after an unclear answer is asked again key by key', () => {
    const batch = bulk();
    const unclear = { ...batch, rows: batch.rows.map((row) => ({ ...row, isUnclear: true })) };
    const settlement = settle(unclear, answer(10));
    expect(settlement.kind === 'requeue' ? settlement.batches.map((one) => one.rows.length) : []).toEqual(
      times(50, () => 1),
    );
  });
});

test('a push settles each row by its own ID', () => {
  const settlement = settle(batchOf(pushRow(1), pushRow(2), pushRow(3)), {
    endpoint: 'updateRows',
    updatedIds: [3, 1, 99],
  });
  expect(statuses(settlement)).toEqual(['Pushed', 'Not found', 'Pushed']);
});

describe('what counts as confirmed afterwards', () => {
  test.each<[string, Settlement, FingerprintChange]>([
    [
      'nothing, for a listing that is not there',
      settle(batchOf(updateRow(2)), { endpoint: 'updateListing', updatedCount: 0 }),
      { kind: 'clear' },
    ],
    [
      'the delete, for a listing that is gone',
      settle(batchOf(deleteRow(2)), { endpoint: 'deleteListings', deletedCount: 1 }),
      { kind: 'confirm', fingerprint: deleteRow(2).fingerprint },
    ],
    [
      'the content, for a chatbot row',
      settle(batchOf(pushRow(1)), { endpoint: 'updateRows', updatedIds: [1] }),
      { kind: 'confirm', fingerprint: pushRow(1).fingerprint },
    ],
    [
      'nothing, for a chatbot row that is not there',
      settle(batchOf(pushRow(1)), { endpoint: 'updateRows', updatedIds: [] }),
      { kind: 'clear' },
    ],
    ['nothing, for a row that was refused', settleError(batchOf(updateRow(2)), error('refused')), { kind: 'clear' }],
    [
      'unclear, for one of several deletes that fell short',
      settle(batchOf(...times(51, (index) => deleteRow(index + 2))), { endpoint: 'deleteListings', deletedCount: 1 }),
      { kind: 'retry', isUnclear: true, tried: triedContent(deleteRow(2).fingerprint) },
    ],
    [
      'nothing, where an earlier try of other content may still arrive',
      settle(batchOf({ ...updateRow(2), hasOtherTry: true }), { endpoint: 'updateListing', updatedCount: 1 }),
      { kind: 'confirm', fingerprint: '' },
    ],
    [
      'unclear, and not by what, where tries of different contents may arrive',
      settle(batchOf(...times(51, (index) => ({ ...deleteRow(index + 2), hasOtherTry: true }))), {
        endpoint: 'deleteListings',
        deletedCount: 1,
      }),
      { kind: 'retry', isUnclear: true },
    ],
  ])('%s', (_, settlement, fingerprint) => {
    expect(settlement.kind === 'settled' && settlement.rows[0]?.outcome.fingerprint).toEqual(fingerprint);
  });
});

describe('rows that are given up', () => {
  test.each<[ApiErrorKind, boolean, boolean]>([
    ['rateLimited', false, false],
    ['rateLimited', true, true],
    ['server', false, true],
    ['network', false, true],
  ])('after an error of kind %s, earlier tries unclear %s: may have arrived %s', (kind, wasUnclear, isUnclear) => {
    const batch = { ...batchOf({ ...updateRow(2), isUnclear: wasUnclear }), attempts: 3, pauses: 4 };
    expect(settleError(batch, error(kind))).toMatchObject({
      kind: 'settled',
      rows: [{ outcome: { status: 'Failed', fingerprint: { kind: 'retry', isUnclear } } }],
    });
  });
});

test('an answer about the chatbot’s source settles no rows: asking for it is a mistake', () => {
  expect(() => settle(batchOf(updateRow(2)), { endpoint: 'getSource', itemCount: 1 })).toThrow(
    'The answer is for another request.',
  );
});

describe('an error', () => {
  test.each<ApiErrorKind>(['network', 'server', 'unreadable'])('of kind %s is tried again after a wait', (kind) => {
    const settlement = settleError(batchOf(updateRow(2)), error(kind));
    expect(settlement).toMatchObject({
      kind: 'requeue',
      batches: [{ attempts: 1, notBeforeMs: 1_000_500 }],
    });
  });

  test.each<[string, number, number | undefined, object]>([
    ['no try, the first time', 0, undefined, { attempts: 2, pauses: 1, notBeforeMs: 1_002_000 }],
    ['no try, the fourth time', 3, undefined, { attempts: 2, pauses: 4, notBeforeMs: 1_015_000 }],
    ['no try, for a minute at most', 0, 60_000, { attempts: 2, pauses: 1, notBeforeMs: 1_060_000 }],
    ['a try, for longer than a minute', 0, 60_001, { attempts: 3, pauses: 0, notBeforeMs: 1_060_001 }],
    ['a try, the fifth time', 4, undefined, { attempts: 3, pauses: 4, notBeforeMs: 1_015_000 }],
  ])('that only asks to wait costs %s', (_, pauses, retryAfterMs, again) => {
    const asked = error('rateLimited', retryAfterMs === undefined ? {} : { retryAfterMs });
    const settlement = settleError({ ...batchOf(updateRow(2)), attempts: 2, pauses }, asked);
    expect(settlement).toMatchObject({ kind: 'requeue', batches: [again] });
  });

  test.each<[ApiErrorKind, boolean]>([
    ['network', true],
    ['server', true],
    ['unreadable', true],
    ['rateLimited', false],
  ])('of kind %s leaves it unclear whether the platform acted: %s', (kind, isUnclear) => {
    const settlement = settleError(batchOf(deleteRow(2)), error(kind));
    expect(settlement.kind === 'requeue' && settlement.batches[0]?.rows[0]?.isUnclear).toBe(isUnclear);
  });

  test('waits at least as long as the platform asks', () => {
    const settlement = settleError(batchOf(updateRow(2)), error('rateLimited', { retryAfterMs: 60_000 }));
    expect(settlement).toMatchObject({ batches: [{ notBeforeMs: 1_060_000 }] });
  });

  test.each([
    [200_000, 'requeue'],
    [200_001, 'stop'],
  ])('that asks to wait %s ms, where 200,000 are left, leads to: %s', (retryAfterMs, expected) => {
    const settlement = settleError(batchOf(updateRow(2)), error('rateLimited', { retryAfterMs }));
    expect(statuses(settlement)).toEqual([expected]);
  });

  test('makes the rows Failed, to be retried, after four tries', () => {
    const settlement = settleError({ ...batchOf(updateRow(2)), attempts: 3 }, error('server'));
    expect(settlement).toMatchObject({
      kind: 'settled',
      rows: [{ outcome: { status: 'Failed', fingerprint: { kind: 'retry', isUnclear: true } } }],
    });
    expect(firstDetail(settlement)).toContain('(4 tries)');
  });

  test.each<[string, number, ApiErrorKind, readonly number[]]>([
    ['the last try of a batch', 3, 'server', [2, 2]],
    ['the last try of a batch without an answer', 3, 'network', [2, 2]],
    ['the last try of a batch with an unreadable answer', 3, 'unreadable', [2, 2]],
    ['the last try of a batch on a busy platform', 3, 'rateLimited', []],
    ['what is left of a batch', 4, 'server', [2, 2]],
    ['what is left of what was left', 9, 'server', [2, 2]],
  ])('at %s (after %i attempts, %s) leaves batches of %j', (_, attempts, kind, sizes) => {
    const batch = { ...batchOf(...times(4, (index) => pushRow(index))), attempts, pauses: 4 };
    const settlement = settleError(batch, error(kind));
    const again = settlement.kind === 'requeue' ? settlement.batches : [];
    expect(again.map((one) => one.rows.length)).toEqual(sizes);
    expect(again.every((one) => one.attempts === attempts + 1 && one.notBeforeMs === 0)).toBe(true);
    expect(again.every((one) => one.rows.every((row) => row.isUnclear))).toBe(true);
    if (sizes.length === 0) expect(statuses(settlement)).toEqual(times(4, () => 'Failed'));
  });

  test.each([4, 1])('that only asks to wait costs what is left of a batch, %i rows, no try', (rowCount) => {
    const batch = { ...batchOf(...times(rowCount, (index) => pushRow(index))), attempts: 6 };
    const settlement = settleError(batch, error('rateLimited', { retryAfterMs: 7_000 }));
    expect(settlement).toMatchObject({
      kind: 'requeue',
      batches: [{ attempts: 6, notBeforeMs: expect.any(Number), rows: { length: rowCount } }],
    });
    expect(settlement.kind === 'requeue' && settlement.batches[0]?.notBeforeMs).toBeGreaterThanOrEqual(
      context.nowMs + 7_000,
    );
  });

  test.each<[string, readonly SendRow[], ApiErrorKind]>([
    ['a bulk delete that may have arrived', times(51, (index) => deleteRow(index + 2)), 'network'],
    ['chatbot rows that may have arrived', times(50, (index) => pushRow(index)), 'network'],
  ])('keeps %s together, and counts the try for each row', (_, rows, kind) => {
    const settlement = settleError(batchOf(...rows), error(kind));
    expect(settlement.kind === 'requeue' ? settlement.batches.map((one) => one.rows.length) : []).toEqual([50]);
    expect(settlement.kind === 'requeue' && settlement.batches[0]?.rows.every((row) => row.attempts === 1)).toBe(true);
  });

  test('that refuses one row makes it Rejected with the platform’s words', () => {
    const settlement = settleError(
      batchOf(updateRow(2)),
      error('refused', { message: 'The platform refused it (code 400) with the message "no"' }),
    );
    expect(statuses(settlement)).toEqual(['Rejected']);
    expect(firstDetail(settlement)).toContain('code 400');
  });

  test('by the document’s name of a field says what the field is called here', () => {
    const message = 'The platform refused it (code 400) with the message "LotArea is required"';
    expect(firstDetail(settleError(batchOf(updateRow(2)), error('refused', { message })))).toBe(
      'The platform refused it (code 400) with the message "LotArea is required", which is about Lot area. Correct the row and run again.',
    );
  });

  test('that refuses many rows splits them', () => {
    const settlement = settleError(batchOf(...times(4, (index) => pushRow(index))), error('refused'));
    expect(settlement).toMatchObject({ kind: 'requeue', batches: [{ attempts: 0 }, { attempts: 0 }] });
  });

  test.each<ApiErrorKind>(['unauthorized', 'moved', 'quota'])('of kind %s stops the run', (kind) => {
    expect(settleError(batchOf(updateRow(2)), error(kind))).toEqual({ kind: 'stop', error: error(kind) });
  });
});

test('a detail never exceeds a readable length', () => {
  const settlement = settleError(batchOf(updateRow(2)), error('refused', { message: 'x'.repeat(2000) }));
  expect(firstDetail(settlement).length).toBeLessThan(500);
});
