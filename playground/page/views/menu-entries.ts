/** What stands in the menus of the menu bar and of the grid. */
import type { MenuItem, TabSnapshot } from '../../apps-script/emulator.ts';
import type { HandsRequest } from '../../serve/wire.ts';
import { columnLetters } from '../model/a1.ts';
import { type AppState, activeTab } from '../model/app-state.ts';
import type { PageModel } from '../model/page-model.ts';
import { selectedRowBlocks } from '../model/selection.ts';
import type { MenuEntry } from './menu-list.tsx';

/** A menu of the menu bar. */
export interface SheetMenu {
  readonly caption: string;
  readonly entries: readonly MenuEntry[];
}

/** The menus of the menu bar. */
export function sheetMenus(model: PageModel, state: AppState): readonly SheetMenu[] {
  const { menu } = state.page ?? {};
  const addOn = menu
    ? [{ kind: 'submenu' as const, caption: menu.name, entries: addOnEntries(model, menu.items) }]
    : [];
  return [
    { caption: 'File', entries: fileEntries(model) },
    { caption: 'Edit', entries: [action('Delete values', model.grid.clearSelected), deleteRows(model)] },
    { caption: 'View', entries: viewEntries(model, state) },
    {
      caption: 'Insert',
      entries: [insertRow(model, 0), insertRow(model, 1), separator, action('Sheet', () => addTab(model))],
    },
    { caption: 'Data', entries: dataEntries(model, activeTab(state)) },
    { caption: 'Extensions', entries: addOn },
  ];
}

/** What a right click on a row number or a cell offers. */
export function rowEntries(model: PageModel): readonly MenuEntry[] {
  return [
    insertRow(model, 0),
    insertRow(model, 1),
    deleteRows(model),
    action('Delete values', model.grid.clearSelected),
    separator,
    ...hideEntries(model),
  ];
}

/** What a right click on a column letter offers. */
export function columnEntries(model: PageModel, openFilter: () => void): readonly MenuEntry[] {
  return [...sortEntries(model), separator, action('Filter by values…', openFilter), ...columnEdits(model)];
}

const separator: MenuEntry = { kind: 'separator' };

function action(caption: string, run: () => void): MenuEntry {
  return { kind: 'action', caption, run };
}

function addOnEntries({ scripts }: PageModel, items: readonly MenuItem[]): readonly MenuEntry[] {
  return items.map((item) =>
    item.kind === 'separator' ? separator : action(item.caption, () => void scripts.runMenuItem(item.functionName)),
  );
}

function fileEntries({ files, server, attempt }: PageModel): readonly MenuEntry[] {
  return [
    action('New listings tab', () => attempt(server.addListingsTab())),
    action('Open a CSV or XLSX file…', files.chooseFile),
    {
      kind: 'submenu',
      caption: 'Download',
      entries: [
        action('Microsoft Excel (.xlsx)', () => files.download('xlsx')),
        action('Comma-separated values (.csv)', () => files.download('csv')),
      ],
    },
    separator,
    action('Reset the playground', () => attempt(server.reset())),
  ];
}

function viewEntries({ store }: PageModel, { isRequestsPanelOpen }: AppState): readonly MenuEntry[] {
  return [
    {
      kind: 'action',
      caption: 'Requests panel',
      isChecked: isRequestsPanelOpen,
      run: () => store.set({ isRequestsPanelOpen: !isRequestsPanelOpen }),
    },
  ];
}

function dataEntries(model: PageModel, tab: TabSnapshot | undefined): readonly MenuEntry[] {
  const filter =
    tab?.hasFilter === true
      ? action('Remove filter', () => model.grid.act(({ name }) => ({ verb: 'filter', args: [name, null] })))
      : action('Create a filter…', () =>
          model.store.set({ filterColumn: model.store.get().selection.active.columnIndex }),
        );
  return [...sortEntries(model), separator, filter];
}

function sortEntries(model: PageModel): readonly MenuEntry[] {
  const sort = (isAscending: boolean) =>
    model.grid.act((tab) => ({
      verb: 'sort',
      args: [tab.name, activeColumn(model) + 1, isAscending, Math.max(tab.frozenRows, 1) + 1],
    }));
  const letters = columnLetters(activeColumn(model));
  return [
    action(`Sort sheet A to Z by column ${letters}`, () => sort(true)),
    action(`Sort sheet Z to A by column ${letters}`, () => sort(false)),
  ];
}

function columnEdits(model: PageModel): readonly MenuEntry[] {
  const edit = (verb: 'insertColumns' | 'deleteColumns') => (): void =>
    model.grid.act(({ name }) => ({ verb, args: [name, activeColumn(model) + 1, 1] }));
  return [
    separator,
    action('Insert 1 column left', edit('insertColumns')),
    action('Delete column', edit('deleteColumns')),
  ];
}

function hideEntries(model: PageModel): readonly MenuEntry[] {
  const hide = (): void => {
    for (const { firstRow, lastRow } of selectedRowBlocks(model.store.get().selection)) {
      model.grid.act(({ name }) => ({ verb: 'hideRows', args: [name, firstRow + 1, lastRow - firstRow + 1] }));
    }
  };
  const showAll = (): void => model.grid.act(({ name, rowCount }) => ({ verb: 'showRows', args: [name, 1, rowCount] }));
  return [action('Hide selected rows', hide), action('Unhide all rows', showAll)];
}

function insertRow(model: PageModel, offset: 0 | 1): MenuEntry {
  return action(offset === 0 ? 'Insert 1 row above' : 'Insert 1 row below', () =>
    model.grid.act(({ name }): HandsRequest => {
      const { active } = model.store.get().selection;
      return { verb: 'insertRows', args: [name, active.rowIndex + 1 + offset, 1] };
    }),
  );
}

/** Deletes from the bottom up: a deleted block moves everything below it. */
function deleteRows(model: PageModel): MenuEntry {
  return action('Delete selected rows', () => {
    for (const { firstRow, lastRow } of selectedRowBlocks(model.store.get().selection).toReversed()) {
      model.grid.act(({ name }) => ({ verb: 'deleteRows', args: [name, firstRow + 1, lastRow - firstRow + 1] }));
    }
  });
}

/** Adds an empty tab under the next free name. */
export function addTab(model: PageModel): void {
  const names = new Set(model.store.get().page?.snapshot.tabs.map(({ name }) => name));
  let tabNumber = names.size + 1;
  while (names.has(`Sheet${tabNumber}`)) {
    tabNumber += 1;
  }
  model.grid.act(() => ({ verb: 'addTab', args: [`Sheet${tabNumber}`] }));
}

function activeColumn({ store }: PageModel): number {
  return store.get().selection.active.columnIndex;
}
