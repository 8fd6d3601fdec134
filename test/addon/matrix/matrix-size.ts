/** How much of each matrix is walked: a fair part of it, or the whole. */

/**
 * `LISTING_SYNC_MATRIX=part npx vitest run test/addon/matrix` walks a fair part in some minutes, `full` walks everything and
 * takes about an hour. Without the variable the matrices are left out.
 */
const IS_FULL = process.env.LISTING_SYNC_MATRIX === 'full';

/** The sizes of this run. */
export const MATRIX_SIZE = {
  /** Whether a run is also killed inside long series of calls that only ask an object at hand. */
  killsInsideSeries: IS_FULL,
  /** Of the killed runs every so many-th is run again and killed again… */
  secondKillEvery: IS_FULL ? 5 : 25,
  /** …at every so many-th of its service calls. */
  secondKillStride: IS_FULL ? 9 : 31,
  /** Random sequences of people's changes during a run, for each pace of the platform. */
  mutationSequences: IS_FULL ? 600 : 35,
  /** Partial runs walk the same sequences, so that they fail for a change and not by chance. */
  mutationSeed: IS_FULL ? Date.now() : 20261121,
  /** Changes in one sequence, at most. */
  mutationsPerSequence: 10,
  /** Rounds in which two people press the button at the same moment. */
  twoPeopleRounds: IS_FULL ? 60 : 12,
} as const;

/** Longest time a whole matrix may take, in milliseconds of real time. */
export const MATRIX_TIMEOUT_MS = IS_FULL ? 60 * 60_000 : 10 * 60_000;
