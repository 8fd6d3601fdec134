/** What reaches the spreadsheet of an edit in a cell or in the formula bar. */
import { expect, test } from 'vitest';
import type { SpreadsheetSnapshot } from '../../../playground/apps-script/emulator.ts';
import { type AppState, INITIAL_STATE } from '../../../playground/page/model/app-state.ts';
import { createGridVerbs } from '../../../playground/page/model/grid-verbs.ts';
import { createStore } from '../../../playground/page/model/store.ts';
import type { HandsRequest } from '../../../playground/serve/wire.ts';
import { plainTab } from '../plain-tab.ts';
import { QUIET_PAGE } from '../quiet-page.ts';

/** A sheet whose only cell can be edited, and get another value from elsewhere. */
function startGrid(input: string) {
  const store = createStore<AppState>(INITIAL_STATE);
  const sent: HandsRequest[] = [];
  const arrive = (text: string): void => {
    const snapshot: SpreadsheetSnapshot = {
      name: 'Demo',
      locale: 'en_US',
      timeZone: 'Etc/UTC',
      activeTabId: 1,
      tabs: [plainTab({ cells: [[{ text, input: text, align: 'right' }]] })],
      selection: ['A1'],
    };
    store.set({ page: { ...QUIET_PAGE, snapshot } });
  };
  arrive(input);
  return { grid: createGridVerbs(store, (request) => sent.push(request)), sent, arrive };
}

test('an edit is typed into its cell', () => {
  const { grid, sent } = startGrid('379900');
  grid.startEditing('formulaBar');
  grid.changeEdit('355000');
  grid.commitEdit(0, 0);
  expect(sent).toEqual([{ verb: 'type', args: ['Listings', 'A1', '355000'] }]);
});

test('an edit that changed nothing types nothing over a value that came meanwhile', () => {
  const { grid, sent, arrive } = startGrid('379900');
  grid.startEditing('formulaBar');
  arrive('355000');
  grid.commitEdit(0, 0);
  expect(sent).toEqual([]);
});
