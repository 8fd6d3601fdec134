/** What formulas and their parts come to. */

/** What a formula comes to. */
export type FormulaResult =
  | { readonly kind: 'value'; readonly value: string | number | boolean | undefined; readonly numberFormat?: string }
  | { readonly kind: 'error'; readonly code: string }
  | { readonly kind: 'link'; readonly value: string | number | boolean | undefined; readonly url: string }
  | { readonly kind: 'image'; readonly url: string };

/** A result, or the results of a whole range where one is named. */
export type Operand = FormulaResult | { readonly kind: 'cells'; readonly cells: readonly FormulaResult[] };

/** The number a result stands for in arithmetic, or an error. */
export function numberOf(result: FormulaResult): number | { readonly kind: 'error'; readonly code: string } {
  if (result.kind === 'error') return result;
  const value = result.kind === 'image' ? '' : result.value;
  if (value === undefined) return 0;
  if (typeof value !== 'string') return Number(value);
  const number = Number(value);
  return value.trim() !== '' && Number.isFinite(number) ? number : { kind: 'error', code: '#VALUE!' };
}
