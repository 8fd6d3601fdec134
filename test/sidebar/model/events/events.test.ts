import { describe, expect, test } from 'vitest';
import { LONGEST_PART } from '../../../../src/core/contract/events-view.ts';
import { openSidebar } from '../open-sidebar.ts';

const COUNTS = { new: 1, updated: 0, removed: 0, same: 0, stale: 0, aside: 0, waiting: 0, passed: {} };
const PREVIEW = { tabId: 7, tabName: 'Homes', counts: COUNTS, message: '1 new.', rows: [], missingColumns: ['ZIP'] };
const VIEW = { lately: [], inboxHosts: [], asideCount: 0, aside: [] };
const message = (id: number, padding = 0) =>
  JSON.stringify({ topic: 'realestate/listing#update', id, text: 'x'.repeat(padding) });

describe('a paste', () => {
  test('is previewed for the tab at hand and taken into the same one', async () => {
    const { store, verbs, doors } = await openSidebar();
    void verbs.previewPaste(message(1));
    expect(store.getState().events.paste).toMatchObject({ kind: 'working', what: 'preview' });
    await doors.previewEvents.answer(PREVIEW);
    expect(store.getState().events.paste).toMatchObject({ kind: 'previewed', preview: { message: '1 new.' } });
    void verbs.takePaste(true);
    await doors.takeEvents.answer({ counts: COUNTS, note: 'Known by page.', message: '1 new. Known by page.' });
    expect(doors.takeEvents.inputs).toEqual([[{ text: message(1), tabId: 7, makesColumns: true }]]);
    expect(store.getState().events.paste).toEqual({ kind: 'taken', message: '1 new. Known by page.' });
  });

  test('that is large goes in parts, and its counts are of all of them', async () => {
    const { store, verbs, doors } = await openSidebar();
    const text = [1, 2, 3].map((id) => message(id, LONGEST_PART * 0.6)).join('\n');
    void verbs.previewPaste(text);
    for (let part = 0; part < 3; part += 1) {
      expect(store.getState().events.paste).toMatchObject({ done: part, total: 3 });
      await doors.previewEvents.answer(PREVIEW);
    }
    expect(store.getState().events.paste).toMatchObject({ kind: 'previewed', preview: { message: '3 new.' } });
    expect(doors.previewEvents.inputs.map(([input]) => input.tabId)).toEqual([undefined, 7, 7]);
  });

  test.each([
    ['MLS number,Price', 'no JSON'],
    ['', 'no JSON'],
    ['x'.repeat(5 * LONGEST_PART + 1), 'more than 5 MB'],
  ])('that is none is said at once', async (text, words) => {
    const { store, verbs, doors } = await openSidebar();
    await verbs.previewPaste(text);
    const { paste } = store.getState().events;
    expect(paste.kind === 'failed' && paste.failure.message).toContain(words);
    expect(doors.previewEvents.inputs).toEqual([]);
  });
});

describe('an inbox', () => {
  test('is polled until it is empty', async () => {
    const { store, verbs, doors } = await openSidebar();
    void verbs.pollInbox();
    await doors.pollInbox.answer({ counts: COUNTS, note: 'Known by page.', message: '1 new.', hasMore: true });
    await doors.pollInbox.answer({ counts: COUNTS, note: '', message: '1 new.', hasMore: false });
    await doors.getEvents.answer(VIEW);
    expect(store.getState().events).toMatchObject({ message: '2 new. Known by page.', isBusy: false, view: VIEW });
  });

  test('is connected for the tab at hand', async () => {
    const { store, verbs, doors } = await openSidebar();
    void verbs.connectInbox({ address: 'a.example', key: 'key-12345678', start: 'now' });
    await doors.connectInbox.fail({ kind: 'badInbox', message: 'No.', nextStep: 'Correct it.' });
    const tabId = store.getState().overview.value?.tab?.tabId;
    expect(doors.connectInbox.inputs).toEqual([[{ address: 'a.example', key: 'key-12345678', start: 'now', tabId }]]);
    expect(store.getState().events).toMatchObject({ isBusy: false, failure: { kind: 'badInbox' } });
  });
});

test('a message that waits goes to the row that is selected', async () => {
  const { store, verbs, doors } = await openSidebar();
  void verbs.settleKept({ id: 'aside-1', choice: 'row' });
  await doors.settleKept.answer({ counts: COUNTS, note: '', message: '1 updated.' });
  const { a1 = '' } = store.getState().overview.value?.tab?.selection ?? {};
  expect(doors.settleKept.inputs[0]?.[0]).toMatchObject({ choice: 'row', rowNumber: Number(/\d+/.exec(a1)?.[0]) });
});
