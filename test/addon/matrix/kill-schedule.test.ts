/** A slot of several tabs, killed at its service calls: every tab is done once, in order, and what was held is never sent. */
import { expect, test } from 'vitest';
import { parseSchedule, type ScheduleRecord } from '../../../src/core/schedule/record.ts';
import { openSheet, succeed } from '../listing-sheet.ts';
import { LISTING_HEADERS, listingRow, records } from '../listings.ts';
import { brokenByKills, HOUR_MS, type SlotScene, timesSent } from './killed-slots.ts';
import { MATRIX_SIZE } from './matrix-size.ts';

/** The second listing of each tab is to be deleted. */
const TABS = { Tab: ['A1', 'A2'], Rentals: ['B1', 'B2'], Land: ['C1', 'C2'] } as const;
const NAMES = ['Tab', 'Rentals', 'Land'] as const;
const GONE = ['A2', 'B2', 'C2'];

/** Three tabs that one schedule syncs every hour, one after the other. */
async function open(allowsDeletes: boolean): Promise<SlotScene> {
  const [first, ...others] = NAMES.map((name) => [
    LISTING_HEADERS,
    listingRow(TABS[name][0]),
    listingRow(TABS[name][1], { 'Listing status': 'Withdrawn' }),
  ]);
  const sheet = await openSheet(first ?? [], { platform: { listings: records(...Object.values(TABS).flat()) } });
  NAMES.slice(1).forEach((name, index) => {
    sheet.emulator.hands.addTab(name, others[index] ?? []);
  });
  const { tabs } = sheet.emulator.hands.snapshot();
  const tabIds = NAMES.map((name) => tabs.find((tab) => tab.name === name)?.tabId);
  const input = { action: 'sync', tabIds, when: { kind: 'hourly' }, allowsDeletes };
  const { schedules } = succeed(await sheet.ask('saveSchedule', input));
  sheet.platform.journal.clear();
  return { sheet, id: schedules[0]?.id ?? '' };
}

function recordOf({ sheet, id }: SlotScene): ScheduleRecord {
  const record = parseSchedule(sheet.emulator.properties('document')[`schedule.${id}`] ?? null);
  if (record === undefined) throw new Error('The schedule is gone.');
  return record;
}

const slotNow = ({ sheet }: SlotScene) => new Date(sheet.emulator.now()).toISOString().slice(0, 13);

/** Plays the slot, killed or not, and two that follow; what is broken in the end. */
async function playSlots(scene: SlotScene, allowsDeletes: boolean, kill: object): Promise<readonly string[]> {
  const { sheet } = scene;
  await sheet.emulator.advanceClock(HOUR_MS, kill);
  await sheet.emulator.advanceClock(HOUR_MS);
  const broken: string[] = [];
  const { status, failures, underWay, lastRun, review } = recordOf(scene);
  if (status.kind !== 'active' || failures > 0 || underWay !== undefined) broken.push('it does not run');
  if (lastRun?.slot !== slotNow(scene)) broken.push(`the last slot is ${lastRun?.slot}`);
  for (const name of NAMES) if (!lastRun?.words.includes(`${name}: `)) broken.push(`nothing is said of ${name}`);
  if ((review === undefined) !== allowsDeletes) broken.push('what waits for a person is not told');
  for (const name of NAMES) {
    const statuses = sheet.column('Sync status', name).join();
    if (statuses !== (allowsDeletes ? 'Updated,Deleted' : 'Updated,Skipped')) broken.push(`${name}: ${statuses}`);
  }
  const updates = timesSent(scene, 'RealEstateUpdate');
  const deletes = timesSent(scene, 'RealEstateDelete');
  const left = sheet.platform.listings().map(({ MLSNumber }) => String(MLSNumber));
  if (Object.keys(updates).sort().join() !== 'A1,B1,C1') broken.push(`updates of ${Object.keys(updates)}`);
  if (Object.keys(deletes).sort().join() !== (allowsDeletes ? GONE.join() : ''))
    broken.push(`deletes of ${Object.keys(deletes)}`);
  // Only what was under way when the kill came is sent once more.
  const again = [...Object.values(updates), ...Object.values(deletes)].filter((times) => times > 1);
  if (again.length > 2 || again.some((times) => times > 2)) broken.push(`${again.length} were sent again`);
  if (left.filter((key) => GONE.includes(key)).length !== (allowsDeletes ? 0 : 3)) broken.push(`left: ${left}`);
  sheet.platform.journal.clear();
  await sheet.emulator.advanceClock(HOUR_MS);
  if (sheet.requests().length > 0) broken.push('something was left to be sent');
  if (sheet.emulator.triggers().length !== 1) broken.push(`${sheet.emulator.triggers().length} triggers`);
  return broken;
}

test.each([true, false])(
  'a slot of three tabs that is killed anywhere does each of them once (deletes allowed: %s)',
  async (allowsDeletes) => {
    const play = (scene: SlotScene, kill: object) => playSlots(scene, allowsDeletes, kill);
    expect(await brokenByKills({ open: () => open(allowsDeletes), play })).toEqual([]);
  },
  MATRIX_SIZE.timeoutMs,
);
