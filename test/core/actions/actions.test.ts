/** What holds for every action, whichever there are. */
import { describe, expect, test } from 'vitest';
import { ACTIONS, OPERATION_KINDS } from '../../../src/core/actions/actions.ts';
import type { SendRow } from '../../../src/core/actions/batch.ts';
import { settleBatch } from '../../../src/core/actions/settle-batch.ts';
import { toBatches } from '../../../src/core/actions/to-batches.ts';
import type { ApiError } from '../../../src/core/platform/errors.ts';
import type { ApiAnswer } from '../../../src/core/platform/read-answer.ts';
import { ACTION_NAMES, ACTION_WORDS, commandWords, OFFERED_ACTIONS } from '../../../src/core/words/actions.ts';
import { deleteRow, pushRow, times, updateRow } from '../engine/rows.ts';

const CONTEXT = { nowMs: 0, longestPauseMs: 0, random: 0.5 };
const REFUSED: ApiError = { kind: 'refused', message: 'No' };

/** Good answers of every sort to a request that carries one row, or fifty-one. */
const ANSWERS: readonly ApiAnswer[] = [
  ...[0, 1, 2, 60].map((updatedCount) => ({ endpoint: 'updateListing', updatedCount }) as const),
  ...[0, 1, 2, 60].map((deletedCount) => ({ endpoint: 'deleteListings', deletedCount }) as const),
  { endpoint: 'createListing' },
  { endpoint: 'updateRows', updatedIds: [] },
  { endpoint: 'updateRows', updatedIds: [0, 1] },
];

const ROWS: { readonly [Kind in keyof typeof OPERATION_KINDS]: (index: number) => SendRow } = {
  push: (index) => pushRow(index),
  update: (index) => updateRow(index + 2),
  lookUp: (index) => ({ ...updateRow(index + 2), operation: missing('lookUp', index) }),
  create: (index) => ({ ...updateRow(index + 2), operation: missing('create', index) }),
  delete: (index) => deleteRow(index + 2),
};

function missing<Kind extends 'lookUp' | 'create'>(kind: Kind, index: number) {
  const key = `A${index}`;
  return { kind, key, keyType: 'MLSNumber', serialNumber: 'S', mlsNumber: key, bodyText: '{}' } as const;
}

describe.each(ACTION_NAMES)('the action %s', (name) => {
  const { operation, statuses } = ACTIONS[name];

  test('lists every status with which an answer settles its rows', () => {
    const batches = [1, 51].flatMap((count) => toBatches(times(count, ROWS[operation.kind])));
    const settlements = batches.flatMap((batch) => [
      ...ANSWERS.filter(({ endpoint }) => endpoint === batch.call.endpoint).map((value) =>
        settleBatch(batch, { ok: true, value }, CONTEXT),
      ),
      settleBatch(batch, { ok: false, error: REFUSED }, CONTEXT),
    ]);
    const found = settlements.flatMap((one) =>
      one.kind === 'settled' ? one.rows.map((row) => row.outcome.status) : [],
    );
    expect(new Set(found).size).toBeGreaterThanOrEqual(operation.kind === 'create' ? 2 : 3);
    expect(statuses).toEqual(expect.arrayContaining([...new Set(found)]));
  });

  test('says beforehand whether it always asks', () => {
    expect(ACTION_WORDS[name].alwaysAsks).toBe(operation.consentName !== undefined);
  });

  test('has a name that the mark of a row can hold', () => {
    expect(name).toMatch(/^[a-z]+$/);
  });
});

test('every kind of operation is sent by the action that it belongs to', () => {
  const kinds = new Set(Object.values(ACTIONS).map(({ operation }) => operation.kind));
  // A look-up is what an update leads to, and belongs to no action of its own.
  expect([...kinds, 'lookUp'].sort()).toEqual(Object.keys(OPERATION_KINDS).sort());
});

test('a tab is offered what makes sense for what it holds, what most people come for first', () => {
  expect(OFFERED_ACTIONS.listings[0]).toBe('sync');
  expect([...OFFERED_ACTIONS.listings].sort()).toEqual([...ACTION_NAMES].sort());
  expect(OFFERED_ACTIONS.chatbotRows).toEqual(['push']);
  expect(OFFERED_ACTIONS.platform).toEqual(['delete']);
  expect(OFFERED_ACTIONS.left).toEqual(['delete']);
  expect(OFFERED_ACTIONS.own).toEqual([]);
});

test.each([
  ['sync', 24, 'Sync 24 listings'],
  ['delete', 1, 'Delete 1 listing'],
  ['push', 1200, 'Push 1,200 rows'],
  ['sync', undefined, 'Sync listings'],
  ['push', 0, 'Push rows'],
] as const)('a command says its number: %s %o is “%s”', (action, howMany, words) => {
  expect(commandWords(action, howMany)).toBe(words);
});
