/** The words of an outcome: what happened, to what, and what to do next. */
import { expect, test } from 'vitest';
import type { Batch, SendRow } from '../../../src/core/actions/batch.ts';
import { settleBatch } from '../../../src/core/actions/settle-batch.ts';
import { updateOf } from '../../../src/core/actions/sync-listings/update-operation.ts';
import { toBatches } from '../../../src/core/actions/to-batches.ts';
import type { KeyType } from '../../../src/core/listing/fields.ts';
import type { ApiError } from '../../../src/core/platform/errors.ts';
import type { ApiAnswer } from '../../../src/core/platform/read-answer.ts';
import type { Result } from '../../../src/core/terms/result.ts';
import { deleteRow, pushRow, SERIAL, times, updateRow } from '../engine/rows.ts';

const context = { nowMs: 1_000_000, longestPauseMs: 200_000, random: 0.5 };
const notes = ['Price was rounded.', 'Look at it.'];

const updated = (updatedCount: number): ApiAnswer => ({ endpoint: 'updateListing', updatedCount });
const deleted = (deletedCount: number): ApiAnswer => ({ endpoint: 'deleteListings', deletedCount });
const pushed = (...updatedIds: readonly number[]): ApiAnswer => ({ endpoint: 'updateRows', updatedIds });

function updateBy(keyType: KeyType): SendRow {
  return { ...updateRow(2), operation: updateOf({ SerialNumber: SERIAL, Key: 'K2', KeyType: keyType }) };
}

function deleteBy(keyType: KeyType): SendRow {
  return { ...deleteRow(2), operation: { kind: 'delete', serialNumber: SERIAL, key: 'K2', keyType } };
}

/** The request that carries the first of the rows. */
function firstBatch(rows: readonly SendRow[]): Batch {
  const [batch] = toBatches(rows);
  if (batch === undefined) throw new Error('no batch');
  return batch;
}

function firstDetail(batch: Batch, result: Result<ApiAnswer, ApiError>): string {
  const settlement = settleBatch(batch, result, context);
  if (settlement.kind !== 'settled') throw new Error(`expected an outcome, not ${settlement.kind}`);
  return settlement.rows[0]?.outcome.detail ?? '';
}

test.each<[string, SendRow, ApiAnswer]>([
  ['Updated.', updateRow(2), updated(1)],
  ['Updated. Price was rounded. Look at it.', { ...updateRow(2), notes }, updated(1)],
  [
    'Updated. The platform updated 2 listings: this key is not unique there. Price was rounded. Look at it.',
    { ...updateRow(2), notes },
    updated(2),
  ],
  [
    'The platform has no listing with the MLS number K2. Create it there first, or correct the key. Mapping › Tab settings can let this tab create such listings.',
    updateBy('MLSNumber'),
    updated(0),
  ],
  [
    'The platform has no listing with the URL K2. Create it there first, or correct the key. Mapping › Tab settings can let this tab create such listings.',
    updateBy('URL'),
    updated(0),
  ],
  [
    'The platform has no listing with the key K2. Create it there first, or correct the key. Mapping › Tab settings can let this tab create such listings.',
    updateBy('NewOaks'),
    updated(0),
  ],
  ['Deleted.', deleteRow(2), deleted(1)],
  ['Deleted. Price was rounded. Look at it.', { ...deleteRow(2), notes }, deleted(1)],
  [
    'Deleted: an earlier try had no clear answer, and the listing is gone now.',
    { ...deleteRow(2), isUnclear: true },
    deleted(0),
  ],
  [
    'The platform has no listing with the MLS number K2, so there was nothing to delete.',
    deleteBy('MLSNumber'),
    deleted(0),
  ],
  ['The platform has no listing with the URL K2, so there was nothing to delete.', deleteBy('URL'), deleted(0)],
  ['The platform has no listing with the key K2, so there was nothing to delete.', deleteBy('NewOaks'), deleted(0)],
  ['Pushed.', pushRow(1), pushed(1)],
  ['Pushed. Price was rounded. Look at it.', { ...pushRow(1), notes }, pushed(1)],
  ['The chatbot has no row with ID 1. Add the row to the chatbot first, or correct the ID.', pushRow(1), pushed(2)],
])('%s', (detail, row, answer) => {
  expect(firstDetail(firstBatch([row]), { ok: true, value: answer })).toBe(detail);
});

test('a bulk delete that fell short says by how much', () => {
  const bulk = firstBatch(times(51, (index) => deleteRow(index + 2)));
  expect(firstDetail(bulk, { ok: true, value: deleted(49) })).toBe(
    'The platform removed 49 of 50 listings and does not say which. Run again to settle it.',
  );
});

test('a row that was refused is told to be corrected', () => {
  const error: ApiError = { kind: 'refused', message: 'The platform refused it' };
  expect(firstDetail(firstBatch([updateRow(2)]), { ok: false, error })).toBe(
    'The platform refused it. Correct the row and run again.',
  );
});

test.each([
  [3, 'It went wrong (4 tries). Nothing is lost: run again, or use Retry failed rows.'],
  [9, 'It went wrong (10 tries). Nothing is lost: run again, or use Retry failed rows.'],
])('a row that is given up after %s earlier tries says: %s', (attempts, detail) => {
  const error: ApiError = { kind: 'server', message: 'It went wrong' };
  expect(firstDetail({ ...firstBatch([updateRow(2)]), attempts }, { ok: false, error })).toBe(detail);
});
