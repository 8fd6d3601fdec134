/** Takes away from a header what makes a question of it. */

/** Words that make a question of a name: `Is Sold?`, `Under Contract (Y/N)`, `PendingYN`. */
const ASKING = /^is (?=\S)|\b(?:y ?\/? ?n|yes ?\/? ?no|flag)\b|[?()]/gi;
const JOINTS = /([a-z])(?=[A-Z])|_/g;

/** What a header asks about: `PendingYN` → `Pending`. */
export function askedWords(header: string): string {
  return header.replace(JOINTS, '$1 ').replace(ASKING, ' ').trim();
}
