/** The webhook in the sidebar: set up, tried, and taken in when the sidebar is opened. */
import { describe, expect, test } from 'vitest';
import type { AutomationView } from '../../../../src/core/contract/automation-view.ts';
import type { WebhookView } from '../../../../src/core/contract/webhook-view.ts';
import { stripNotices } from '../../../../src/sidebar/model/notices/notices.ts';
import { OFFLINE } from '../fixtures.ts';
import { settle } from '../held-bridge.ts';
import { openSidebar } from '../open-sidebar.ts';

const COUNTS = { new: 1, updated: 0, removed: 0, same: 0, stale: 0, aside: 0, waiting: 0, passed: {} };
const TAKEN = { counts: COUNTS, note: '', message: '1 new.', hasMore: false };
const ADDRESS = 'https://script.google.com/macros/s/AKfycbx/exec';

type There = Extract<WebhookView, { kind: 'there' }>;

function viewOf(change: Partial<There> = {}): AutomationView {
  const webhook: There = {
    kind: 'there',
    senderAddress: `${ADDRESS}?k=secret`,
    mode: 'messages',
    tabName: 'Homes',
    listening: 'Your clock.',
    isSilent: false,
    isMine: true,
    waiting: 0,
    refused: '',
    ...change,
  };
  return { schedules: [], tabs: [], obstacle: '', doubt: '', mayDelete: [], isMailed: false, team: [], webhook };
}

describe('opening the sidebar', () => {
  test('takes in what the webhook has brought, to its end, and looks again', async () => {
    const { store, verbs, doors } = await openSidebar();
    void verbs.lookAround();
    await doors.getAutomation.answer(viewOf({ waiting: 2 }));
    await doors.takeArrived.answer({ ...TAKEN, hasMore: true });
    await doors.takeArrived.answer(TAKEN);
    await doors.getAutomation.answer(viewOf());
    expect(store.getState().events.message).toBe('2 new.');
    expect(doors.takeArrived.inputs).toHaveLength(2);
  });

  test.each([
    ['nothing has arrived', viewOf()],
    ['the person may only look', viewOf({ waiting: 2, senderAddress: '' })],
    ['there is no webhook', { ...viewOf(), webhook: { kind: 'none' } } satisfies AutomationView],
  ])('asks for nothing more where %s', async (_what, view) => {
    const { verbs, doors } = await openSidebar();
    void verbs.lookAround();
    await doors.getAutomation.answer(view);
    expect(doors.takeArrived.inputs).toEqual([]);
  });

  test('says nothing of a failure that nobody asked about: the count of what waits stays', async () => {
    const { store, verbs, doors } = await openSidebar();
    void verbs.lookAround();
    await doors.getAutomation.answer(viewOf({ waiting: 2 }));
    await doors.takeArrived.fail(OFFLINE);
    expect(store.getState().events.failure).toBeUndefined();
  });
});

test('a test message is sent, then taken in, and what came of it is said', async () => {
  const { store, verbs, doors } = await openSidebar();
  void verbs.testWebhook();
  await doors.testWebhook.answer({ message: 'The test message arrived.' });
  await doors.takeArrived.answer(TAKEN);
  await doors.getEvents.answer({ lately: [], inboxHosts: [], asideCount: 0, aside: [] });
  await doors.getAutomation.answer(viewOf());
  expect(store.getState().events).toMatchObject({ message: 'The test message arrived.', isBusy: false });
});

test('a test message that does not arrive says why', async () => {
  const { store, verbs, doors } = await openSidebar();
  void verbs.testWebhook();
  await doors.testWebhook.fail({ kind: 'webhookSilent', message: 'No.', nextStep: 'Deploy it.' });
  expect(store.getState().events).toMatchObject({ failure: { message: 'No.' }, isBusy: false });
  expect(doors.takeArrived.inputs).toEqual([]);
});

test('it is set up for the tab at hand, and the view shows it', async () => {
  const { store, verbs, doors } = await openSidebar();
  void verbs.saveWebhook({ address: ADDRESS, mode: 'messages' });
  const tabId = store.getState().overview.value?.tab?.tabId;
  expect(doors.saveWebhook.inputs).toEqual([[{ address: ADDRESS, mode: 'messages', tabId }]]);
  await doors.saveWebhook.answer(viewOf());
  await doors.getEvents.answer({ lately: [], inboxHosts: [], asideCount: 0, aside: [] });
  await settle();
  await doors.getAutomation.answer(viewOf());
  expect(store.getState().automation.value?.webhook.kind).toBe('there');
});

test.each([
  ['a message was not kept', { refused: 'A message of 9:15 was not kept.' }, 'A message of 9:15 was not kept.'],
  ['its tab is gone', { tabName: '' }, 'The webhook’s tab is gone.'],
  ['nobody’s clock strikes', { isSilent: true, listening: 'Nobody looks.' }, 'Nobody looks.'],
])('where %s, every other view says so', async (_what, change, words) => {
  const { store, verbs, doors } = await openSidebar();
  void verbs.readAutomation();
  await doors.getAutomation.answer(viewOf(change));
  const [notice] = stripNotices(store.getState(), 'run');
  expect(notice?.words).toContain(words);
  expect(stripNotices(store.getState(), 'automate')).toEqual([]);
});
