/** Measures a sync that a schedule runs: the executions of Google's clock until every row is done. */
import type { CallReport } from '../playground/apps-script/emulator.ts';
import { addOnContender } from './add-on-contender.ts';
import { columnOf, listingSheet } from './sheet-rows.ts';
import { openStage, type Stage } from './stage.ts';

/** What it took. */
export interface ScheduleResult {
  readonly rows: number;
  readonly executions: number;
  /** Virtual time of all of them. */
  readonly seconds: number;
  readonly isDone: boolean;
}

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

/** More minutes than any run may need. */
const MOST_MINUTES = 60;

/** The first sync of a tab of listings, by the schedule of its owner. */
export async function measureSchedule(rows: number): Promise<ScheduleResult> {
  const scenario = { name: 'on schedule', action: 'sync', sheet: listingSheet(rows) } as const;
  const contender = await addOnContender(true);
  const stage = await openStage(scenario, contender.files);
  try {
    await contender.prepare(stage);
    const tabIds = [stage.emulator.hands.activeTabId()];
    const schedule = { action: 'sync', tabIds, when: { kind: 'hourly' }, allowsDeletes: false };
    await stage.emulator.call('saveSchedule', [schedule], { source: 'sidebar' });
    const reports = await untilDone(stage, columnOf(scenario.sheet, scenario.sheet.keyHeader).length);
    const ms = reports.reduce((sum, { virtualMs }) => sum + virtualMs, 0);
    const isDone = stage.confirmedKeys.size === rows;
    return { rows, executions: reports.length, seconds: ms / 1000, isDone };
  } finally {
    await stage.close();
  }
}

/** The first call comes after an hour, those that carry the run on each minute. */
async function untilDone({ emulator, confirmedKeys }: Stage, rows: number): Promise<readonly CallReport[]> {
  const reports = [...(await emulator.advanceClock(HOUR_MS))];
  for (let minute = 0; minute < MOST_MINUTES && confirmedKeys.size < rows; minute += 1)
    reports.push(...(await emulator.advanceClock(MINUTE_MS)));
  return reports;
}
