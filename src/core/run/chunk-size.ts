/** How many rows are taken between two checkpoints: few enough that a kill leaves little unclear, many enough to be fast. */

/** Rows of the first chunk. */
const FIRST_CHUNK = 80;

/** A chunk may grow to this many rows and shrink to this few. */
const LARGEST_CHUNK = 2_000;
const SMALLEST_CHUNK = 10;

/** How long a chunk should take. */
const TARGET_MS = 12_000;

/** The size of the first chunk, or of the one after a chunk that took the given time; it at most doubles or halves. */
export function nextChunkSize(size?: number, tookMs = TARGET_MS): number {
  if (size === undefined) return FIRST_CHUNK;
  const factor = Math.min(2, Math.max(0.5, TARGET_MS / Math.max(1, tookMs)));
  return Math.min(LARGEST_CHUNK, Math.max(SMALLEST_CHUNK, Math.round(size * factor)));
}
