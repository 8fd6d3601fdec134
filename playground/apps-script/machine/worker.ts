/** The worker's main loop: one execution after the other, each in a fresh realm. */
import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import type { Host } from './host.ts';
import { NODE_FUNCTIONS } from './node-functions.ts';
import type { Ending, ExecutionSettings, FromGoogle, FromWorker } from './protocol.ts';
import { runInRealm } from './run-in-realm.ts';
import type { WorkerSeed } from './worker-pool.ts';

const { realmSource, project, answers, signal }: WorkerSeed = workerData;
const flag = new Int32Array(signal);

/** How the execution under way ended, once it was killed. */
let killed: Ending | undefined;

function send(message: FromWorker): void {
  parentPort?.postMessage(message);
}

/** Sleeps until Google has put an answer into the port. */
function waitForAnswer(): FromGoogle {
  for (;;) {
    Atomics.wait(flag, 0, 0);
    Atomics.store(flag, 0, 0);
    const received = receiveMessageOnPort(answers);
    if (received !== undefined) return received.message;
  }
}

const host: Host = {
  ask: (name, request, atMs) => {
    send({ kind: 'operation', name, request, atMs });
    return waitForAnswer();
  },
  kill: (ending) => {
    killed = ending;
    throw new Error('Emulator: the execution was killed');
  },
  htmlFiles: project.htmlFiles,
  ...NODE_FUNCTIONS,
};

parentPort?.on('message', (settings: ExecutionSettings) => {
  killed = undefined;
  const ending = runInRealm(realmSource, project, settings, host);
  send({ kind: 'ended', ending: killed ?? ending });
});
