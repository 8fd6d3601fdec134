/** Workers that run executions: one for each that runs at a time, kept warm between them. */
import { MessageChannel, type MessagePort, Worker } from 'node:worker_threads';
import { bundleWorker, type WorkerBundle } from './bundle-worker.ts';
import type { ExecutionSettings, FromGoogle, FromWorker, ProjectFiles } from './protocol.ts';

/** A worker and the two ends by which it can wait for an answer without yielding. */
export interface ExecutionWorker {
  start(settings: ExecutionSettings): void;
  /** Wakes the worker with the answer to its operation. */
  reply(answer: FromGoogle): void;
  /** Calls back with every message of the execution under way, and with an error that ended the worker. */
  listen(onMessage: (message: FromWorker) => void, onFailure: (error: Error) => void): void;
  /** Lets the process end although the worker waits. */
  rest(): void;
  stop(): Promise<void>;
}

/** What a worker is started with. */
export interface WorkerSeed {
  readonly realmSource: string;
  readonly project: ProjectFiles;
  readonly answers: MessagePort;
  /** One 32-bit integer: 1 when an answer waits in the port. */
  readonly signal: SharedArrayBuffer;
}

/** Hands out idle workers and starts new ones when there is none. */
export class WorkerPool {
  readonly #idle: ExecutionWorker[] = [];
  readonly #all = new Set<ExecutionWorker>();
  readonly #project: ProjectFiles;
  #isClosed = false;

  constructor(project: ProjectFiles) {
    this.#project = project;
  }

  /**
   * A worker of one's own, until given back or discarded. None is handed out once the pool is being closed: whoever listens
   * to a worker that ends takes away what tells its end.
   */
  async take(): Promise<ExecutionWorker> {
    if (this.#isClosed) throw new Error('Emulator: it is closed');
    return this.#idle.pop() ?? this.#start();
  }

  /** Gives a worker back for the next execution. */
  giveBack(worker: ExecutionWorker): void {
    worker.rest();
    this.#idle.push(worker);
  }

  /** Ends a worker in the middle of what it does, and warms up another. */
  async discard(worker: ExecutionWorker): Promise<void> {
    this.#all.delete(worker);
    await worker.stop();
    if (!this.#isClosed) this.#idle.push(await this.#start());
  }

  /** Ends all workers. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await Promise.all([...this.#all].map((worker) => worker.stop()));
    this.#all.clear();
    this.#idle.length = 0;
  }

  async #start(): Promise<ExecutionWorker> {
    const worker = startWorker(await bundleWorker(), this.#project);
    this.#all.add(worker);
    return worker;
  }
}

function startWorker({ workerSource, realmSource }: WorkerBundle, project: ProjectFiles): ExecutionWorker {
  const { port1: answers, port2: ours } = new MessageChannel();
  const signal = new SharedArrayBuffer(4);
  const flag = new Int32Array(signal);
  const seed: WorkerSeed = { realmSource, project, answers, signal };
  const worker = new Worker(workerSource, { eval: true, workerData: seed, transferList: [answers] });
  // An idle worker shall not keep the process alive.
  worker.unref();
  ours.unref();
  return {
    start: (settings) => {
      worker.ref();
      worker.postMessage(settings);
    },
    reply: (answer) => {
      ours.postMessage(answer);
      Atomics.store(flag, 0, 1);
      Atomics.notify(flag, 0);
    },
    listen: (onMessage, onFailure) => {
      worker.removeAllListeners('message').on('message', onMessage);
      worker.removeAllListeners('error').on('error', onFailure);
      worker.removeAllListeners('exit').on('exit', () => {
        onFailure(new Error('Emulator: a worker ended while an execution was under way'));
      });
    },
    rest: () => worker.unref(),
    stop: async () => {
      ours.close();
      await worker.terminate();
    },
  };
}
