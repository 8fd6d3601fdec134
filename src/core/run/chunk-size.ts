/** How many rows are taken between two checkpoints: few enough that a kill leaves little unclear, many enough to be fast. */

/** Rows of the first chunk: one request's worth of chatbot rows. */
export const FIRST_CHUNK = 100;

/** A chunk may grow to this many rows and shrink to this few. */
const LARGEST_CHUNK = 3_000;
const SMALLEST_CHUNK = 10;

/** How long a chunk should take. */
const TARGET_MS = 40_000;

/** The size of the chunk after one of the given size that took the given time; it at most triples or halves. */
export function nextChunkSize(size: number, tookMs: number): number {
  const factor = Math.min(3, Math.max(0.5, TARGET_MS / Math.max(1, tookMs)));
  return Math.min(LARGEST_CHUNK, Math.max(SMALLEST_CHUNK, Math.round(size * factor)));
}

/** Slices last a few chunks; reading more rows than these would be reading them in vain. */
const CHUNKS_PER_SLICE = 5;

/** How many rows a slice should read to have enough to send. */
export function rowsForSlice(chunkSize: number): number {
  return chunkSize * CHUNKS_PER_SLICE;
}
