/** *Retry failed rows* tries again what failed, for the listings that it failed for. */
import { afterEach, describe, expect, test } from 'vitest';
import type { StartReply } from '../../src/core/engine/run-request.ts';
import { agreementTo, beginWaiting, openSheet, succeed, type TestSheet } from './listing-sheet.ts';
import { listingRow, listingRows, records } from './listings.ts';

let sheet: TestSheet;
afterEach(() => sheet.close());

const retry = { action: 'sync', scope: 'failed' } as const;
const deleteTab = { action: 'delete', scope: 'tab' } as const;

async function openListings(...numbers: readonly string[]): Promise<void> {
  sheet = await openSheet(listingRows(...numbers), { platform: { listings: records(...numbers, 'LIVE') } });
}

/** Runs a delete of all rows that gets no answer. */
async function deleteInVain(): Promise<void> {
  sheet.platform.faults.add({ fault: { kind: 'dropBefore' } });
  await sheet.run(deleteTab);
  sheet.platform.faults.clear();
  expect(new Set(sheet.column('Sync status'))).toEqual(new Set(['Failed']));
}

const numbersLeft = () => sheet.platform.listings().map(({ MLSNumber }) => MLSNumber);

describe('a delete without a clear answer', () => {
  test('is Deleted when its listing is gone by now', async () => {
    await openListings('A1');
    sheet.platform.faults.add({ fault: { kind: 'dropAfter' }, times: 1 });
    await sheet.run(deleteTab);
    expect(sheet.column('Sync status')).toEqual(['Deleted']);
    expect(numbersLeft()).toEqual(['LIVE']);
  });

  test('says nothing of the key that its row was given afterwards', async () => {
    await openListings('A1');
    await deleteInVain();
    sheet.emulator.hands.type('Tab', 'A2', 'TYPO');
    await sheet.run(deleteTab);
    expect(sheet.column('Sync status')).toEqual(['Not found']);
    expect(numbersLeft()).toContain('A1');
  });

  test('is not tried on another listing that was put into its row', async () => {
    await openListings('A1', 'A2');
    await deleteInVain();
    sheet.emulator.hands.paste('Tab', 'A2', [listingRow('LIVE')]);
    const reply = succeed<StartReply>(await sheet.ask('startRun', retry));
    expect(reply).toMatchObject({ kind: 'confirmDeletes', confirmation: { listings: [{ key: 'A2', rowNumber: 3 }] } });
    await sheet.run(retry);
    expect(sheet.column('Sync status')).toEqual(['Skipped', 'Deleted']);
    expect(numbersLeft()).toEqual(expect.arrayContaining(['LIVE', 'A1']));
  });
});

test('an update without a clear answer does not make a later delete of nothing Deleted', async () => {
  sheet = await openSheet(listingRows('B9'), { platform: { listings: records('LIVE') } });
  sheet.platform.faults.add({ fault: { kind: 'dropBefore' } });
  await sheet.run({ action: 'sync', scope: 'tab' });
  expect(sheet.column('Sync status')).toEqual(['Failed']);
  sheet.platform.faults.clear();
  await sheet.run(deleteTab);
  expect(sheet.column('Sync status')).toEqual(['Not found']);
});

test('a delete that was cancelled leaves rows whose update had failed waiting for that update', async () => {
  await openListings('A1', 'A2');
  sheet.platform.faults.add({ fault: { kind: 'status', status: 503 } });
  await sheet.run({ action: 'sync', scope: 'tab' });
  sheet.platform.faults.clear();
  const details = sheet.column('Sync detail');
  const asked = succeed<StartReply>(await sheet.ask('startRun', deleteTab));
  if (asked.kind !== 'confirmDeletes') throw new Error('Nobody was asked.');
  const { runId } = await beginWaiting(sheet, { ...deleteTab, ...agreementTo(asked.confirmation) });
  await sheet.ask('cancelRun', { runId });
  expect(sheet.column('Sync status')).toEqual(['Failed', 'Failed']);
  expect(sheet.column('Sync detail')).toEqual(details);
  const reply = succeed<StartReply>(await sheet.ask('startRun', retry));
  expect(reply.kind).toBe('started');
  expect(sheet.column('Sync status')).toEqual(['Updated', 'Updated']);
});
