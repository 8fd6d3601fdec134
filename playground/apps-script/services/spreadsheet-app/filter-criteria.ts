/** `FilterCriteria` and its builder: which texts of a column a filter hides. */
import { defineService } from '../../machine/realm/service.ts';

/** @see https://developers.google.com/apps-script/reference/spreadsheet/filter-criteria (read 2026-11-30) */
export class FilterCriteria {
  readonly #hiddenValues: readonly string[];

  constructor(hiddenValues: readonly string[]) {
    this.#hiddenValues = hiddenValues;
  }

  getHiddenValues(): string[] {
    return [...this.#hiddenValues];
  }
}

/** @see https://developers.google.com/apps-script/reference/spreadsheet/filter-criteria-builder (read 2026-11-30) */
export class FilterCriteriaBuilder {
  #hiddenValues: readonly string[] = [];

  setHiddenValues(values: readonly string[]): this {
    this.#hiddenValues = [...values];
    return this;
  }

  build(): FilterCriteria {
    return new FilterCriteria(this.#hiddenValues);
  }
}

defineService(FilterCriteria, 'FilterCriteria', 'SpreadsheetApp.FilterCriteria', { getHiddenValues: [''] });
defineService(FilterCriteriaBuilder, 'FilterCriteriaBuilder', 'SpreadsheetApp.FilterCriteriaBuilder', {
  setHiddenValues: ['String[]'],
  build: [''],
});
