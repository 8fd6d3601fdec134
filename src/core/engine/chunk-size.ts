/** How many rows are taken between two checkpoints: few enough that a kill leaves little unclear, many enough to be fast. */

import { USUALLY_AT_ONCE } from './wave-width.ts';

/** Requests of the first chunk, a few seconds' worth. */
const FIRST_REQUESTS = 100;

/** A chunk may grow to this many rows and shrink to this few. */
const LARGEST_CHUNK = 3_000;
const SMALLEST_CHUNK = 10;

/** By how much a chunk may outgrow the one before it: the few seconds of a first chunk show how quick a platform is. */
const MOST_GROWTH = 8;

/** How long a chunk should take, and after which time it ends before its rows do: a platform may become slow. */
const TARGET_MS = 40_000;
export const LONGEST_CHUNK_MS = 2 * TARGET_MS;

/**
 * The size of a run's first chunk, for rows that need so many requests; several rows may share one.
 *
 * @param width How many requests go out in the first wave, which may be half as many as can be under way at once.
 */
export function firstChunkSize(rows: number, requests: number, width: number): number {
  const rowsPerRequest = rows / Math.max(1, requests);
  const wanted = FIRST_REQUESTS + (width % USUALLY_AT_ONCE);
  return Math.min(LARGEST_CHUNK, Math.max(SMALLEST_CHUNK, Math.ceil(wanted * rowsPerRequest)));
}

/** The size of the chunk after one of the given size that took the given time; it at most halves. */
export function nextChunkSize(size: number, tookMs: number): number {
  const factor = Math.min(MOST_GROWTH, Math.max(0.5, TARGET_MS / Math.max(1, tookMs)));
  return Math.min(LARGEST_CHUNK, Math.max(SMALLEST_CHUNK, inFullWaves(Math.round(size * factor))));
}

/** No more rows than fill the last wave, where each is a request: half a wave takes as long as a whole one. */
function inFullWaves(rows: number): number {
  return rows < USUALLY_AT_ONCE ? rows : rows - (rows % USUALLY_AT_ONCE);
}

/** A chunk may be so much larger than planned where the rows or the time left over would be too little for another. */
const STRETCH = 1.25;

/**
 * How many of the remaining rows go into a chunk that must be sent within the given time, where chunks of the given size take
 * as long as they should. Some seconds more for the last requests of a run are less than another execution takes.
 */
export function chunkWithin(size: number, remainingMs: number, remainingRows: number): number {
  const timely = inFullWaves(Math.max(0, Math.floor((size * remainingMs) / TARGET_MS)));
  const fitting = remainingRows - timely <= FIRST_REQUESTS ? remainingRows : Math.max(FIRST_REQUESTS, timely);
  return fitting <= size * STRETCH ? fitting : size;
}

/** What an execution can send while all is well, about 28 requests a second; more would be read in vain. */
const LISTINGS_PER_EXECUTION = 6_200;

/** Chunks of forty seconds that fit into an execution, and of the largest ones, which may be over in ten. */
const CHUNKS_PER_EXECUTION = 7;
const LARGEST_CHUNKS_PER_EXECUTION = 16;

/** How many rows an execution should read to have enough to send. */
export function rowsForExecution(chunkSize: number): number {
  const chunks = chunkSize < LARGEST_CHUNK ? CHUNKS_PER_EXECUTION : LARGEST_CHUNKS_PER_EXECUTION;
  return Math.max(LISTINGS_PER_EXECUTION, chunkSize * chunks);
}
