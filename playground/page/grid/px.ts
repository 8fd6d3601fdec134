/** Lengths for inline styles. */

/** Pixels as CSS writes them: Preact 11 adds no unit to a bare number. */
export function px(length: number): string {
  return `${length}px`;
}
