/** Connecting, testing and forgetting, as the person experiences it. */
import { describe, expect, test } from 'vitest';
import { shownView } from '../../../../src/sidebar/model/sidebar-state.ts';
import { CONNECTION, OFFLINE } from '../fixtures.ts';
import { openSidebar } from '../open-sidebar.ts';

const NOT_CONNECTED = { ...CONNECTION, isConnected: false, maskedKey: '', chatbotId: '' };
const INPUT = { key: 'secret-1a2b', chatbotId: 'bot-1', authHeader: 'Authorization', sharing: 'me' } as const;
const REFUSED = { kind: 'keyRefused', message: 'The platform refused the key.', nextStep: 'Copy it again.' } as const;

describe('connecting', () => {
  test('saves first, then tests, and shows what the test found', async () => {
    const { verbs, doors, store } = await openSidebar({ connection: NOT_CONNECTED });
    const isSaved = verbs.connect(INPUT);
    expect(store.getState().connection).toEqual({ kind: 'saving' });
    expect(doors.testConnection.inputs).toEqual([]);
    await doors.saveConnection.answer(CONNECTION);
    expect(store.getState().connection).toEqual({ kind: 'testing' });
    expect(store.getState().overview.value?.connection).toEqual(CONNECTION);
    await doors.testConnection.answer({ message: 'Connected.' });
    expect(store.getState().connection).toEqual({ kind: 'tested', message: 'Connected.' });
    expect(await isSaved).toBe(true);
  });

  test('stays in the connection view until the person leaves it', async () => {
    const { verbs, doors, store } = await openSidebar({ connection: NOT_CONNECTED });
    void verbs.connect(INPUT);
    await doors.saveConnection.answer(CONNECTION);
    expect(shownView(store.getState())).toBe('connection');
  });

  test('does not test what could not be saved', async () => {
    const { verbs, doors, store } = await openSidebar({ connection: NOT_CONNECTED });
    const isSaved = verbs.connect(INPUT);
    await doors.saveConnection.fail(OFFLINE);
    expect(await isSaved).toBe(false);
    expect(store.getState().connection).toEqual({ kind: 'failed', failure: OFFLINE });
    expect(doors.testConnection.inputs).toEqual([]);
  });

  test('leaves the key nowhere in the state', async () => {
    const { verbs, doors, store } = await openSidebar({ connection: NOT_CONNECTED });
    void verbs.connect(INPUT);
    expect(JSON.stringify(store.getState())).not.toContain('secret');
    await doors.saveConnection.answer(CONNECTION);
    await doors.testConnection.fail(REFUSED);
    expect(JSON.stringify(store.getState())).not.toContain('secret');
  });

  test('is not undone by an overview that was asked for before', async () => {
    const { verbs, doors, store } = await openSidebar({ connection: NOT_CONNECTED });
    void verbs.refresh();
    void verbs.connect(INPUT);
    await doors.saveConnection.answer(CONNECTION);
    await doors.getOverview.answer({ connection: NOT_CONNECTED });
    expect(store.getState().overview.value?.connection.isConnected).toBe(true);
  });
});

describe('a connection test', () => {
  test('that fails shows the failure', async () => {
    const { verbs, doors, store } = await openSidebar();
    void verbs.testConnection();
    await doors.testConnection.fail(REFUSED);
    expect(store.getState().connection).toEqual({ kind: 'failed', failure: REFUSED });
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
