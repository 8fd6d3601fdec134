/** Rows and batches for the tests of the run, by intent. */
import type { SendRow } from '../../../src/core/actions/batch.ts';
import { fingerprintOf } from '../../../src/core/actions/fingerprint.ts';
import type { Operation } from '../../../src/core/actions/operation.ts';
import { updateOf } from '../../../src/core/actions/sync-listings/update-operation.ts';

export const SERIAL = '3254a9d0424c4806b9ea3d0763abcdef';

export function pushRow(id: number, data: Record<string, string | number> = { name: `row ${id}` }): SendRow {
  return sendRow(id + 1, { kind: 'push', serialNumber: SERIAL, row: { ID: id, Data: data } });
}

export function deleteRow(rowNumber: number, keyType: 'MLSNumber' | 'URL' = 'MLSNumber'): SendRow {
  return sendRow(rowNumber, { kind: 'delete', serialNumber: SERIAL, key: `K${rowNumber}`, keyType });
}

export function updateRow(rowNumber: number): SendRow {
  return sendRow(rowNumber, updateOf({ SerialNumber: SERIAL, Key: `K${rowNumber}`, KeyType: 'MLSNumber' }));
}

function sendRow(rowNumber: number, operation: Operation): SendRow {
  return {
    rowNumber,
    identity: `identity ${rowNumber}`,
    operation,
    fingerprint: fingerprintOf(operation),
    isUnclear: false,
    hasOtherTry: false,
    notes: [],
    attempts: 0,
    derived: [],
  };
}

export function times<T>(count: number, make: (index: number) => T): readonly T[] {
  return Array.from({ length: count }, (_, index) => make(index));
}
