/** The contenders written by hand, as people write them for one sheet, driven from the editor or a button. */
import { type Contender, ROW_BY_ROW } from './contender.ts';
import { type Ending, type Executions, wasCutOff } from './performance.ts';
import type { Scenario } from './scenario.ts';
import { CHATBOT_ID, readFiles, SECRET_KEY, type Stage } from './stage.ts';

const STATUS_HEADER = 'Status';
const DONE = 'Done';

/** Beyond this a request per row only takes longer, in the same way. */
const LARGEST_ROW_COUNT = 10_000;

/** The contenders, from the simplest to the most careful. */
export async function scriptContenders(): Promise<readonly Contender[]> {
  return Promise.all([
    scriptContender(ROW_BY_ROW, 'row-by-row.js', LARGEST_ROW_COUNT),
    scriptContender('statuses at the end', 'statuses-at-end.js', LARGEST_ROW_COUNT),
    scriptContender('fixed hundreds', 'fixed-hundreds.js', Number.POSITIVE_INFINITY),
  ]);
}

async function scriptContender(name: string, fileName: string, largestRowCount: number): Promise<Contender> {
  return {
    name,
    files: await readFiles('bench/contenders', ['listing-requests.js', fileName]),
    statusHeader: STATUS_HEADER,
    doneStatuses: new Set([DONE]),
    unsureStatuses: new Set(),
    doesFindChanges: false,
    largestRowCount,
    prepare: async ({ emulator }) => {
      emulator.setProperty('script', 'KEY', SECRET_KEY);
      emulator.setProperty('script', 'CHATBOT', CHATBOT_ID);
    },
    perform: runUntilDone,
  };
}

async function runUntilDone(stage: Stage, scenario: Scenario, { execute }: Executions): Promise<Ending> {
  for (let doneBefore = 0; ; ) {
    const report = await execute('run', [scenario.action]);
    if (report.outcome.kind === 'returned') return { kind: 'finished' };
    if (wasCutOff(report)) return { kind: 'cutOff' };
    const doneNow = stage.column(STATUS_HEADER).filter((status) => status === DONE).length;
    // The next execution would find the sheet as this one did.
    if (doneNow === doneBefore) return { kind: 'stuck' };
    doneBefore = doneNow;
  }
}
