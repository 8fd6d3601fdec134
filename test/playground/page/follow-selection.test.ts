/** Whose selection counts when the page and the server tell each other about it at the same time. */
import { expect, test } from 'vitest';
import { createPageModel } from '../../../playground/page/model/page-model.ts';
import type { SelectMode } from '../../../playground/page/model/selection.ts';
import type { ServerClient } from '../../../playground/page/model/server-client.ts';
import type { PageState, ServerEvent, SheetChanges } from '../../../playground/serve/wire.ts';
import { plainTab } from '../plain-tab.ts';
import { QUIET_PAGE } from '../quiet-page.ts';

/** A server that keeps the selection, answers at once, and tells of it only when the test says so. */
function startPage() {
  let selection: readonly string[] = ['A1'];
  // While set, the server answers with what it saw then.
  let seen: readonly string[] | undefined;
  let tell: (event: ServerEvent) => void = () => {};
  // While set, answers about the sheet are given at once and arrive only when this is fulfilled.
  let delay: Promise<void> | undefined;
  const sheet = (): SheetChanges => ({
    snapshot: {
      name: 'Demo',
      locale: 'en_US',
      timeZone: 'Etc/UTC',
      activeTabId: 1,
      tabs: [plainTab({})],
      selection: seen ?? selection,
    },
    filledRows: 0,
    rows: [],
    mark: 0,
    hasMore: false,
    isBehind: seen !== undefined,
  });
  const state = (): PageState => ({
    sheet: sheet(),
    ...QUIET_PAGE,
  });
  const done = () => Promise.resolve();
  const server: ServerClient = {
    state: async () => state(),
    sheet: async () => {
      const answer = sheet();
      await delay;
      return answer;
    },
    requestDetail: () => Promise.reject(new Error('There are no requests.')),
    hands: async (request) => {
      // The server hears of it a moment later.
      await Promise.resolve();
      if (request.verb === 'select') [, selection] = request.args;
    },
    call: done,
    answerDialog: done,
    closeFrame: done,
    setFault: done,
    arrive: async () => ({}),
    clearRequests: done,
    moveClock: done,
    openFile: async () => ({}),
    addListingsTab: done,
    choices: async () => [],
    reset: done,
    listen: (onEvent) => {
      tell = onEvent;
    },
  };
  const { grid } = createPageModel(server);
  return {
    /** Presses the mouse button on a row number. */
    press: (rowNumber: number, mode: SelectMode) => grid.select({ kind: 'row', rowIndex: rowNumber - 1 }, mode),
    release: grid.commitSelection,
    selectOnServer: (a1s: readonly string[]) => {
      selection = a1s;
    },
    tell: (event: ServerEvent) => tell(event),
    /** Holds back the answers about the sheet until what comes back is called. */
    holdAnswers: () => {
      let release = () => {};
      delay = new Promise((resolve) => {
        release = resolve;
      });
      return () => {
        delay = undefined;
        release();
      };
    },
    /** The server looks at the sheet no more, until what comes back is called. */
    stopLooking: () => {
      seen = selection;
      return () => {
        seen = undefined;
      };
    },
    selection: () => selection,
  };
}

type TestPage = ReturnType<typeof startPage>;

const settled = () => new Promise<void>((resolve) => setTimeout(resolve));

async function openedPage(): Promise<TestPage> {
  const page = startPage();
  page.tell({ kind: 'hello' });
  await settled();
  return page;
}

async function click(page: TestPage, rowNumber: number, mode: SelectMode): Promise<void> {
  page.press(rowNumber, mode);
  page.release();
  await settled();
}

const CHANGED: ServerEvent = { kind: 'changed' };

test('the late echo of an earlier click takes nothing out of what Ctrl-click adds', async () => {
  const page = await openedPage();
  await click(page, 2, 'replace');
  await click(page, 3, 'add');
  await click(page, 12, 'add');
  page.tell(CHANGED);
  page.tell(CHANGED);
  await settled();
  await click(page, 23, 'add');
  expect(page.selection()).toEqual(['2:2', '3:3', '12:12', '23:23']);
});

test('an echo that arrives while the mouse button is down does not undo the press', async () => {
  const page = await openedPage();
  await click(page, 2, 'replace');
  page.press(3, 'add');
  page.tell(CHANGED);
  await settled();
  page.release();
  await settled();
  expect(page.selection()).toEqual(['2:2', '3:3']);
});

test('what the add-on selects is taken over, and Ctrl-click adds to it', async () => {
  const page = await openedPage();
  await click(page, 2, 'replace');
  page.selectOnServer(['7:7']);
  page.tell(CHANGED);
  await settled();
  await click(page, 9, 'add');
  expect(page.selection()).toEqual(['7:7', '9:9']);
});

test('an answer that was given before the server heard of a click, and arrives after, does not undo it', async () => {
  const page = await openedPage();
  await click(page, 2, 'replace');
  const release = page.holdAnswers();
  page.press(3, 'add');
  page.release();
  page.tell(CHANGED);
  await settled();
  release();
  await settled();
  await click(page, 5, 'add');
  expect(page.selection()).toEqual(['2:2', '3:3', '5:5']);
});

test('an answer from before the server looked at a click does not undo it', async () => {
  const page = await openedPage();
  await click(page, 2, 'replace');
  const lookAgain = page.stopLooking();
  await click(page, 3, 'add');
  page.tell(CHANGED);
  await settled();
  await click(page, 5, 'add');
  expect(page.selection()).toEqual(['2:2', '3:3', '5:5']);

  // What the add-on selects is taken over as soon as it can be seen.
  lookAgain();
  page.selectOnServer(['7:7']);
  page.tell(CHANGED);
  await settled();
  await click(page, 9, 'add');
  expect(page.selection()).toEqual(['7:7', '9:9']);
});
