/** The one document of the emulator: its tabs, and what every person has before their eyes. */

import type { Edges } from '../edges.ts';
import { ServiceException } from '../machine/service-exception.ts';
import { type ZoneClock, zoneClock } from '../machine/time-zone.ts';
import type { Bounds } from './area.ts';
import { conventionsOf, type LocaleConventions } from './locale.ts';
import { NEW_TAB_BOUNDS, newTab, type Tab } from './tab.ts';
import { type View, viewOfTab } from './view.ts';

/** Cells a spreadsheet may have, empty ones included. @see https://support.google.com/drive/answer/37603 (read 2026-11-21) */
const MAX_CELLS = 10_000_000;

/** Columns of a tab: up to ZZZ. @see https://support.google.com/drive/answer/37603 (read 2026-11-21) */
export const MAX_COLUMNS = 18_278;

/** What a spreadsheet starts with. */
export interface SpreadsheetSeed {
  /** Which of the emulator's spreadsheets it is, counted from 0. */
  readonly number: number;
  readonly name: string;
  readonly locale: string;
  readonly timeZone: string;
  readonly owner: string;
  readonly editors: readonly string[];
  /** People who may look at it, and no more. */
  readonly viewers: readonly string[];
  readonly ruleRefusal: Edges['ruleRefusal'];
  readonly nowMs: () => number;
}

/** A spreadsheet document. */
export class Spreadsheet {
  readonly id: string;
  readonly name: string;
  readonly localeName: string;
  readonly locale: LocaleConventions;
  readonly timeZone: string;
  readonly zone: ZoneClock;
  readonly owner: string;
  readonly editors: readonly string[];
  /** People who may look at it, and no more. */
  readonly viewers: readonly string[];
  readonly ruleRefusal: Edges['ruleRefusal'];
  readonly nowMs: () => number;
  /** Counts changes of content, so that formula results are worked out once per state. */
  version = 0;
  #tabs: Tab[] = [];
  #views = new Map<string, View>();
  /** What was selected on the tabs that people left, by person and tab. */
  #leftViews = new Map<string, View>();
  #nextTabId = 0;

  constructor(seed: SpreadsheetSeed) {
    this.id = `1emulatedSpreadsheetEmulatedSpreadsheetEmula${seed.number === 0 ? '' : seed.number}`;
    this.name = seed.name;
    this.localeName = seed.locale;
    this.locale = conventionsOf(seed.locale);
    this.timeZone = seed.timeZone;
    this.zone = zoneClock(seed.timeZone);
    this.owner = seed.owner;
    this.editors = seed.editors;
    this.viewers = seed.viewers;
    this.ruleRefusal = seed.ruleRefusal;
    this.nowMs = seed.nowMs;
  }

  /** The tabs in their order. */
  get tabs(): readonly Tab[] {
    return this.#tabs;
  }

  /** The tab with an id; throws if it is gone. */
  tab(tabId: number): Tab {
    const found = this.#tabs.find((tab) => tab.tabId === tabId);
    if (found === undefined) throw new ServiceException(`Sheet ${tabId} not found`);
    return found;
  }

  /** The tab with a name. */
  tabNamed(name: string): Tab | undefined {
    return this.#tabs.find((tab) => tab.name.toLowerCase() === name.toLowerCase());
  }

  /** Adds a tab at a place (by default at the end); throws if the name is taken. */
  addTab(name: string = this.#freeName(), bounds: Bounds = NEW_TAB_BOUNDS, index = this.#tabs.length): Tab {
    this.#refuseTakenName(name);
    this.refuseTooManyCells(bounds.rowCount * bounds.columnCount);
    const tab = newTab(this.#newTabId(), name, bounds);
    this.#tabs.splice(index, 0, tab);
    this.version++;
    return tab;
  }

  /** Renames a tab; throws if another has the name. */
  renameTab(tabId: number, name: string): void {
    const tab = this.tab(tabId);
    if (tab.name.toLowerCase() !== name.toLowerCase()) this.#refuseTakenName(name);
    tab.name = name;
    this.version++;
  }

  /** Deletes a tab; the last one stays. */
  deleteTab(tabId: number): void {
    const tab = this.tab(tabId);
    if (this.#tabs.length === 1) throw new ServiceException("You can't remove all the sheets in a document.");
    this.#tabs = this.#tabs.filter((other) => other !== tab);
    this.version++;
  }

  /** What a person sees; at first the first tab, with A1 selected. */
  viewOf(user: string): View {
    const view = this.#views.get(user);
    if (view !== undefined && this.#tabs.some(({ tabId }) => tabId === view.tabId)) return view;
    const first = this.#tabs.find(({ isHidden }) => !isHidden) ?? this.#tabs[0];
    if (first === undefined) throw new Error('Emulator: the spreadsheet has no tab yet');
    return viewOfTab(first.tabId);
  }

  /** Changes what a person sees. */
  setView(user: string, view: View): void {
    const left = this.#views.get(user);
    if (left !== undefined) this.#leftViews.set(viewKey(user, left.tabId), left);
    this.#views.set(user, view);
  }

  /** What a person saw last on a tab; A1 selected where they never were. */
  lastViewOf(user: string, tabId: number): View {
    const view = this.viewOf(user);
    return view.tabId === tabId ? view : (this.#leftViews.get(viewKey(user, tabId)) ?? viewOfTab(tabId));
  }

  /** Replaces the views on a tab, as inserted or deleted rows move the selection. */
  changeViews(change: (view: View) => View): void {
    for (const views of [this.#views, this.#leftViews]) {
      for (const [key, view] of views) views.set(key, change(view));
    }
  }

  /** Throws if that many more cells would be too many. */
  refuseTooManyCells(addedCount: number): void {
    const count = this.#tabs.reduce((sum, { bounds }) => sum + bounds.rowCount * bounds.columnCount, addedCount);
    if (count <= MAX_CELLS) return;
    throw new ServiceException(
      `This action would increase the number of cells in the workbook above the limit of ${MAX_CELLS} cells.`,
    );
  }

  #refuseTakenName(name: string): void {
    if (this.tabNamed(name) === undefined) return;
    throw new ServiceException(`A sheet with the name "${name}" already exists. Please enter another name.`);
  }

  #freeName(): string {
    let number = this.#tabs.length + 1;
    while (this.tabNamed(`Sheet${number}`) !== undefined) number++;
    return `Sheet${number}`;
  }

  /** The first tab of a spreadsheet has the id 0, later ones get large numbers. */
  #newTabId(): number {
    const tabId = this.#nextTabId;
    this.#nextTabId = tabId === 0 ? 1_000_003 : tabId + 7_919;
    return tabId;
  }
}

function viewKey(user: string, tabId: number): string {
  return `${tabId} ${user}`;
}
