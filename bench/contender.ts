/** What takes part in the benchmark, and how each is driven. */

import type { Ending, Executions } from './performance.ts';
import type { Scenario } from './scenario.ts';
import type { Stage } from './stage.ts';

/** The contenders that results are looked up by. */
export const ADD_ON = 'Listing Sync';
export const ROW_BY_ROW = 'row by row';

/** Whoever brings the rows of a sheet to the platform. */
export interface Contender {
  readonly name: string;
  /** The script project, by file name. */
  readonly files: Readonly<Record<string, string>>;
  /** The header of the column in which it says what became of a row. */
  readonly statusHeader: string;
  /** Statuses by which it claims that the platform did what was asked for. */
  readonly doneStatuses: ReadonlySet<string>;
  /** Statuses by which it says that it does not know. */
  readonly unsureStatuses: ReadonlySet<string>;
  /** Whether it notices by itself which rows were edited since the last run. */
  readonly doesFindChanges: boolean;
  /** The largest sheet it is worth waiting for. */
  readonly largestRowCount: number;
  /** What a person does once, before the first run. */
  prepare(stage: Stage): Promise<void>;
  /** Runs until everything is done, running again whatever was killed. */
  perform(stage: Stage, scenario: Scenario, executions: Executions): Promise<Ending>;
}
