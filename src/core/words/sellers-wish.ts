/** What is said where a seller keeps a listing off the internet. */

/** Why a row is not sent. */
export function offInternetWords(header: string): string {
  return `“${header}” keeps this listing off the internet, so it is never sent.`;
}

/** Why a row waits for a person. */
export function unclearWishWords(header: string, text: string): string {
  return `${header}: “${text}” is neither Yes nor No. Nothing is sent before it is clear what the seller allows.`;
}
