/** `Spreadsheet`: the document the add-on runs in. */

import { exception } from '../../machine/realm/exception.ts';
import { defineService } from '../../machine/realm/service.ts';
import { latency, settings, spend } from '../../machine/realm/session.ts';
import { User } from '../session/user.ts';
import { show } from '../ui/show.ts';
import { areaFromA1 } from './areas.ts';
import { changeDocument } from './document-access.ts';
import { placeOf, Range } from './range.ts';
import { RangeList } from './range-list.ts';
import { Selection } from './selection.ts';
import { currentCell, listTabs, Sheet, selectedRanges } from './sheet.ts';
import { activateTab, readView, selectAreas } from './view.ts';

/** Seconds a toast stays. @see https://developers.google.com/apps-script/reference/spreadsheet/spreadsheet#toastmsg */
const TOAST_SECONDS = 5;

/** @see https://developers.google.com/apps-script/reference/spreadsheet/spreadsheet (read 2026-11-21) */
export class Spreadsheet {
  /** The id, for other services. There is but the one the script runs in. */
  static idOf(_spreadsheet: Spreadsheet): string {
    return settings().spreadsheet.id;
  }

  getId(): string {
    return settings().spreadsheet.id;
  }

  getName(): string {
    return settings().spreadsheet.name;
  }

  getUrl(): string {
    return `https://docs.google.com/spreadsheets/d/${settings().spreadsheet.id}/edit`;
  }

  getSpreadsheetLocale(): string {
    return settings().spreadsheet.locale;
  }

  getSpreadsheetTimeZone(): string {
    return settings().spreadsheet.timeZone;
  }

  getOwner(): User {
    return new User(settings().owner);
  }

  /**
   * @see https://developers.google.com/apps-script/reference/spreadsheet/spreadsheet#geteditors ("If the user who executes
   * the script does not have edit access to the spreadsheet, this method throws an exception"; the text is not documented)
   */
  getEditors(): User[] {
    if (settings().isViewer) throw exception('You do not have permission to perform that action.');
    return [settings().owner, ...settings().editors].map((email) => new User(email));
  }

  getSheets(): Sheet[] {
    return Array.from(listTabs(), ({ tabId }) => new Sheet(this, tabId));
  }

  getNumSheets(): number {
    return listTabs().length;
  }

  getSheetByName(name: string): Sheet | null {
    const entry = listTabs().find((tab) => tab.name === name);
    return entry === undefined ? null : new Sheet(this, entry.tabId);
  }

  getSheetById(id: number): Sheet | null {
    const entry = listTabs().find(({ tabId }) => tabId === id);
    return entry === undefined ? null : new Sheet(this, entry.tabId);
  }

  getActiveSheet(): Sheet {
    return activeSheet(this);
  }

  setActiveSheet(sheet: Sheet, restoreSelection = false): Sheet {
    activateTab(Sheet.tabIdOf(sheet), restoreSelection);
    return sheet;
  }

  insertSheet(nameOrIndex?: string | number, index?: number): Sheet {
    const name = typeof nameOrIndex === 'string' ? nameOrIndex : undefined;
    const at = typeof nameOrIndex === 'number' ? nameOrIndex : index;
    const request = { ...(name === undefined ? {} : { name }), ...(at === undefined ? {} : { index: at }) };
    return new Sheet(this, changeDocument('insertTab', request));
  }

  deleteSheet(sheet: Sheet): void {
    changeDocument('deleteTab', { tabId: Sheet.tabIdOf(sheet) });
  }

  getRange(notation: string): Range {
    const [, quoted, plain, cells = notation] = /^(?:'((?:[^']|'')+)'|([^'!]+))!(.+)$/.exec(notation) ?? [];
    const name = quoted?.replaceAll("''", "'") ?? plain;
    const tabId = name === undefined ? readView().tabId : listTabs().find((tab) => tab.name === name)?.tabId;
    if (tabId === undefined) throw exception('Range not found');
    return new Range(new Sheet(this, tabId), tabId, areaFromA1(tabId, cells));
  }

  getActiveRange(): Range | null {
    return selectedRanges(activeSheet(this)).at(-1) ?? null;
  }

  getActiveRangeList(): RangeList | null {
    const ranges = selectedRanges(activeSheet(this));
    return ranges.length === 0 ? null : new RangeList(ranges);
  }

  getCurrentCell(): Range | null {
    return currentCell(activeSheet(this));
  }

  getActiveCell(): Range | null {
    return currentCell(activeSheet(this));
  }

  getSelection(): Selection {
    const sheet = activeSheet(this);
    return new Selection(sheet, selectedRanges(sheet), currentCell(sheet));
  }

  setActiveRange(range: Range): Range {
    const { tabId, area } = placeOf(range);
    selectAreas(tabId, [area]);
    return range;
  }

  toast(message: string, title = '', timeoutSeconds: number | null = TOAST_SECONDS): void {
    spend(latency().interfaceMs);
    show({ kind: 'toast', message, title, timeoutSeconds: timeoutSeconds ?? TOAST_SECONDS });
  }
}

function activeSheet(spreadsheet: Spreadsheet): Sheet {
  return new Sheet(spreadsheet, readView().tabId);
}

defineService(Spreadsheet, 'Spreadsheet', 'SpreadsheetApp.Spreadsheet', {
  getId: [''],
  getName: [''],
  getUrl: [''],
  getSpreadsheetLocale: [''],
  getSpreadsheetTimeZone: [''],
  getOwner: [''],
  getEditors: [''],
  getSheets: [''],
  getNumSheets: [''],
  getSheetByName: ['String'],
  getSheetById: ['number'],
  getActiveSheet: [''],
  setActiveSheet: ['Sheet', 'Sheet,Boolean'],
  insertSheet: ['', 'String', 'number', 'String,number'],
  deleteSheet: ['Sheet'],
  getRange: ['String'],
  getActiveRange: [''],
  getActiveRangeList: [''],
  getCurrentCell: [''],
  getActiveCell: [''],
  getSelection: [''],
  setActiveRange: ['Range'],
  toast: ['String', 'String,String', 'String,String,number', 'String,String,null'],
});
