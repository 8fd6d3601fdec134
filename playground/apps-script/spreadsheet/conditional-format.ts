/** Conditional formats: which rule applies to a cell, and what it makes of its looks. */

import { offsetReferences } from '../formula/shift-references.ts';
import { type Area, lastColumnOf, lastRowOf } from './area.ts';
import { formulaResult } from './formula-results.ts';
import { displayTextOf } from './read-cells.ts';
import type { Spreadsheet } from './spreadsheet.ts';
import type { Tab } from './tab.ts';
import type { FormatRule, RuleCondition } from './writes.ts';

/** The looks conditional formats may give a cell. */
export type ConditionalLooks = Pick<FormatRule, 'background' | 'fontColor' | 'isBold'>;

/** The looks of a cell by the rules of its tab: for each property the first rule that fits and sets it wins. */
export function conditionalLooks(spreadsheet: Spreadsheet, tab: Tab, row: number, column: number): ConditionalLooks {
  const fitting = tab.rules.filter((rule) => fits(spreadsheet, tab, rule, row, column));
  const [background, fontColor, isBold] = [
    fitting.find((rule) => rule.background !== undefined)?.background,
    fitting.find((rule) => rule.fontColor !== undefined)?.fontColor,
    fitting.find((rule) => rule.isBold !== undefined)?.isBold,
  ];
  return {
    ...(background === undefined ? {} : { background }),
    ...(fontColor === undefined ? {} : { fontColor }),
    ...(isBold === undefined ? {} : { isBold }),
  };
}

function fits(spreadsheet: Spreadsheet, tab: Tab, rule: FormatRule, row: number, column: number): boolean {
  const area = rule.areas.find((one) => holds(one, row, column));
  if (area === undefined) return false;
  if (rule.condition.kind === 'CUSTOM_FORMULA') {
    return isFormulaTrue(spreadsheet, tab, rule, rule.condition.text, row, column);
  }
  const text = displayTextOf(spreadsheet, tab, tab.grid.cellAt(row, column), row, column);
  return isTextFitting(rule.condition, text);
}

function holds(area: Area, row: number, column: number): boolean {
  return row >= area.rowNumber && row <= lastRowOf(area) && column >= area.columnNumber && column <= lastColumnOf(area);
}

function isTextFitting(condition: Exclude<RuleCondition, { kind: 'CUSTOM_FORMULA' }>, shown: string): boolean {
  const text = shown.toLowerCase();
  switch (condition.kind) {
    case 'CELL_EMPTY':
      return text === '';
    case 'CELL_NOT_EMPTY':
      return text !== '';
    case 'TEXT_EQUAL_TO':
      return text === condition.text.toLowerCase();
    case 'TEXT_CONTAINS':
      return text.includes(condition.text.toLowerCase());
    case 'TEXT_DOES_NOT_CONTAIN':
      return !text.includes(condition.text.toLowerCase());
    case 'TEXT_STARTS_WITH':
      return text.startsWith(condition.text.toLowerCase());
    case 'TEXT_ENDS_WITH':
      return text.endsWith(condition.text.toLowerCase());
    default:
      return condition satisfies never;
  }
}

/** The formula is written for the top-left cell of the rule's first area and shifted to every other cell. */
function isFormulaTrue(
  spreadsheet: Spreadsheet,
  tab: Tab,
  rule: FormatRule,
  formula: string,
  row: number,
  column: number,
): boolean {
  const origin = rule.areas[0];
  if (origin === undefined) return false;
  const { decimal } = spreadsheet.locale;
  const shifted = offsetReferences(formula, decimal, row - origin.rowNumber, column - origin.columnNumber);
  const result = formulaResult(spreadsheet, tab, shifted);
  return result.kind === 'value' && (result.value === true || (typeof result.value === 'number' && result.value !== 0));
}
