/** Connecting, testing and forgetting, as the person experiences it. */
import { describe, expect, test } from 'vitest';
import { shownView } from '../../../../src/sidebar/model/sidebar-state.ts';
import { CONNECTION, OFFLINE } from '../fixtures.ts';
import { openSidebar } from '../open-sidebar.ts';

const NOT_CONNECTED = {
  ...CONNECTION,
  isConnected: false,
  isTested: false,
  maskedKey: '',
  chatbotId: '',
  keyOwner: 'nobody',
} as const;
const INPUT = { key: 'secret-1a2b', chatbotId: 'bot-1', authHeader: 'Authorization', sharing: 'me' } as const;
const SAVED = { connection: CONNECTION, message: 'Connected.' };
const REFUSED = { kind: 'keyRefused', message: 'The platform refused the key.', nextStep: 'Copy it again.' } as const;

describe('connecting', () => {
  test('tests and saves in one step, and shows what the test found', async () => {
    const { verbs, doors, store } = await openSidebar({ connection: NOT_CONNECTED });
    const isSaved = verbs.connect(INPUT);
    expect(store.getState().connection).toEqual({ kind: 'saving' });
    await doors.saveConnection.answer(SAVED);
    expect(store.getState().overview.value?.connection).toEqual(CONNECTION);
    expect(store.getState().connection).toEqual({ kind: 'tested', message: 'Connected.' });
    expect(doors.testConnection.inputs).toEqual([]);
    expect(await isSaved).toBe(true);
  });

  test('stays in the connection view until the person leaves it', async () => {
    const { verbs, doors, store } = await openSidebar({ connection: NOT_CONNECTED });
    void verbs.connect(INPUT);
    await doors.saveConnection.answer(SAVED);
    expect(shownView(store.getState())).toBe('settings');
  });

  test.each([
    ['could not be reached', OFFLINE],
    ['was refused', REFUSED],
  ])('leaves what was there in force when it %s', async (_, failure) => {
    const { verbs, doors, store } = await openSidebar();
    const isSaved = verbs.connect(INPUT);
    await doors.saveConnection.fail(failure);
    expect(await isSaved).toBe(false);
    expect(store.getState().connection).toEqual({ kind: 'failed', failure });
    expect(store.getState().overview.value?.connection).toEqual(CONNECTION);
  });

  test('leaves the key nowhere in the state', async () => {
    const { verbs, doors, store } = await openSidebar({ connection: NOT_CONNECTED });
    void verbs.connect(INPUT);
    expect(JSON.stringify(store.getState())).not.toContain('secret');
    await doors.saveConnection.fail(REFUSED);
    expect(JSON.stringify(store.getState())).not.toContain('secret');
  });

  test('is not undone by an overview that was asked for before', async () => {
    const { verbs, doors, store } = await openSidebar({ connection: NOT_CONNECTED });
    void verbs.refresh();
    void verbs.connect(INPUT);
    await doors.saveConnection.answer(SAVED);
    await doors.getOverview.answer({ connection: NOT_CONNECTED });
    expect(store.getState().overview.value?.connection.isConnected).toBe(true);
  });

  test('that failed is forgotten when the person cancels', async () => {
    const { verbs, doors, store } = await openSidebar();
    void verbs.connect(INPUT);
    verbs.dismissConnectionStep();
    expect(store.getState().connection).toEqual({ kind: 'saving' });
    await doors.saveConnection.fail(REFUSED);
    verbs.dismissConnectionStep();
    expect(store.getState().connection).toEqual({ kind: 'idle' });
  });
});

describe('a key that waits until its owner agrees', () => {
  const failure = { kind: 'consentMissing', message: 'Somebody changed the chatbot.', nextStep: 'Agree.' } as const;
  const waiting = { ...CONNECTION, isConnected: false, waiting: { failure, canAgree: true } };

  test('opens the settings', async () => {
    const { store } = await openSidebar({ connection: waiting });
    expect(shownView(store.getState())).toBe('settings');
  });
});

describe('a connection test', () => {
  test('that fails shows the failure', async () => {
    const { verbs, doors, store } = await openSidebar();
    void verbs.testConnection();
    await doors.testConnection.fail(REFUSED);
    expect(store.getState().connection).toEqual({ kind: 'failed', failure: REFUSED });
  });

  test('that goes well looks anew whether the connection counts as tested', async () => {
    const { verbs, doors, store } = await openSidebar({ connection: { ...CONNECTION, isTested: false } });
    void verbs.testConnection();
    await doors.testConnection.answer({ message: 'Connected.' });
    await doors.getOverview.answer({ connection: CONNECTION });
    expect(store.getState().overview.value?.connection.isTested).toBe(true);
  });

  test('is not started a second time while one is under way', async () => {
    const { verbs, doors } = await openSidebar();
    void verbs.testConnection();
    void verbs.testConnection();
    expect(await verbs.connect(INPUT)).toBe(false);
    expect(doors.testConnection.inputs).toHaveLength(1);
    expect(doors.saveConnection.inputs).toHaveLength(0);
  });
});

test('removing the connection shows that there is none', async () => {
  const { verbs, doors, store } = await openSidebar();
  void verbs.removeConnection();
  await doors.removeConnection.answer(NOT_CONNECTED);
  expect(store.getState().connection).toEqual({ kind: 'idle' });
  expect(store.getState().overview.value?.connection.isConnected).toBe(false);
});
