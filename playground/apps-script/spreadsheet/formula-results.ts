/** What the formulas of a spreadsheet come to, worked out when asked for and kept until something changes. */

import { evaluateFormula, type FormulaSurroundings } from '../formula/evaluate-formula.ts';
import type { FormulaResult, Operand } from '../formula/formula-result.ts';
import type { CellReference } from '../formula/formula-tokens.ts';
import { type Expression, parseFormula } from '../formula/parse-formula.ts';
import { formatValue } from './format-value.ts';
import type { Spreadsheet } from './spreadsheet.ts';
import type { Tab } from './tab.ts';

const REFERENCE_ERROR: FormulaResult = { kind: 'error', code: '#REF!' };

interface Remembered {
  version: number;
  readonly results: Map<string, FormulaResult>;
  readonly underWay: Set<string>;
  readonly parsed: Map<string, Expression>;
}

const remembered = new WeakMap<Spreadsheet, Remembered>();

/** The result of a cell: that of its formula, or its value. */
export function cellResult(spreadsheet: Spreadsheet, tab: Tab, rowNumber: number, columnNumber: number): FormulaResult {
  const cell = tab.grid.cellAt(rowNumber, columnNumber);
  if (cell.formula === undefined) return plainResult(cell.value, cell.numberFormat);
  const memory = memoryOf(spreadsheet);
  const key = `${tab.tabId}:${rowNumber}:${columnNumber}`;
  const known = memory.results.get(key);
  if (known !== undefined) return known;
  // A formula that needs its own result shows #REF!, as Sheets does without iterative calculation.
  if (memory.underWay.has(key)) return REFERENCE_ERROR;
  memory.underWay.add(key);
  const result = formulaResult(spreadsheet, tab, cell.formula);
  memory.underWay.delete(key);
  memory.results.set(key, result);
  return result;
}

/** The result of a formula as if it stood in a tab. */
export function formulaResult(spreadsheet: Spreadsheet, tab: Tab, formula: string): FormulaResult {
  const { parsed } = memoryOf(spreadsheet);
  const expression = parsed.get(formula) ?? parseFormula(formula, spreadsheet.locale.decimal);
  parsed.set(formula, expression);
  return evaluateFormula(expression, surroundingsOf(spreadsheet, tab));
}

function plainResult(value: string | number | boolean | undefined, numberFormat: string | undefined): FormulaResult {
  return numberFormat === undefined ? { kind: 'value', value } : { kind: 'value', value, numberFormat };
}

function memoryOf(spreadsheet: Spreadsheet): Remembered {
  const memory = remembered.get(spreadsheet) ?? newMemory(spreadsheet);
  if (memory.version !== spreadsheet.version) {
    memory.version = spreadsheet.version;
    memory.results.clear();
  }
  return memory;
}

function newMemory(spreadsheet: Spreadsheet): Remembered {
  const memory = { version: spreadsheet.version, results: new Map(), underWay: new Set<string>(), parsed: new Map() };
  remembered.set(spreadsheet, memory);
  return memory;
}

function surroundingsOf(spreadsheet: Spreadsheet, tab: Tab): FormulaSurroundings {
  const tabOf = (reference: CellReference) =>
    reference.tabName === undefined ? tab : spreadsheet.tabNamed(reference.tabName);
  return {
    read: (reference) => readCell(spreadsheet, tabOf(reference), reference),
    readRange: (from, to) => readRange(spreadsheet, tabOf(from), from, to),
    textOf: (result) => textOf(spreadsheet, result),
  };
}

function readCell(
  spreadsheet: Spreadsheet,
  tab: Tab | undefined,
  { rowNumber, columnNumber }: CellReference,
): FormulaResult {
  if (tab === undefined || rowNumber === undefined || columnNumber === undefined) return REFERENCE_ERROR;
  if (rowNumber > tab.bounds.rowCount || columnNumber > tab.bounds.columnCount) return REFERENCE_ERROR;
  return cellResult(spreadsheet, tab, rowNumber, columnNumber);
}

function readRange(spreadsheet: Spreadsheet, tab: Tab | undefined, from: CellReference, to: CellReference): Operand {
  if (tab === undefined) return REFERENCE_ERROR;
  const extent = tab.grid.extent();
  const cells: FormulaResult[] = [];
  // Cells beyond the content are empty and change no result.
  const lastRow = Math.min(to.rowNumber ?? extent.lastRowNumber, extent.lastRowNumber);
  const lastColumn = Math.min(to.columnNumber ?? extent.lastColumnNumber, extent.lastColumnNumber);
  for (let row = from.rowNumber ?? 1; row <= lastRow; row++) {
    for (let column = from.columnNumber ?? 1; column <= lastColumn; column++) {
      cells.push(cellResult(spreadsheet, tab, row, column));
    }
  }
  return { kind: 'cells', cells };
}

function textOf(spreadsheet: Spreadsheet, result: FormulaResult): string {
  if (result.kind === 'image') return '';
  if (result.kind === 'error') return result.code;
  // Joining shows numbers unformatted but dates as dates.
  return formatValue(result.value, undefined, spreadsheet.locale);
}
