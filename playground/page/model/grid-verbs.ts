/** What a person does in the grid: selecting, typing, pasting, and the verbs of the menus. */
import type { TabSnapshot } from '../../apps-script/emulator.ts';
import type { HandsRequest } from '../../serve/wire.ts';
import { type CellPosition, columnLetters, formatRange, parseRange } from './a1.ts';
import { type AppState, activeTab, type Editing } from './app-state.ts';
import { formatBlock, parseBlock } from './clipboard-text.ts';
import {
  covers,
  formatSelection,
  headOf,
  type Selection,
  type SelectMode,
  type SelectTarget,
  select,
} from './selection.ts';
import type { Store } from './store.ts';
import { cellAt, layOut, stepAlong } from './tab-layout.ts';

/** Verbs of the grid. Those that change the spreadsheet send it to the server; the answer comes as a new snapshot. */
export interface GridVerbs {
  /** Selects on screen only: a drag is not told to the server before it ends. */
  select(target: SelectTarget, mode: SelectMode): void;
  /** Selects the target of a right click, unless it is part of the selection the menu is meant for. */
  selectForMenu(target: SelectTarget): void;
  /** Tells the server what is selected. */
  commitSelection(): void;
  /** Moves the active cell, or with `extend` the far end of the range, by visible rows and columns. */
  move(rowStep: number, columnStep: number, mode: 'replace' | 'extend'): void;
  /** Goes to a range in A1 notation; `false` when it is none. */
  goTo(a1: string): boolean;
  startEditing(place: Editing['place'], text?: string): void;
  changeEdit(text: string): void;
  /** Types what was edited into its cell, then moves on. */
  commitEdit(rowStep: number, columnStep: number): void;
  cancelEdit(): void;
  clearSelected(): void;
  /** The current range as clipboard text, without hidden rows and columns. */
  copy(): string;
  /** Pastes clipboard text at the current range's first cell. */
  paste(text: string): void;
  /** Does something to the tab on screen. */
  act(build: (tab: TabSnapshot) => HandsRequest): void;
}

/** Creates the verbs over a store; `send` tells the server. */
export function createGridVerbs(store: Store<AppState>, send: (request: HandsRequest) => void): GridVerbs {
  const withTab = (use: (tab: TabSnapshot, state: AppState) => void): void => {
    const state = store.get();
    const tab = activeTab(state);
    if (tab !== undefined) {
      use(tab, state);
    }
  };

  const show = (selection: Selection): void =>
    store.set({ selection, editing: undefined, revealCount: store.get().revealCount + 1 });

  const commitSelection = (): void => {
    // Told before it ends: in between, the server's word on the selection would be taken for news.
    withTab((tab, { selection }) => send({ verb: 'select', args: [tab.name, formatSelection(selection, tab)] }));
    store.set({ isSelecting: false });
  };

  const move: GridVerbs['move'] = (rowStep, columnStep, mode) =>
    withTab((tab, { selection }) => {
      const from = mode === 'extend' ? headOf(selection) : selection.active;
      show(select(selection, { kind: 'cell', cell: stepFrom(tab, from, rowStep, columnStep) }, mode, tab));
      commitSelection();
    });

  return {
    select: (target, mode) =>
      withTab((tab, { selection }) =>
        store.set({ selection: select(selection, target, mode, tab), isSelecting: true, editing: undefined }),
      ),
    selectForMenu: (target) =>
      withTab((tab, { selection }) => {
        if (!covers(selection, target, tab)) {
          store.set({ selection: select(selection, target, 'replace', tab), editing: undefined });
          commitSelection();
        }
      }),
    commitSelection,
    move,
    goTo(a1) {
      const tab = activeTab(store.get());
      const range = tab && parseRange(a1, tab);
      if (range === undefined) {
        return false;
      }
      show({ ranges: [range], active: { rowIndex: range.firstRow, columnIndex: range.firstColumn } });
      commitSelection();
      return true;
    },
    startEditing: (place, text) =>
      withTab((tab, { selection: { active } }) => {
        const present = cellAt(tab, active.rowIndex, active.columnIndex)?.input ?? '';
        store.set({ editing: { cell: active, text: text ?? present, textBefore: present, place } });
      }),
    changeEdit(text) {
      const { editing } = store.get();
      if (editing !== undefined) {
        store.set({ editing: { ...editing, text } });
      }
    },
    commitEdit(rowStep, columnStep) {
      withTab((tab, { editing }) => typeInto(tab, editing, send));
      store.set({ editing: undefined });
      if (rowStep !== 0 || columnStep !== 0) {
        move(rowStep, columnStep, 'replace');
      }
    },
    cancelEdit: () => store.set({ editing: undefined }),
    clearSelected: () =>
      withTab((tab, { selection }) => {
        for (const a1 of formatSelection(selection, tab)) {
          send({ verb: 'clear', args: [tab.name, a1] });
        }
      }),
    copy() {
      const state = store.get();
      const tab = activeTab(state);
      return tab === undefined ? '' : formatBlock(selectedTexts(tab, state.selection));
    },
    paste: (text) =>
      withTab((tab, { selection }) => {
        const current = selection.ranges.at(-1);
        const at = current ? `${columnLetters(current.firstColumn)}${current.firstRow + 1}` : 'A1';
        send({ verb: 'paste', args: [tab.name, at, parseBlock(text)] });
      }),
    act: (build) => withTab((tab) => send(build(tab))),
  };
}

/**
 * An edit that changed nothing is left alone. Typed again, a text like `007` would become a number, and a value that came
 * meanwhile would be typed over.
 */
function typeInto(tab: TabSnapshot, editing: Editing | undefined, send: (request: HandsRequest) => void): void {
  if (editing === undefined) {
    return;
  }
  if (editing.text !== editing.textBefore) {
    const { rowIndex, columnIndex } = editing.cell;
    const cell = { firstRow: rowIndex, lastRow: rowIndex, firstColumn: columnIndex, lastColumn: columnIndex };
    send({ verb: 'type', args: [tab.name, formatRange(cell, tab), editing.text] });
  }
}

function stepFrom(tab: TabSnapshot, from: CellPosition, rowStep: number, columnStep: number): CellPosition {
  const { rows, columns } = layOut(tab);
  const columnIndices = columns.map(({ columnIndex }) => columnIndex);
  return {
    rowIndex: stepAlong(rows, from.rowIndex, rowStep),
    columnIndex: stepAlong(columnIndices, from.columnIndex, columnStep),
  };
}

function selectedTexts(tab: TabSnapshot, { ranges }: Selection): readonly (readonly string[])[] {
  const range = ranges.at(-1);
  if (range === undefined) {
    return [];
  }
  const { rows, columns } = layOut(tab);
  const lastRow = Math.min(range.lastRow, tab.cells.length - 1);
  const inRange = columns.filter((c) => c.columnIndex >= range.firstColumn && c.columnIndex <= range.lastColumn);
  return rows
    .filter((row) => row >= range.firstRow && row <= lastRow)
    .map((row) => inRange.map(({ columnIndex }) => cellAt(tab, row, columnIndex)?.text ?? ''));
}
