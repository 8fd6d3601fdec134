/** Runs one execution in a worker from start to end, answering what it asks meanwhile. */
import type { Ending, ExecutionSettings, FromGoogle, FromWorker } from './protocol.ts';
import { ServiceException } from './service-exception.ts';
import { type Asker, TimedAnswer } from './serving.ts';
import type { VirtualClock } from './virtual-clock.ts';
import type { ExecutionWorker, WorkerPool } from './worker-pool.ts';

/** Real time after which an execution that asks nothing is taken to hang. The virtual clock cannot see an endless loop. */
const HANGING_AFTER_MS = 360_000;

/** What answers an execution, and what keeps the time when it is over. */
export interface ExecutionHost {
  readonly clock: VirtualClock;
  /** Answers one operation; throws a `ServiceException` for what the add-on shall meet as an `Exception`. */
  serve(name: string, request: unknown, asker: Asker): Promise<unknown>;
  /** Gives back everything an execution holds. */
  release(executionId: number, atMs: number): void;
}

/** Runs an execution; its locks are given back and Google's clock has moved on when this resolves. */
export async function runExecution(
  google: ExecutionHost,
  pool: WorkerPool,
  executionId: number,
  settings: ExecutionSettings,
): Promise<Ending> {
  const worker = await pool.take();
  const reached = { ms: settings.startMs };
  try {
    const ending = await converse(google, worker, executionId, settings, reached);
    if (ending !== 'hanging') {
      pool.giveBack(worker);
      return ending;
    }
    await pool.discard(worker);
    reached.ms = Math.max(reached.ms, settings.startMs + settings.runtimeLimitMs);
    return endingOfHanging(reached.ms);
  } catch (error) {
    // Something outside the add-on failed, and the worker may wait for an answer that will never come.
    await pool.discard(worker);
    throw error;
  } finally {
    google.clock.reach(reached.ms);
    google.release(executionId, reached.ms);
  }
}

/** @param reached Kept at the execution's virtual time, also when it fails. */
function converse(
  google: ExecutionHost,
  worker: ExecutionWorker,
  executionId: number,
  settings: ExecutionSettings,
  reached: { ms: number },
): Promise<Ending | 'hanging'> {
  return new Promise((resolve, reject) => {
    let watchdog: NodeJS.Timeout | undefined;
    const end = (ending: Ending) => {
      reached.ms = ending.endMs;
      resolve(ending);
    };
    const watch = () => {
      watchdog = setTimeout(() => resolve('hanging'), HANGING_AFTER_MS);
    };
    const fail = (error: Error) => {
      clearTimeout(watchdog);
      reject(error);
    };
    worker.listen((message) => {
      clearTimeout(watchdog);
      if (message.kind === 'ended') return end(message.ending);
      reached.ms = message.atMs;
      answer(google, message, executionId, settings).then((reply) => {
        watch();
        worker.reply(reply);
      }, fail);
    }, fail);
    watch();
    worker.start(settings);
  });
}

function endingOfHanging(endMs: number): Ending {
  return {
    outcome: { kind: 'killed', reason: 'runtime limit' },
    trace: [],
    callMs: [],
    endMs,
    fetchedUrls: 0,
    logs: [],
  };
}

type OperationMessage = Extract<FromWorker, { kind: 'operation' }>;

async function answer(
  google: ExecutionHost,
  message: OperationMessage,
  executionId: number,
  { user, spreadsheet }: ExecutionSettings,
): Promise<FromGoogle> {
  const asker = { executionId, user, fileId: spreadsheet.id, atMs: message.atMs };
  try {
    const served = await google.serve(message.name, message.request, asker);
    if (served instanceof TimedAnswer) return { kind: 'answer', answer: served.answer, untilMs: served.untilMs };
    return { kind: 'answer', answer: served };
  } catch (error) {
    if (!(error instanceof ServiceException)) throw error;
    const { message: text, untilMs } = error;
    return untilMs === undefined ? { kind: 'exception', message: text } : { kind: 'exception', message: text, untilMs };
  }
}
