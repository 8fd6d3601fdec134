/** Agreement to a delete: it is given to one person's run, and no text that somebody writes into a cell stands for it. */
import { afterEach, expect, test } from 'vitest';
import { fingerprintOf } from '../../src/core/actions/fingerprint.ts';
import { remoteIdentity } from '../../src/core/actions/operation-facts.ts';
import { plannedKey } from '../../src/core/own-cells/mark-cell.ts';
import {
  beginWaiting,
  CHATBOT_ID,
  COLLEAGUE,
  openSheet,
  SECRET_KEY,
  succeed,
  type TestSheet,
} from './listing-sheet.ts';
import { LISTING_HEADERS, listingRow, listingRows, records } from './listings.ts';

let sheet: TestSheet;
afterEach(() => sheet.close());

/** The mark that a run gives to a delete, as anybody can read it in a cell and write it into another. */
function deleteMark(runId: string, key: string): string {
  const operation = { kind: 'delete', serialNumber: CHATBOT_ID, key, keyType: 'MLSNumber' } as const;
  return `${runId} delete ${fingerprintOf(operation)} k1:${plannedKey(remoteIdentity(operation))}`;
}

const ownMark = (): string => sheet.column('Sync mark')[0] ?? '';

test.each([
  ['without a signature', () => ''],
  ['with a made-up one', () => ` s1:${'0'.repeat(16)}`],
])('a row that somebody marks as agreed to %s is not deleted', async (_, signature) => {
  sheet = await openSheet(listingRows('A1'), { platform: { listings: records('A1', 'A2') } });
  const { runId } = await beginWaiting(sheet, { action: 'sync', scope: 'tab' });
  sheet.emulator.hands.paste('Tab', 'A3', [[...listingRow('A2'), `${deleteMark(runId, 'A2')}${signature()}`]]);
  succeed(await sheet.ask('continueRun', { runId }));
  expect(sheet.sent('RealEstateDelete')).toEqual([]);
  expect(sheet.column('Sync status')).toEqual(['Updated', '']);
  expect(sheet.column('Sync detail')[1]).toContain('Nothing was sent for this row');
});

test('a signature is good for its own listing only', async () => {
  sheet = await openSheet(listingRows('A1'), { platform: { listings: records('A1', 'A2') } });
  const asked = succeed(await sheet.ask('startRun', { action: 'delete', scope: 'tab' }));
  if (asked.kind !== 'confirmDeletes') throw new Error('The delete was not asked about.');
  const { deleteToken } = asked.confirmation;
  const { runId } = await beginWaiting(sheet, { action: 'delete', scope: 'tab', deleteToken });
  const signature = / s1:[0-9a-f]{16}$/.exec(ownMark())?.[0] ?? '';
  sheet.emulator.hands.paste('Tab', 'A3', [[...listingRow('A2'), `${deleteMark(runId, 'A2')}${signature}`]]);
  succeed(await sheet.ask('continueRun', { runId }));
  expect(sheet.sent('RealEstateDelete')).toMatchObject([{ Keys: ['A1'] }]);
  expect(sheet.column('Sync status')).toEqual(['Deleted', 'Skipped']);
});

test('nobody carries on the deletes that somebody else has agreed to', async () => {
  sheet = await openSheet(listingRows('A1'), { platform: { listings: records('A1') } });
  const connection = { key: SECRET_KEY, chatbotId: CHATBOT_ID, authHeader: 'Authorization', sharing: 'me' } as const;
  succeed(await sheet.ask('saveConnection', connection, COLLEAGUE));
  const asked = succeed(await sheet.ask('startRun', { action: 'delete', scope: 'tab' }));
  if (asked.kind !== 'confirmDeletes') throw new Error('The delete was not asked about.');
  const { deleteToken } = asked.confirmation;
  const { runId } = await beginWaiting(sheet, { action: 'delete', scope: 'tab', deleteToken });
  succeed(await sheet.ask('continueRun', { runId }, COLLEAGUE));
  expect(sheet.sent('RealEstateDelete')).toEqual([]);
  expect(sheet.column('Sync status')).toEqual(['Skipped']);
});

test('a listings tab has as many columns as these tests count on', () => {
  expect(LISTING_HEADERS).toHaveLength(20);
});
