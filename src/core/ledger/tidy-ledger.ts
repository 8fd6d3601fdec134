/** Keeps the ledger small: lines that count no more, and bodies beyond a size, leave it. */

import { bucketOf } from './buckets.ts';
import type { Ledger } from './ledger.ts';
import { keyIn, leavesDoubt, numberIn, parseLine } from './ledger-line.ts';
import { keyHashOf, parseOpen } from './open-tries.ts';

/** Bodies of all lines may take so much, in bytes. */
const MOST_BODY_BYTES = 20_000_000;

/** So much is left where bodies are dropped, so that it is not done at every checkpoint. */
const KEPT_BODY_BYTES = 15_000_000;

/** Fewer lines than this are never worth writing anew. */
const FEW_LINES = 1_000;

/** Whether more than half of the lines count no more. */
export function needsCompaction(ledger: Ledger): boolean {
  if (ledger.lineCount < FEW_LINES) return false;
  let counting = 0;
  for (const lines of [ledger.texts, ledger.before])
    for (const [key, text] of lines) if (numberIn(text) > floorOf(ledger, key)) counting += 1;
  return ledger.lineCount - counting > ledger.lineCount / 2;
}

/** The indexes of the lines that stay: those that count, those before them, doubts between these, and what is open. The sums stay as they are. */
export function indexesToKeep(texts: readonly string[], ledger: Ledger): readonly number[] {
  const seen = new Set<string>();
  const lastOpen = texts.reduce((highest, text) => Math.max(highest, parseOpen(text)?.number ?? 0), 0);
  return texts.flatMap((text, index) => {
    // A line that stands there twice counts once.
    if (seen.has(text)) return [];
    seen.add(text);
    const key = keyIn(text);
    if (key === '') return parseOpen(text)?.number === lastOpen && ledger.open.size > 0 ? [index] : [];
    const isCounting = ledger.texts.get(key) === text || ledger.before.get(key) === text;
    const isWanted = isCounting || (leavesDoubt(text) && isBetween(text, key, ledger));
    return isWanted && numberIn(text) > floorOf(ledger, key) ? [index] : [];
  });
}

/** Whether a line stands between the one that counts and what was confirmed before it: then an undo must not send that. */
function isBetween(text: string, key: string, { texts, before }: Ledger): boolean {
  const earlier = before.get(key);
  const number = numberIn(text);
  return earlier !== undefined && number > numberIn(earlier) && number < numberIn(texts.get(key) ?? '');
}

/** Whether the bodies take more than they may. */
export function hasTooManyBodies({ bodyBytes }: Ledger): boolean {
  return bodyBytes > MOST_BODY_BYTES;
}

/** How many lines from the top lose their bodies so that the others take no more than they may, and what is left. */
export function bodiesToDrop(texts: readonly string[]): { readonly lines: number; readonly bytesLeft: number } {
  let bytes = 0;
  for (let index = texts.length - 1; index >= 0; index -= 1) {
    const more = parseLine(texts[index] ?? '')?.bodyBytes ?? 0;
    if (bytes + more > KEPT_BODY_BYTES) return { lines: index + 1, bytesLeft: bytes };
    bytes += more;
  }
  return { lines: 0, bytesLeft: bytes };
}

function floorOf({ floors }: Ledger, key: string): number {
  return floors.get(bucketOf(keyHashOf(key))) ?? 0;
}
