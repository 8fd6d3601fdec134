/** A week of a scheduled tab: what happens to it, and that the sidebar says the truth at each moment. */
import { afterEach, expect, test } from 'vitest';
import type { ScheduleView } from '../../src/core/contract/automation-view.ts';
import { nextStep } from '../../src/sidebar/model/automate/next-step.ts';
import { COLLEAGUE, connect, OWNER, openSheet, succeed, type TestSheet } from './listing-sheet.ts';
import { listingRows, records } from './listings.ts';

let sheet: TestSheet;
afterEach(() => sheet.close());

const HOUR_MS = 3_600_000;
const NUMBERS = Array.from({ length: 10 }, (_, index) => `A${index}`);

/** What the sidebar shows of the schedule, and the button it offers first. */
async function shown(user?: string): Promise<ScheduleView & { readonly step: string | undefined }> {
  const [view] = succeed(await sheet.ask('getAutomation', undefined, user)).schedules;
  if (view === undefined) throw new Error('There is no schedule.');
  return { ...view, step: nextStep(view)?.words };
}

/** It is nine in the morning; a day later it is nine again, and the schedule has had its hour. */
const day = (): Promise<unknown> => sheet.emulator.advanceClock(24 * HOUR_MS);

/** Presses the button that is offered first. */
async function pressNext(user?: string): Promise<void> {
  const view = await shown(user);
  const step = nextStep(view);
  if (step === undefined || step.does === 'review') throw new Error('Nothing is offered that changes the schedule.');
  const { does: change, seenRows } = step;
  const seen = seenRows === undefined ? {} : { seenRows };
  succeed(await sheet.ask('changeSchedule', { id: view.id, change, ...seen }, user));
}

test('a week passes, and the sidebar says the truth at each moment', async () => {
  sheet = await openSheet(listingRows(...NUMBERS), { platform: { listings: records(...NUMBERS) } });
  const { tabs } = sheet.emulator.hands.snapshot();
  const tabId = tabs.find(({ name }) => name === 'Tab')?.tabId;
  const when = { kind: 'daily', hour: 7, weekdays: [1, 2, 3, 4, 5, 6, 7] };

  // Saturday: it is made.
  succeed(await sheet.ask('saveSchedule', { action: 'sync', tabIds: [tabId], when, allowsDeletes: false }));
  expect(await shown()).toMatchObject({
    sentence: 'Every day between 7 and 8: sync “Tab”. Yours, not run yet, next tomorrow between 7 and 8.',
    notice: '',
    step: undefined,
  });

  // Sunday: it ran.
  await day();
  expect((await shown()).sentence).toMatch(/Yours, last run today 7:0\d: 10 Updated\.$/);
  expect(await shown()).toMatchObject({ notice: '', step: undefined });

  // Monday: somebody renamed a column that is sent. Nothing goes out under another meaning.
  sheet.platform.journal.clear();
  sheet.emulator.hands.type('Tab', 'E1', 'Quirk');
  await day();
  expect(sheet.requests()).toEqual([]);
  expect(await shown()).toMatchObject({
    shown: 'stopped',
    notice:
      'Stopped. The columns of “Tab” that are sent were renamed, added or removed. Look at it, then start it again.',
    // The reason is said once.
    sentence: expect.stringMatching(/Yours, last run today 7:\d\d\.$/),
    step: 'Start again',
  });
  await connect(sheet, COLLEAGUE);
  expect(await shown(COLLEAGUE)).toMatchObject({
    notice:
      'Stopped. The columns of “Tab” that are sent were renamed, added or removed. Ask its owner to start it again, or take it over.',
    step: 'Take over',
  });
  sheet.emulator.hands.type('Tab', 'E1', 'Bedrooms');
  await pressNext();
  expect(await shown()).toMatchObject({ shown: 'well', notice: '', step: undefined });

  // Tuesday: the platform is down for a day. One failure is told, and tried again.
  const fault = { fault: { kind: 'status', status: 503 } } as const;
  sheet.platform.faults.add(fault);
  sheet.emulator.hands.type('Tab', 'G2', '$470,000');
  await day();
  expect(await shown()).toMatchObject({
    shown: 'failing',
    sentence: expect.stringMatching(/last run today 7:\d\d: .*Failed/),
    notice: 'The last run failed. It is tried again tomorrow between 7 and 8, and stopped if that goes on.',
    step: undefined,
  });

  // Wednesday: it is there again, and what was left is sent.
  sheet.platform.faults.clear();
  await day();
  expect(await shown()).toMatchObject({ shown: 'well', notice: '', step: undefined });
  expect(new Set(sheet.column('Sync status'))).toEqual(new Set(['Updated']));

  // Thursday: the feed lost half of its rows. What is there is synced, and a person is asked.
  sheet.emulator.hands.deleteRows('Tab', 7, 5);
  await day();
  expect(await shown()).toMatchObject({
    shown: 'needsReview',
    notice:
      '“Tab” has 5 of the 10 rows it had when a person looked at it last. Nothing is deleted until somebody says that this is right, or the rows are back. It runs on meanwhile.',
    step: 'It is right as it is',
  });
  await pressNext();
  await day();
  expect((await shown()).shown).toBe('well');

  // The owner leaves. Three hours later everybody is told, and a colleague takes over.
  sheet.emulator.leave(OWNER);
  await sheet.emulator.advanceClock(4 * HOUR_MS);
  const lost = await shown(COLLEAGUE);
  expect(lost.shown).toBe('silent');
  expect(lost.notice).toMatch(/^No run since today 9:\d\d: owner@example\.com may have left/);
  expect(lost.step).toBe('Take over');
  await pressNext(COLLEAGUE);
  await day();
  const taken = await shown(COLLEAGUE);
  expect(taken).toMatchObject({ shown: 'well', notice: '', step: undefined, isMine: true });
  expect(taken.sentence).toMatch(/Yours, last run today 7:\d\d: 5 Unchanged\.$/);
});
