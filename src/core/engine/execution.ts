/** What the engine needs to know of the execution it runs in. */
import type { FieldAnswers } from '../actions/field-answers.ts';
import type { AllStatusColumnIndexes } from '../own-cells/status-columns.ts';
import { ask, type Engine } from './commands.ts';
import type { Deadlines } from './deadlines.ts';
import type { RunState } from './progress.ts';

/** What holds for one execution of a run. */
export interface Execution {
  readonly deadlines: Deadlines;
  /** How wide a wave may ever be. */
  readonly requestsAtOnce: number;
  /** By what this person's agreement to deletes is known; `''` where they have agreed to none. */
  readonly deleteSecret: string;
  /** Why deletes that were agreed to may not leave any more; `''` where they may. Asked where there are any. */
  readonly whyNoDeletes: () => string;
  /** What the chatbot has answered to listings without required fields; asked where a row leaves some out. */
  readonly fieldAnswers: () => FieldAnswers;
  /** Where the add-on's columns are, or will be once the first rows are written. */
  readonly own: AllStatusColumnIndexes;
}

export function* isCancelWished(): Engine<boolean> {
  return yield* ask({ kind: 'isCancelWished', look: 'certain' });
}

export const RUNNING: RunState = { kind: 'running' };
