/** A slot that syncs a tab and deletes what has left it, killed at its service calls: it converges, and what came back is never deleted. */
import { expect, test } from 'vitest';
import { parseSchedule } from '../../../src/core/schedule/record.ts';
import { DEFAULT_TAB_SETTINGS } from '../../../src/core/settings/tab-settings.ts';
import { openSheet, succeed, type TestSheet } from '../listing-sheet.ts';
import { LISTING_HEADERS, listingRow, records } from '../listings.ts';
import { brokenByKills, HOUR_MS, type SlotScene, timesSent } from './killed-slots.ts';
import { MATRIX_SIZE } from './matrix-size.ts';

const NUMBERS = Array.from({ length: 10 }, (_, index) => `A${index}`);
const GONE = ['A1', 'A2', 'A3'];

/** Ten listings that a schedule has synced once, three of whose rows are gone since. */
async function open(): Promise<SlotScene> {
  const rows = [LISTING_HEADERS, ...NUMBERS.map((number) => listingRow(number))];
  const sheet = await openSheet(rows, { platform: { listings: records(...NUMBERS) } });
  const tabId = sheet.emulator.hands.activeTabId();
  const settings = { ...DEFAULT_TAB_SETTINGS, rowsThatLeft: 'delete' };
  succeed(await sheet.ask('saveTabSettings', { tabId, settings }));
  const input = { action: 'sync', tabIds: [tabId], when: { kind: 'hourly' }, allowsDeletes: true };
  const { schedules } = succeed(await sheet.ask('saveSchedule', input));
  await sheet.emulator.advanceClock(HOUR_MS);
  sheet.emulator.hands.deleteRows('Tab', 3, 3);
  sheet.platform.journal.clear();
  return { sheet, id: schedules[0]?.id ?? '' };
}

/** The row of a listing comes back at the end of the tab. */
function bringBack({ emulator }: TestSheet, number: string): void {
  const rowNumber = emulator.hands.values('Tab').length + 1;
  for (const [column, cell] of listingRow(number).entries())
    emulator.hands.type('Tab', `${String.fromCharCode(65 + column)}${rowNumber}`, cell);
}

const timesDeleted = (scene: SlotScene) => timesSent(scene, 'RealEstateDelete');

/** What is broken after the slots that follow, once one of the rows came back. */
async function play(scene: SlotScene, kill: object): Promise<readonly string[]> {
  const { sheet, id } = scene;
  const { emulator } = sheet;
  await emulator.advanceClock(HOUR_MS, kill);
  const before = timesDeleted(scene);
  const back = GONE.find((key) => before[key] === undefined);
  if (back !== undefined) bringBack(sheet, back);
  await emulator.advanceClock(2 * HOUR_MS);
  const broken: string[] = [];
  const times = timesDeleted(scene);
  const deleted = Object.keys(times).sort();
  if (deleted.join() !== GONE.filter((key) => key !== back).join()) broken.push(`deletes of ${deleted.join()}`);
  // Only what was under way when the kill came is sent once more.
  if (Object.values(times).some((count) => count > 2)) broken.push('a delete was sent three times');
  const there = sheet.platform.listings().map(({ MLSNumber }) => String(MLSNumber));
  const wanted = NUMBERS.filter((number) => !GONE.includes(number) || number === back);
  if (there.sort().join() !== wanted.join()) broken.push(`there are ${there.join()}`);
  const record = parseSchedule(emulator.properties('document')[`schedule.${id}`] ?? null);
  if (record?.status.kind !== 'active' || record.failures > 0 || record.underWay !== undefined)
    broken.push('it does not run');
  if (record?.review !== undefined) broken.push('a person is asked');
  const statuses = new Set(sheet.column('Sync status'));
  if (![...statuses].every((status) => status === 'Unchanged' || status === 'Updated'))
    broken.push(`statuses ${[...statuses].join()}`);
  sheet.platform.journal.clear();
  await emulator.advanceClock(HOUR_MS);
  if (sheet.requests().length > 0) broken.push('something was left to be sent');
  return broken;
}

test(
  'what has left a tab is deleted once wherever the slot is killed, and not if it came back before that',
  async () => {
    const undisturbed = (scene: SlotScene) => expect(Object.keys(timesDeleted(scene))).toEqual(GONE);
    expect(await brokenByKills({ open, play, undisturbed })).toEqual([]);
  },
  MATRIX_SIZE.timeoutMs,
);
