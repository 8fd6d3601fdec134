/** `DataValidation` and its builder: a list of allowed texts, rejected or only warned about. */

import { enumeration } from '../../machine/realm/enumeration.ts';
import { defineService } from '../../machine/realm/service.ts';
import type { ValidationRule } from '../../spreadsheet/writes.ts';

/** @see https://developers.google.com/apps-script/reference/spreadsheet/data-validation-criteria (read 2026-11-21) */
export const DataValidationCriteria = enumeration('DataValidationCriteria', ['VALUE_IN_LIST']);

const OPEN_RULE: ValidationRule = { allowedTexts: [], isDropdownShown: true, doesReject: false };

/** @see https://developers.google.com/apps-script/reference/spreadsheet/data-validation (read 2026-11-21) */
export class DataValidation {
  readonly #rule: ValidationRule;

  constructor(rule: ValidationRule) {
    this.#rule = rule;
  }

  /** The rule as Google keeps it, for other services. */
  static ruleOf(validation: DataValidation): ValidationRule {
    return validation.#rule;
  }

  getAllowInvalid(): boolean {
    return !this.#rule.doesReject;
  }

  getCriteriaType(): typeof DataValidationCriteria.VALUE_IN_LIST {
    return DataValidationCriteria.VALUE_IN_LIST;
  }

  getCriteriaValues(): [string[], boolean] {
    return [Array.from(this.#rule.allowedTexts), this.#rule.isDropdownShown];
  }

  getHelpText(): string | null {
    return this.#rule.helpText ?? null;
  }

  copy(): DataValidationBuilder {
    return new DataValidationBuilder(this.#rule);
  }
}

/** @see https://developers.google.com/apps-script/reference/spreadsheet/data-validation-builder (read 2026-11-21) */
export class DataValidationBuilder {
  #rule: ValidationRule;

  constructor(rule = OPEN_RULE) {
    this.#rule = rule;
  }

  requireValueInList(allowedTexts: readonly unknown[], isDropdownShown = true): this {
    this.#rule = { ...this.#rule, allowedTexts: allowedTexts.map(String), isDropdownShown };
    return this;
  }

  setAllowInvalid(isAllowed: boolean): this {
    this.#rule = { ...this.#rule, doesReject: !isAllowed };
    return this;
  }

  setHelpText(helpText: string): this {
    this.#rule = { ...this.#rule, helpText };
    return this;
  }

  build(): DataValidation {
    return new DataValidation(this.#rule);
  }
}

defineService(DataValidation, 'DataValidation', 'SpreadsheetApp.DataValidation', {
  getAllowInvalid: [''],
  getCriteriaType: [''],
  getCriteriaValues: [''],
  getHelpText: [''],
  copy: [''],
});

defineService(DataValidationBuilder, 'DataValidationBuilder', 'SpreadsheetApp.DataValidationBuilder', {
  requireValueInList: ['any[]', 'any[],Boolean'],
  setAllowInvalid: ['Boolean'],
  setHelpText: ['String'],
  build: [''],
});
