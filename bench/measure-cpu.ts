/** Measures the processor time of read → plan → requests, next to that of `JSON.stringify` over the same bodies. */
import { cpuMsOf } from './cpu-time.ts';
import { functionsOf, type PlanBuilds, type PlanFunctions } from './plan-builds.ts';
import { contentOf } from './sheet-content.ts';
import { listingSheet } from './sheet-rows.ts';

/** Processor time at one size, in milliseconds per 1,000 rows; the best of several rounds. */
export interface CpuResult {
  readonly rowCount: number;
  readonly planMsPer1000Rows: number;
  readonly stringifyMsPer1000Rows: number;
  /** What the commit that is compared with takes for the same; absent where it could not be built. */
  readonly baselineMsPer1000Rows?: number;
}

/** Rows worked through at each size, so that small sizes are measured over as much work as large ones. */
const ROWS_PER_ROUND = 20_000;
const ROUNDS = 12;

/** Measures listings at the given sizes. */
export function measureCpu(builds: PlanBuilds, rowCounts: readonly number[]): readonly CpuResult[] {
  const plans = [builds.own, builds.baseline].flatMap((build) => (build === undefined ? [] : functionsOf(build)));
  // The first rounds only let the engine warm up.
  measureAt(1000, plans);
  return rowCounts.map((rowCount) => measureAt(rowCount, plans));
}

function measureAt(rowCount: number, [own, baseline]: readonly PlanFunctions[]): CpuResult {
  if (own === undefined) throw new Error('There is nothing to measure.');
  const content = contentOf(listingSheet(rowCount));
  const repeats = Math.max(1, Math.round(ROWS_PER_ROUND / rowCount));
  const bodies = own.planListings(content).map((request): unknown => JSON.parse(request.payload));
  const [planMs = 0, stringifyMs = 0, baselineMs] = bestCpuMs(repeats, [
    () => own.planListings(content),
    () => bodies.map((body) => JSON.stringify(body)),
    ...(baseline === undefined ? [] : [() => baseline.planListings(content)]),
  ]);
  const per1000Rows = (ms: number) => (ms / rowCount) * 1000;
  return {
    rowCount,
    planMsPer1000Rows: per1000Rows(planMs),
    stringifyMsPer1000Rows: per1000Rows(stringifyMs),
    ...(baselineMs === undefined ? {} : { baselineMsPer1000Rows: per1000Rows(baselineMs) }),
  };
}

/**
 * Processor time of one call of each piece of work, in milliseconds. What else runs on the machine can only make a round
 * slower, so the best counts; and the pieces take turns, so that all of them have the same neighbours.
 */
export function bestCpuMs(repeats: number, works: readonly (() => unknown)[]): readonly number[] {
  const best = works.map(() => Number.POSITIVE_INFINITY);
  for (let round = 0; round < ROUNDS; round += 1) {
    works.forEach((work, index) => {
      const ms = cpuMsOf(() => {
        for (let repeat = 0; repeat < repeats; repeat += 1) work();
      });
      best[index] = Math.min(best[index] ?? ms, ms / repeats);
    });
  }
  return best;
}
