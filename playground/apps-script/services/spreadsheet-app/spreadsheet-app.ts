/** `SpreadsheetApp`: the way into the document and its user interface. */

import { enumeration } from '../../machine/realm/enumeration.ts';
import { exception } from '../../machine/realm/exception.ts';
import { requireRight } from '../../machine/realm/permissions.ts';
import { defineService } from '../../machine/realm/service.ts';
import { latency, settings, spend } from '../../machine/realm/session.ts';
import { Ui } from '../ui/ui.ts';
import { BooleanCriteria, ConditionalFormatRuleBuilder } from './conditional-format-rule.ts';
import { DataValidationBuilder, DataValidationCriteria } from './data-validation.ts';
import { flushWrites } from './document-access.ts';
import { FilterCriteriaBuilder } from './filter-criteria.ts';
import { ProtectionType } from './protection.ts';
import { placeOf, type Range } from './range.ts';
import { RangeList } from './range-list.ts';
import { RichTextValueBuilder, TextStyleBuilder } from './rich-text-value.ts';
import { Selection } from './selection.ts';
import { currentCell, Sheet, selectedRanges } from './sheet.ts';
import { Spreadsheet } from './spreadsheet.ts';
import { activateTab, readView, selectAreas } from './view.ts';

/** @see https://developers.google.com/apps-script/reference/spreadsheet/spreadsheet-app (read 2026-11-21) */
export class SpreadsheetApp {
  readonly BooleanCriteria = BooleanCriteria;
  readonly DataValidationCriteria = DataValidationCriteria;
  readonly ProtectionType = ProtectionType;
  readonly WrapStrategy = enumeration('WrapStrategy', ['WRAP', 'OVERFLOW', 'CLIP']);

  /** `null` where the script runs outside a document, as in clock triggers of published add-ons. */
  getActiveSpreadsheet(): Spreadsheet | null {
    return activeSpreadsheet('getActiveSpreadsheet');
  }

  getActive(): Spreadsheet | null {
    return activeSpreadsheet('getActive');
  }

  getActiveSheet(): Sheet | null {
    return activeSheet('getActiveSheet');
  }

  setActiveSheet(sheet: Sheet, restoreSelection = false): Sheet {
    activateTab(Sheet.tabIdOf(sheet), restoreSelection);
    return sheet;
  }

  getActiveRange(): Range | null {
    return rangesOf(activeSheet('getActiveRange')).at(-1) ?? null;
  }

  getActiveRangeList(): RangeList | null {
    const ranges = rangesOf(activeSheet('getActiveRangeList'));
    return ranges.length === 0 ? null : new RangeList(ranges);
  }

  getCurrentCell(): Range | null {
    const sheet = activeSheet('getCurrentCell');
    return sheet && currentCell(sheet);
  }

  getSelection(): Selection | null {
    const sheet = activeSheet('getSelection');
    return sheet && new Selection(sheet, selectedRanges(sheet), currentCell(sheet));
  }

  setActiveRange(range: Range): Range {
    const { tabId, area } = placeOf(range);
    selectAreas(tabId, [area]);
    return range;
  }

  /** @see https://developers.google.com/workspace/add-ons/concepts/editor-scopes (why it fails; read 2026-11-21) */
  openById(_id: string): never {
    throw exception(
      'Specified permissions are not sufficient to call SpreadsheetApp.openById. Required permissions: https://www.googleapis.com/auth/spreadsheets',
    );
  }

  getUi(): Ui {
    if (!settings().hasUi) throw exception('Cannot call SpreadsheetApp.getUi() from this context.');
    return new Ui();
  }

  flush(): void {
    flushWrites();
    spend(latency().sheetGlanceMs);
  }

  newConditionalFormatRule(): ConditionalFormatRuleBuilder {
    return new ConditionalFormatRuleBuilder();
  }

  newDataValidation(): DataValidationBuilder {
    return new DataValidationBuilder();
  }

  newFilterCriteria(): FilterCriteriaBuilder {
    return new FilterCriteriaBuilder();
  }

  newRichTextValue(): RichTextValueBuilder {
    return new RichTextValueBuilder();
  }

  newTextStyle(): TextStyleBuilder {
    return new TextStyleBuilder();
  }
}

function activeSpreadsheet(method: string): Spreadsheet | null {
  requireRight('document', `SpreadsheetApp.${method}`);
  return settings().hasDocument ? new Spreadsheet() : null;
}

function activeSheet(method: string): Sheet | null {
  const spreadsheet = activeSpreadsheet(method);
  return spreadsheet && new Sheet(spreadsheet, readView().tabId);
}

function rangesOf(sheet: Sheet | null): readonly Range[] {
  return sheet === null ? [] : selectedRanges(sheet);
}

defineService(SpreadsheetApp, 'SpreadsheetApp', 'SpreadsheetApp', {
  getActiveSpreadsheet: [''],
  getActive: [''],
  getActiveSheet: [''],
  setActiveSheet: ['Sheet', 'Sheet,Boolean'],
  getActiveRange: [''],
  getActiveRangeList: [''],
  getCurrentCell: [''],
  getSelection: [''],
  setActiveRange: ['Range'],
  openById: ['String'],
  getUi: [''],
  flush: [''],
  newConditionalFormatRule: [''],
  newDataValidation: [''],
  newFilterCriteria: [''],
  newRichTextValue: [''],
  newTextStyle: [''],
});
