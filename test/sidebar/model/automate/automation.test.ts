import { describe, expect, test } from 'vitest';
import type { AutomationView, ScheduleView } from '../../../../src/core/contract/automation-view.ts';
import { stripNotices } from '../../../../src/sidebar/model/notices/notices.ts';
import { OFFLINE, OVERVIEW, TAB } from '../fixtures.ts';
import { settle } from '../held-bridge.ts';
import { openSidebar } from '../open-sidebar.ts';

const SCHEDULE: ScheduleView = {
  id: 's1',
  title: 'Every hour: sync “Homes”',
  sentence: 'Every hour: sync “Homes”. Yours, last run today 7:12: 3 Updated.',
  notice: '',
  shown: 'well',
  isMine: true,
  action: 'sync',
  tabIds: [1],
  when: { kind: 'hourly' },
  allowsDeletes: false,
  mayRemove: true,
};

function viewOf(change: Partial<ScheduleView> = {}): AutomationView {
  return {
    schedules: [{ ...SCHEDULE, ...change }],
    tabs: [{ tabId: 1, tabName: 'Homes' }],
    obstacle: '',
    doubt: '',
    webhook: { kind: 'none' },
    mayDelete: [],
    isMailed: false,
    team: [],
  };
}

describe('the Automate view', () => {
  test('reads the schedules when it is opened, and keeps them in view when that fails later', async () => {
    const { store, verbs, doors } = await openSidebar();
    verbs.chooseView('automate');
    await doors.getAutomation.answer(viewOf());
    expect(store.getState().automation).toEqual({ value: viewOf(), isBusy: false });
    void verbs.readAutomation();
    await doors.getAutomation.fail(OFFLINE);
    expect(store.getState().automation).toEqual({ value: viewOf(), failure: OFFLINE, isBusy: false });
  });

  test('shows what a change answers, and not an older answer that comes after it', async () => {
    const { store, verbs, doors } = await openSidebar();
    void verbs.readAutomation();
    void verbs.changeSchedule({ id: 's1', change: 'pause' });
    await doors.changeSchedule.answer(viewOf({ shown: 'paused' }));
    await doors.getAutomation.answer(viewOf());
    expect(store.getState().automation.value?.schedules[0]?.shown).toBe('paused');
  });

  test('tells whoever saves whether it went well', async () => {
    const { verbs, doors } = await openSidebar();
    const input = { action: 'sync', tabIds: [1], when: { kind: 'hourly' }, allowsDeletes: false } as const;
    const refused = verbs.saveSchedule(input);
    await doors.saveSchedule.fail(OFFLINE);
    expect(await refused).toBe(false);
    const saved = verbs.saveSchedule(input);
    await doors.saveSchedule.answer(viewOf());
    expect(await saved).toBe(true);
  });

  test('takes a person to held deletes: their tab, all of its rows, and the question before a delete', async () => {
    const { store, verbs, doors } = await openSidebar();
    void verbs.reviewDeletes(7);
    expect(doors.goToCell.inputs).toEqual([[{ tabId: 7, rowNumber: 1, columnNumber: 1 }]]);
    await doors.goToCell.answer(null);
    while (doors.startRun.inputs.length === 0) {
      await doors.getOverview.answer({ ...OVERVIEW, tab: { ...TAB, tabId: 7 } });
      await settle();
    }
    expect(doors.startRun.inputs[0]?.[0]).toMatchObject({ action: 'sync', scope: 'tab' });
    expect(store.getState().chosenView).toBe('run');
  });
});

test.each([
  ['stopped', 'Stopped. The tab is gone.'],
  ['silent', 'No run since today 7:12.'],
  ['needsReview', '5 deletes wait for a person.'],
] as const)('a schedule that is %s stands above every other view', async (shown, notice) => {
  const { store, verbs, doors } = await openSidebar();
  void verbs.readAutomation();
  await doors.getAutomation.answer(viewOf({ shown, notice }));
  expect(stripNotices(store.getState(), 'run')).toMatchObject([
    { words: `Every hour: sync “Homes”: ${notice}`, remedies: [{ words: 'Look at it', opens: 'automate' }] },
  ]);
  expect(stripNotices(store.getState(), 'automate')).toEqual([]);
});

test.each(['well', 'paused', 'failing'] as const)('a schedule that is %s needs nobody', async (shown) => {
  const { store, verbs, doors } = await openSidebar();
  void verbs.readAutomation();
  await doors.getAutomation.answer(viewOf({ shown }));
  expect(stripNotices(store.getState(), 'run')).toEqual([]);
});
