import { describe, expect, test } from 'vitest';
import type { Operation } from '../../../src/core/actions/operation.ts';
import { remoteIdentity } from '../../../src/core/actions/operation-facts.ts';
import { updateOf } from '../../../src/core/actions/sync-listings/update-operation.ts';

const body = { SerialNumber: '3254', Key: 'K1', KeyType: 'URL', ZIP: '02139' } as const;
const deletion = { kind: 'delete', serialNumber: '3254', key: 'K1', keyType: 'URL' } as const;

test('an update carries its key, and its body as the JSON text that is sent', () => {
  expect(updateOf({ ...body, City: undefined })).toEqual({
    kind: 'update',
    key: 'K1',
    keyType: 'URL',
    bodyText: '{"SerialNumber":"3254","Key":"K1","KeyType":"URL","ZIP":"02139"}',
  });
});

describe('what the platform knows a row by', () => {
  test.each<[string, Operation, string]>([
    ['a chatbot row: its ID', { kind: 'push', serialNumber: '3254', row: { ID: 7, Data: { name: 'a' } } }, 'row 7'],
    ['a listing to update: its key, whatever its case, and what kind of key it is', updateOf(body), 'URL k1'],
    ['a listing to delete: the same', deletion, 'URL k1'],
    ['a listing with a key of another kind', { ...deletion, keyType: 'MLSNumber' }, 'MLSNumber k1'],
  ])('%s', (_, operation, identity) => {
    expect(remoteIdentity(operation)).toBe(identity);
  });
});
