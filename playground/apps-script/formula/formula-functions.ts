/** The functions that formulas may call in the emulator. */
import { type FormulaResult, numberOf, type Operand } from './formula-result.ts';

/** The parameters of a call, evaluated when asked for, so that `IF` evaluates one branch only. */
interface Parameters {
  readonly count: number;
  operand(index: number): Operand;
  textOf(result: FormulaResult): string;
}

type FormulaFunction = (parameters: Parameters) => FormulaResult;

const value = (content: string | number | boolean | undefined): FormulaResult => ({ kind: 'value', value: content });
const error = (code: string): FormulaResult => ({ kind: 'error', code });

/** @see https://support.google.com/docs/table/25273 (function list; read 2026-11-21) */
export const FUNCTIONS: Readonly<Record<string, FormulaFunction>> = {
  HYPERLINK: (parameters) => {
    const target = single(parameters.operand(0));
    if (target.kind === 'error') return target;
    const label = parameters.count > 1 ? single(parameters.operand(1)) : target;
    if (label.kind === 'error') return label;
    return { kind: 'link', value: label.kind === 'image' ? '' : label.value, url: parameters.textOf(target) };
  },
  IMAGE: (parameters) => {
    const source = single(parameters.operand(0));
    return source.kind === 'error' ? source : { kind: 'image', url: parameters.textOf(source) };
  },
  SUM: (parameters) => sum(all(parameters)),
  NA: () => error('#N/A'),
  CONCATENATE: (parameters) => joined(all(parameters), (texts) => texts.join(''), parameters),
  LEN: (parameters) => joined([single(parameters.operand(0))], ([text = '']) => text.length, parameters),
  TRIM: (parameters) =>
    joined([single(parameters.operand(0))], ([text = '']) => text.trim().replace(/ +/g, ' '), parameters),
  ISBLANK: (parameters) => {
    const operand = single(parameters.operand(0));
    return value(operand.kind === 'value' && operand.value === undefined);
  },
  IF: (parameters) => {
    const condition = truth(single(parameters.operand(0)));
    if (typeof condition !== 'boolean') return condition;
    if (!condition && parameters.count < 3) return value(false);
    return single(parameters.operand(condition ? 1 : 2));
  },
  IFERROR: (parameters) => {
    const operand = single(parameters.operand(0));
    return operand.kind === 'error' ? single(parameters.operand(1)) : operand;
  },
  AND: (parameters) => logical(all(parameters), (truths) => truths.every(Boolean)),
  OR: (parameters) => logical(all(parameters), (truths) => truths.some(Boolean)),
  NOT: (parameters) => logical([single(parameters.operand(0))], ([first]) => first !== true),
};

function single(operand: Operand): FormulaResult {
  return operand.kind === 'cells' ? (operand.cells[0] ?? value(undefined)) : operand;
}

function all(parameters: Parameters): readonly FormulaResult[] {
  return Array.from({ length: parameters.count }, (_, index) => {
    const operand = parameters.operand(index);
    // Within a range, texts and booleans are passed over by SUM; named alone they are converted.
    return operand.kind === 'cells' ? operand.cells : [operand];
  }).flat();
}

function sum(results: readonly FormulaResult[]): FormulaResult {
  let total = 0;
  for (const result of results) {
    if (result.kind === 'error') return result;
    if (result.kind !== 'image' && typeof result.value === 'number') total += result.value;
  }
  return value(total);
}

function joined(
  results: readonly FormulaResult[],
  join: (texts: readonly string[]) => string | number,
  parameters: Parameters,
): FormulaResult {
  const failed = results.find(({ kind }) => kind === 'error');
  return failed ?? value(join(results.map((result) => parameters.textOf(result))));
}

function truth(result: FormulaResult): boolean | FormulaResult {
  if (result.kind === 'error') return result;
  if (result.kind !== 'image' && typeof result.value === 'boolean') return result.value;
  const number = numberOf(result);
  return typeof number === 'number' ? number !== 0 : number;
}

function logical(results: readonly FormulaResult[], decide: (truths: readonly boolean[]) => boolean): FormulaResult {
  const truths: boolean[] = [];
  for (const result of results) {
    const isTrue = truth(result);
    if (typeof isTrue !== 'boolean') return isTrue;
    truths.push(isTrue);
  }
  return value(decide(truths));
}
