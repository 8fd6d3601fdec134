/** Everything one run of the benchmark found; written as JSON and shown as a table. */
import type { LatencyTable } from '../playground/apps-script/latency.ts';
import type { CpuResult } from './measure-cpu.ts';
import type { FileSize } from './measure-dist.ts';
import type { InboxResult } from './measure-inbox.ts';
import type { LedgerResult } from './measure-ledger.ts';
import type { MemoryResult } from './measure-memory.ts';
import type { NightsResult } from './measure-nights.ts';
import type { ReadingResult } from './measure-reading.ts';
import type { ScheduleResult } from './measure-schedule.ts';
import type { StartResult } from './measure-start.ts';
import type { TicksResult } from './measure-ticks.ts';
import type { ScenarioResult } from './run-scenario.ts';

/** How a target came out. */
export type Verdict = 'reached' | 'missed';

/** A figure the add-on shall reach. */
export interface Target {
  readonly name: string;
  /** What was found, in words with units; absent where nothing was measured. */
  readonly found?: string;
  /** Absent where nothing was measured. */
  readonly verdict?: Verdict;
}

/** What was measured, before it is compared with the targets. */
export interface Measurements {
  readonly latency: LatencyTable;
  readonly scenarios: readonly ScenarioResult[];
  readonly cpu: readonly CpuResult[];
  readonly files: readonly FileSize[];
  /** Absent where it was not measured. */
  readonly memory?: MemoryResult;
  readonly start?: StartResult;
  readonly ticks?: TicksResult;
  readonly reading?: ReadingResult;
  readonly inbox?: InboxResult;
  readonly schedule?: ScheduleResult;
  readonly ledger?: LedgerResult;
  readonly nights?: NightsResult;
}

/** The whole result. */
export interface BenchResult extends Measurements {
  readonly targets: readonly Target[];
}
