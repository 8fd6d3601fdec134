/** Formulas parsed into trees, with the usual precedence of operators. */
import { type CellReference, type FormulaToken, tokenizeFormula } from './formula-tokens.ts';

/** The operators between two operands. */
export type BinaryOperator = '+' | '-' | '*' | '/' | '^' | '&' | '=' | '<>' | '<' | '>' | '<=' | '>=';

/** A parsed formula. */
export type Expression =
  | { readonly kind: 'literal'; readonly value: string | number | boolean | undefined }
  | { readonly kind: 'error'; readonly code: string }
  | { readonly kind: 'cell'; readonly from: CellReference }
  | { readonly kind: 'range'; readonly from: CellReference; readonly to: CellReference }
  | { readonly kind: 'call'; readonly name: string; readonly parameters: readonly Expression[] }
  | { readonly kind: 'negate' | 'percent' | 'plus'; readonly operand: Expression }
  | {
      readonly kind: 'binary';
      readonly operator: BinaryOperator;
      readonly left: Expression;
      readonly right: Expression;
    };

class FormulaSyntaxError extends Error {}

const LEVELS: readonly (readonly BinaryOperator[])[] = [
  ['=', '<>', '<=', '>=', '<', '>'],
  ['&'],
  ['+', '-'],
  ['*', '/'],
  ['^'],
];

/** Parses a formula with its `=`; a text that is none becomes the `#ERROR!` that Sheets shows. */
export function parseFormula(formula: string, decimal: '.' | ','): Expression {
  const tokens = tokenizeFormula(formula.slice(1), decimal)?.filter(({ kind }) => kind !== 'space');
  if (tokens === undefined) return { kind: 'error', code: '#ERROR!' };
  try {
    return new Parser(tokens).parse();
  } catch (error) {
    if (error instanceof FormulaSyntaxError) return { kind: 'error', code: '#ERROR!' };
    throw error;
  }
}

class Parser {
  #tokens: readonly FormulaToken[];
  #index = 0;

  constructor(tokens: readonly FormulaToken[]) {
    this.#tokens = tokens;
  }

  parse(): Expression {
    const expression = this.#binary(0);
    if (this.#index < this.#tokens.length) throw new FormulaSyntaxError();
    return expression;
  }

  #binary(level: number): Expression {
    const operators = LEVELS[level];
    if (operators === undefined) return this.#prefixed();
    let left = this.#binary(level + 1);
    for (;;) {
      const operator = operators.find((text) => this.#accept(text));
      if (operator === undefined) return left;
      left = { kind: 'binary', operator, left, right: this.#binary(level + 1) };
    }
  }

  #prefixed(): Expression {
    if (this.#accept('-')) return { kind: 'negate', operand: this.#prefixed() };
    if (this.#accept('+')) return { kind: 'plus', operand: this.#prefixed() };
    let operand = this.#primary();
    while (this.#accept('%')) operand = { kind: 'percent', operand };
    return operand;
  }

  #primary(): Expression {
    const token = this.#tokens[this.#index++];
    switch (token?.kind) {
      case 'number':
      case 'string':
        return { kind: 'literal', value: token.value };
      case 'error':
        return { kind: 'error', code: token.text.toUpperCase() };
      case 'reference':
        return token.to === undefined
          ? { kind: 'cell', from: token.from }
          : { kind: 'range', from: token.from, to: token.to };
      case 'name':
        return this.#named(token.text);
      default:
        return this.#bracketed(token);
    }
  }

  #bracketed(token: FormulaToken | undefined): Expression {
    if (token?.text !== '(') throw new FormulaSyntaxError();
    const inner = this.#binary(0);
    this.#expect(')');
    return inner;
  }

  #named(name: string): Expression {
    if (this.#accept('(')) return { kind: 'call', name: name.toUpperCase(), parameters: this.#parameters() };
    if (/^(true|false)$/i.test(name)) return { kind: 'literal', value: name.toUpperCase() === 'TRUE' };
    return { kind: 'error', code: '#NAME?' };
  }

  #parameters(): readonly Expression[] {
    const parameters: Expression[] = [];
    if (this.#accept(')')) return parameters;
    for (;;) {
      const isLeftOut = this.#peek() === ',' || this.#peek() === ';' || this.#peek() === ')';
      parameters.push(isLeftOut ? { kind: 'literal', value: undefined } : this.#binary(0));
      if (this.#accept(')')) return parameters;
      if (!this.#accept(',') && !this.#accept(';')) throw new FormulaSyntaxError();
    }
  }

  #peek(): string | undefined {
    const token = this.#tokens[this.#index];
    return token?.kind === 'operator' ? token.text : undefined;
  }

  #accept(text: string): boolean {
    if (this.#peek() !== text) return false;
    this.#index++;
    return true;
  }

  #expect(text: string): void {
    if (!this.#accept(text)) throw new FormulaSyntaxError();
  }
}
