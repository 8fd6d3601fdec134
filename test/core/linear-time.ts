/** Judges whether a function of a text is linear in its length, by comparing it with itself in one run. */
import { performance } from 'node:perf_hooks';

/** Long enough that what takes the square of the length shows, short enough that it ends. */
const SHORT_CHARACTERS = 3_000;
/** Linear is 4, the square is 16. */
const MOST_TIMES_SLOWER = 9;
/** So near to 4 that nobody need look again. */
const SURELY_LINEAR = 5;
/** A moment in which the machine was busy is measured again; what is truly slow stays slow. */
const MOST_ROUNDS = 20;
const READINGS_A_ROUND = 3;
/** The clock is coarser than the shortest readings. */
const CLOCK_STEP_MS = 0.002;

/** How many times longer 4 n signs take than n, each at its best over some rounds. */
export function slowdownOf(read: (text: string) => void, make: (characters: number) => string): number {
  const [short, long] = [make(SHORT_CHARACTERS), make(4 * SHORT_CHARACTERS)];
  let [shortMs, longMs] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let round = 0; round < MOST_ROUNDS && (round === 0 || longMs > SURELY_LINEAR * shortMs); round += 1) {
    shortMs = Math.min(
      shortMs,
      leastMs(() => read(short)),
    );
    longMs = Math.min(
      longMs,
      leastMs(() => read(long)),
    );
  }
  return longMs / shortMs;
}

/** Whether a slowdown is that of a linear function. */
export function isLinear(slowdown: number): boolean {
  return slowdown <= MOST_TIMES_SLOWER;
}

function leastMs(act: () => void): number {
  const times = Array.from({ length: READINGS_A_ROUND }, () => {
    const startMs = performance.now();
    act();
    return performance.now() - startMs;
  });
  return Math.max(CLOCK_STEP_MS, Math.min(...times));
}
