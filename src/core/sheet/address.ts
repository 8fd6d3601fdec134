/** Tells texts that are web addresses from words that may hide one. */

const BEGINNING = /^\s*(?:https?:\/\/|www\.)/i;

/** Whether a text begins as an address does; such a text hides no other. */
export function isAddress(text: string): boolean {
  return BEGINNING.test(text);
}
