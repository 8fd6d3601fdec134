/** Everything the page shows, in one immutable value. */
import type { SpreadsheetSnapshot, TabSnapshot } from '../../apps-script/emulator.ts';
import type { PageState } from '../../serve/wire.ts';
import type { CellPosition } from './a1.ts';
import { HOME_SELECTION, type Selection } from './selection.ts';

/** What the server shows, with the tab on screen put together from its portions. */
export interface PageView extends Omit<PageState, 'sheet'> {
  readonly snapshot: SpreadsheetSnapshot;
}

/** A cell that is being typed into, in the cell itself or in the formula bar. */
export interface Editing {
  readonly cell: CellPosition;
  readonly text: string;
  /** What the cell held when the editing began, as far as the page knew. */
  readonly textBefore: string;
  readonly place: 'cell' | 'formulaBar';
}

/** A note at the bottom right, from the add-on or from the playground itself. */
export interface Toast {
  readonly toastId: number;
  readonly title: string;
  readonly message: string;
  readonly tone: 'plain' | 'error';
}

/** What the page shows. */
export interface AppState {
  /** `undefined` until the server has answered for the first time. */
  readonly page: PageView | undefined;
  readonly isLive: boolean;
  readonly selection: Selection;
  /** Whether the person is selecting right now: the mouse button is down, and the server has not been told. */
  readonly isSelecting: boolean;
  readonly editing: Editing | undefined;
  /** Grows each time the active cell has to be scrolled into view. */
  readonly revealCount: number;
  /** Menu functions that are running. */
  readonly runningScripts: number;
  readonly toasts: readonly Toast[];
  readonly isRequestsPanelOpen: boolean;
  /** The name of the file that is being opened. */
  readonly openingFile: string | undefined;
  /** A sentence that waits to be read. */
  readonly notice: { readonly title: string; readonly message: string } | undefined;
  /** The column whose filter is being chosen. */
  readonly filterColumn: number | undefined;
}

/** The state before anything is known. */
export const INITIAL_STATE: AppState = {
  page: undefined,
  isLive: false,
  selection: HOME_SELECTION,
  isSelecting: false,
  editing: undefined,
  revealCount: 0,
  runningScripts: 0,
  toasts: [],
  isRequestsPanelOpen: true,
  openingFile: undefined,
  notice: undefined,
  filterColumn: undefined,
};

/** The tab on screen. */
export function activeTab(state: AppState): TabSnapshot | undefined {
  const snapshot = state.page?.snapshot;
  return snapshot?.tabs.find(({ tabId }) => tabId === snapshot.activeTabId);
}
