/** What is said where old and new should stand: of what was sent only the newest 20 MB are kept, and nothing too long for a cell. */

/** @param what What was: `sent before`, `confirmed on 21 Nov`. */
export function notKeptWords(what: string): string {
  return `What was ${what} is not kept any more, so that old and new cannot be compared.`;
}
