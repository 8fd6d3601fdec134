/** The add-on as shipped, driven as its sidebar drives it: start, agree to deletes, continue until the run is over. */
import * as v from 'valibot';
import type { CallReport } from '../playground/apps-script/emulator.ts';
import { ADD_ON, type Contender } from './contender.ts';
import { type Ending, type Executions, wasCutOff } from './performance.ts';
import type { Scenario } from './scenario.ts';
import { CHATBOT_ID, readFiles, SECRET_KEY, type Stage } from './stage.ts';

/** The script project that is pushed to Google. */
export const ADD_ON_FILES = ['Code.js', 'Sidebar.html', 'appsscript.json'] as const;

/** When a run is not watched to its end: it would need more executions than this, as its first ones show. */
const MAX_EXECUTIONS_PER_10_000_ROWS = 40;
const FIRST_EXECUTIONS = 6;

/** A run that is killed this often makes no headway. */
const MAX_RESTARTS = 5;

const progress = v.object({
  runId: v.string(),
  state: v.picklist(['running', 'finished', 'cancelled', 'stopped']),
  total: v.number(),
  done: v.number(),
  message: v.string(),
});

const startReply = v.variant('kind', [
  v.object({ kind: v.literal('started'), progress }),
  v.object({
    kind: v.literal('confirmDeletes'),
    confirmation: v.object({ deleteToken: v.string(), listings: v.array(v.unknown()) }),
  }),
]);

type Progress = v.InferOutput<typeof progress>;

/** Where a run stands after a step: how far it is, or why it went no further. */
type Step = { readonly kind: 'progress'; readonly progress: Progress } | { readonly kind: 'killed' | 'cutOff' };

/** @param isPatient Whether a slow run is watched to its end, however long that takes. */
export async function addOnContender(isPatient: boolean): Promise<Contender> {
  return {
    name: ADD_ON,
    files: await readFiles('dist', ADD_ON_FILES),
    statusHeader: 'Sync status',
    doneStatuses: new Set(['Pushed', 'Updated', 'Deleted', 'Unchanged']),
    unsureStatuses: new Set(['Sending', 'Failed', 'Unconfirmed']),
    doesFindChanges: true,
    largestRowCount: Number.POSITIVE_INFINITY,
    prepare: connect,
    perform: ({ emulator }, scenario, executions) => {
      const tabId = emulator.hands.activeTabId();
      const waitForTomorrow = async () => void (await emulator.advanceClock(DAY_MS));
      return runUntilDone({ action: scenario.action, tabId, waitForTomorrow }, executions, isPatient);
    },
  };
}

async function connect({ emulator }: Stage): Promise<void> {
  const connection = { key: SECRET_KEY, chatbotId: CHATBOT_ID, authHeader: 'Authorization', sharing: 'me' };
  answerOf(await emulator.call('saveConnection', [connection], { source: 'sidebar' }), v.unknown());
}

/** What is run, over which tab, and what a person does once Google allows no more requests that day. */
type Order = Pick<Scenario, 'action'> & { readonly tabId: number; readonly waitForTomorrow: () => Promise<void> };

const DAY_MS = 24 * 60 * 60_000;

/** A hundred thousand rows need more requests than a day allows: those that are sent again come on top. */
const isDayUsedUp = ({ state, message }: Progress) => state === 'stopped' && message.includes('for one day: urlfetch');

async function runUntilDone(order: Order, executions: Executions, isPatient: boolean): Promise<Ending> {
  let step = await start(order, executions);
  let restarts = 0;
  for (;;) {
    switch (step.kind) {
      case 'cutOff':
        return { kind: 'cutOff' };
      case 'killed':
        restarts += 1;
        if (restarts > MAX_RESTARTS) return { kind: 'stuck' };
        step = await start(order, executions);
        break;
      case 'progress':
        if (step.progress.state === 'finished') return { kind: 'finished' };
        if (isDayUsedUp(step.progress)) {
          await order.waitForTomorrow();
          step = await start(order, executions);
          break;
        }
        if (step.progress.state !== 'running') throw new Error(`The run ended early: ${step.progress.message}`);
        if (!isPatient && isTooSlow(step.progress, executions.reports.length)) return { kind: 'abandoned' };
        step = await continueRun(step.progress.runId, executions);
        break;
      default:
        return step satisfies never;
    }
  }
}

async function start({ action, tabId }: Order, { execute }: Executions): Promise<Step> {
  const request = { action, scope: 'tab', tabId };
  const asked = await execute('startRun', [request]);
  if (asked.outcome.kind === 'killed') return stepOfKill(asked);
  const answer = answerOf(asked, startReply);
  if (answer.kind === 'started') return { kind: 'progress', progress: answer.progress };
  const { deleteToken, listings } = answer.confirmation;
  const agreed = await execute('startRun', [{ ...request, deleteToken, typedCount: listings.length }]);
  if (agreed.outcome.kind === 'killed') return stepOfKill(agreed);
  const started = answerOf(agreed, startReply);
  if (started.kind !== 'started') throw new Error('The add-on asked for its deletes a second time.');
  return { kind: 'progress', progress: started.progress };
}

async function continueRun(runId: string, { execute }: Executions): Promise<Step> {
  const report = await execute('continueRun', [{ runId }]);
  return report.outcome.kind === 'killed'
    ? stepOfKill(report)
    : { kind: 'progress', progress: answerOf(report, progress) };
}

function stepOfKill(report: CallReport): Step {
  return { kind: wasCutOff(report) ? 'cutOff' : 'killed' };
}

function isTooSlow({ total, done }: Progress, executionCount: number): boolean {
  const most = MAX_EXECUTIONS_PER_10_000_ROWS * Math.max(1, total / 10_000);
  return executionCount > FIRST_EXECUTIONS && (executionCount * total) / Math.max(1, done) > most;
}

function answerOf<T>({ outcome }: CallReport, value: v.GenericSchema<unknown, T>): T {
  const failed = v.object({ ok: v.literal(false), error: v.object({ message: v.string(), nextStep: v.string() }) });
  if (outcome.kind !== 'returned') throw new Error(`The add-on did not answer: ${outcome.kind}.`);
  const reply = v.parse(v.variant('ok', [v.object({ ok: v.literal(true), value }), failed]), outcome.value);
  if (!reply.ok) throw new Error(`${reply.error.message} ${reply.error.nextStep}`);
  return reply.value;
}
