import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fingerprintOf } from '../../../src/core/actions/fingerprint.ts';
import type { Operation } from '../../../src/core/actions/operation.ts';
import { deleteConfirmation } from '../../../src/core/engine/delete-token.ts';
import { outcomeOf, plannedOutcome, plannedSend } from './planned-rows.ts';
import { deleteRow, pushRow, SERIAL, times, updateRow } from './rows.ts';

const deletion = { kind: 'delete', serialNumber: SERIAL, key: 'K1', keyType: 'URL' } as const;
const plannedDelete = (operation: Operation) =>
  plannedSend({ ...deleteRow(2), operation, fingerprint: fingerprintOf(operation) });
const tokenOf = (...operations: readonly Operation[]) =>
  deleteConfirmation(operations.map(plannedDelete), 'Listings', SERIAL)?.deleteToken;

describe('what a person is asked before anything is deleted', () => {
  test('shows how many listings and every key', () => {
    const planned = times(7, (index) => plannedSend(deleteRow(index + 2)));
    expect(deleteConfirmation(planned, 'Listings', SERIAL)).toMatchObject({
      tabName: 'Listings',
      count: 7,
      keys: ['K2', 'K3', 'K4', 'K5', 'K6', 'K7', 'K8'],
    });
  });

  test('counts only the rows that would be deleted', () => {
    const planned = [plannedSend(updateRow(2)), plannedOutcome(3, outcomeOf('Invalid')), plannedSend(deleteRow(4))];
    expect(deleteConfirmation(planned, 'Listings', SERIAL)).toMatchObject({ count: 1, keys: ['K4'] });
  });

  test('is nothing when nothing would be deleted', () => {
    const planned = [plannedSend(updateRow(2)), plannedSend(pushRow(3)), plannedOutcome(4, outcomeOf('Skipped'))];
    expect(deleteConfirmation(planned, 'Listings', SERIAL)).toBeUndefined();
    expect(deleteConfirmation([], 'Listings', SERIAL)).toBeUndefined();
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
});
