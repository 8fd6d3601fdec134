/** Evaluates the formulas a listing sheet needs; what Sheets would not know is `#NAME?`, and so is what this does not. */
import { FUNCTIONS } from './formula-functions.ts';
import { type FormulaResult, numberOf, type Operand } from './formula-result.ts';
import type { CellReference } from './formula-tokens.ts';
import type { BinaryOperator, Expression } from './parse-formula.ts';

/** Where a formula stands and what it can see. */
export interface FormulaSurroundings {
  /** The result of a cell, or an `#REF!` error. */
  read(reference: CellReference): FormulaResult;
  readRange(from: CellReference, to: CellReference): Operand;
  textOf(result: FormulaResult): string;
}

/** Evaluates an expression to a single result. */
export function evaluateFormula(expression: Expression, surroundings: FormulaSurroundings): FormulaResult {
  const operand = evaluate(expression, surroundings);
  return operand.kind === 'cells' ? (operand.cells[0] ?? { kind: 'value', value: undefined }) : operand;
}

function evaluate(expression: Expression, surroundings: FormulaSurroundings): Operand {
  switch (expression.kind) {
    case 'literal':
      return { kind: 'value', value: expression.value };
    case 'error':
      return expression;
    case 'cell':
      return surroundings.read(expression.from);
    case 'range':
      return surroundings.readRange(expression.from, expression.to);
    case 'call':
      return call(expression.name, expression.parameters, surroundings);
    case 'plus':
      return evaluateFormula(expression.operand, surroundings);
    case 'negate':
    case 'percent':
      return arithmetic(evaluateFormula(expression.operand, surroundings), (number) =>
        expression.kind === 'negate' ? -number : number / 100,
      );
    case 'binary':
      return binary(
        expression.operator,
        evaluateFormula(expression.left, surroundings),
        evaluateFormula(expression.right, surroundings),
        surroundings,
      );
    default:
      return expression satisfies never;
  }
}

function call(name: string, parameters: readonly Expression[], surroundings: FormulaSurroundings): Operand {
  const implementation = FUNCTIONS[name];
  if (implementation === undefined) return { kind: 'error', code: '#NAME?' };
  return implementation({
    count: parameters.length,
    operand: (index) => {
      const parameter = parameters[index];
      return parameter === undefined ? { kind: 'value', value: undefined } : evaluate(parameter, surroundings);
    },
    textOf: surroundings.textOf,
  });
}

function arithmetic(result: FormulaResult, change: (number: number) => number): FormulaResult {
  const number = numberOf(result);
  return typeof number === 'number' ? { kind: 'value', value: change(number) } : number;
}

function binary(
  operator: BinaryOperator,
  left: FormulaResult,
  right: FormulaResult,
  surroundings: FormulaSurroundings,
): FormulaResult {
  if (left.kind === 'error') return left;
  if (right.kind === 'error') return right;
  switch (operator) {
    case '&':
      return { kind: 'value', value: surroundings.textOf(left) + surroundings.textOf(right) };
    case '+':
    case '-':
    case '*':
    case '/':
    case '^':
      return calculate(operator, numberOf(left), numberOf(right));
    case '=':
      return { kind: 'value', value: compare(left, right) === 0 };
    case '<>':
      return { kind: 'value', value: compare(left, right) !== 0 };
    case '<':
      return { kind: 'value', value: compare(left, right) < 0 };
    case '>':
      return { kind: 'value', value: compare(left, right) > 0 };
    case '<=':
      return { kind: 'value', value: compare(left, right) <= 0 };
    case '>=':
      return { kind: 'value', value: compare(left, right) >= 0 };
    default:
      return operator satisfies never;
  }
}

type NumberOrError = ReturnType<typeof numberOf>;

function calculate(operator: '+' | '-' | '*' | '/' | '^', left: NumberOrError, right: NumberOrError): FormulaResult {
  if (typeof left !== 'number') return left;
  if (typeof right !== 'number') return right;
  if (operator === '/' && right === 0) return { kind: 'error', code: '#DIV/0!' };
  const value = { '+': left + right, '-': left - right, '*': left * right, '/': left / right, '^': left ** right }[
    operator
  ];
  return Number.isFinite(value) ? { kind: 'value', value } : { kind: 'error', code: '#NUM!' };
}

/** Numbers come before texts, texts before booleans; texts compare without regard to case. */
function compare(left: FormulaResult, right: FormulaResult): number {
  const [one, other] = [comparable(left, right), comparable(right, left)];
  if (typeof one === 'string' && typeof other === 'string') return one.toLowerCase().localeCompare(other.toLowerCase());
  if (typeof one === typeof other) return Number(one) - Number(other);
  const rank = { number: 0, string: 1, boolean: 2 };
  return rank[typeof one as keyof typeof rank] - rank[typeof other as keyof typeof rank];
}

function comparable(result: FormulaResult, other: FormulaResult): string | number | boolean {
  const contentOf = (from: FormulaResult) => (from.kind === 'value' || from.kind === 'link' ? from.value : '');
  const value = contentOf(result);
  if (value !== undefined) return value;
  // An empty cell equals both 0 and the empty text.
  return typeof contentOf(other) === 'number' ? 0 : '';
}
