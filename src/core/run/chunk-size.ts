/** How many rows are taken between two checkpoints: few enough that a kill leaves little unclear, many enough to be fast. */

/** Requests of the first chunk, a few seconds' worth. */
const FIRST_REQUESTS = 100;

/** A chunk may grow to this many rows and shrink to this few. */
const LARGEST_CHUNK = 3_000;
const SMALLEST_CHUNK = 10;

/** How long a chunk should take, and after which time it ends before its rows do: a platform may become slow. */
const TARGET_MS = 40_000;
export const LONGEST_CHUNK_MS = 2 * TARGET_MS;

/** The size of a run's first chunk, for rows that need so many requests; several rows may share one. */
export function firstChunkSize(rows: number, requests: number): number {
  const rowsPerRequest = rows / Math.max(1, requests);
  return Math.min(LARGEST_CHUNK, Math.max(SMALLEST_CHUNK, Math.ceil(FIRST_REQUESTS * rowsPerRequest)));
}

/** The size of the chunk after one of the given size that took the given time; it at most triples or halves. */
export function nextChunkSize(size: number, tookMs: number): number {
  const factor = Math.min(3, Math.max(0.5, TARGET_MS / Math.max(1, tookMs)));
  return Math.min(LARGEST_CHUNK, Math.max(SMALLEST_CHUNK, Math.round(size * factor)));
}

/** Rows of a chunk that must be sent within the given time, where chunks of the given size take as long as they should. */
export function chunkWithin(size: number, remainingMs: number): number {
  const rows = Math.floor((size * remainingMs) / TARGET_MS);
  return Math.min(size, Math.max(FIRST_REQUESTS, rows));
}

/** What a slice can send while all is well, about 28 requests a second; more would be read in vain. */
const LISTINGS_PER_SLICE = 6_200;

/** Chunks that fit into a slice; of chatbot rows, many of which share a request, these are more than that. */
const CHUNKS_PER_SLICE = 7;

/** How many rows a slice should read to have enough to send. */
export function rowsForSlice(chunkSize: number): number {
  return Math.max(LISTINGS_PER_SLICE, chunkSize * CHUNKS_PER_SLICE);
}
