/** Tells texts that are web addresses from words that may hide one. */

/** Whether a text begins as an address does; such a text hides no other. */
export function isAddress(text: string): boolean {
  return /^\s*(https?:\/\/|www\.)/i.test(text);
}
