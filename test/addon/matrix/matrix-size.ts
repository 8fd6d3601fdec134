/** How much of each matrix is walked: what fits into every test run, a fair part, or the whole. */

interface MatrixSize {
  /**
   * Where runs are killed: before every call that changes something, before every call that asks a service as well, or
   * also inside long series of calls that only ask an object at hand. Between two changes all places leave the same behind.
   */
  readonly killAt: 'changes' | 'services' | 'every call';
  /** Of these places every so many-th is taken; those around a flush and right after a wave always are. */
  readonly killEvery: number;
  /** Killed runs that are killed again when they are run again. */
  readonly secondKills: number;
  /** How many of *once*, *twice* and *for ever* each fault strikes. */
  readonly strikes: 1 | 3;
  /** Random sequences of people's changes during a run, for each action and each pace of the platform. */
  readonly mutationSequences: number;
  /** The same sequences each time, so that they fail for a change and not by chance; new ones where all is walked. */
  readonly mutationSeed: number;
  /** Changes in one sequence, at most. */
  readonly mutationsPerSequence: number;
  /** Random sequences of runs and of what happens to tabs, copies, versions and the ledger, for each of what must hold. */
  readonly ledgerSequences: number;
  /** Rounds in which two people press the button at the same moment. */
  readonly twoPeopleRounds: number;
  /** Random orders of ticks, people and kills around a schedule. */
  readonly scheduleOrders: number;
  /** Pairs of edges that Google's pages leave open, on their other sides together; each by itself is walked anyway. */
  readonly edgePairs: number;
  /** Longest time a whole matrix may take, in milliseconds of real time. */
  readonly timeoutMs: number;
}

const DEFAULT_SIZE: MatrixSize = {
  killAt: 'changes',
  killEvery: 12,
  secondKills: 1,
  strikes: 1,
  mutationSequences: 2,
  mutationSeed: 20261121,
  mutationsPerSequence: 10,
  ledgerSequences: 40,
  twoPeopleRounds: 2,
  scheduleOrders: 3,
  edgePairs: 1,
  timeoutMs: 4 * 60_000,
};

const PART_SIZE: MatrixSize = {
  ...DEFAULT_SIZE,
  killAt: 'services',
  killEvery: 3,
  secondKills: 15,
  strikes: 3,
  mutationSequences: 17,
  ledgerSequences: 500,
  twoPeopleRounds: 12,
  scheduleOrders: 25,
  edgePairs: 6,
  timeoutMs: 10 * 60_000,
};

const FULL_SIZE: MatrixSize = {
  ...PART_SIZE,
  killAt: 'every call',
  killEvery: 1,
  secondKills: 250,
  mutationSequences: 400,
  ledgerSequences: 10_000,
  mutationSeed: Date.now(),
  twoPeopleRounds: 60,
  scheduleOrders: 250,
  edgePairs: Number.POSITIVE_INFINITY,
  timeoutMs: 60 * 60_000,
};

/**
 * The sizes of this run: `LISTING_SYNC_MATRIX=part npx vitest run test/addon/matrix` takes some minutes, `full` (which is
 * `npm run matrix`) an hour and a half. Anything else, or nothing, is the default.
 */
export const MATRIX_SIZE: MatrixSize = sizeNamed(process.env.LISTING_SYNC_MATRIX);

function sizeNamed(name: string | undefined): MatrixSize {
  const sequences = process.env.LISTING_SYNC_SEQUENCES;
  if (sequences !== undefined) return { ...FULL_SIZE, ledgerSequences: Number(sequences) };
  if (name === 'full') return FULL_SIZE;
  return name === 'part' ? PART_SIZE : DEFAULT_SIZE;
}
