/** The ways in which people have a run carried out: from the sidebar, from the menu, and from the menu on in the background. */
import type { CallOptions, CallReport } from '../../../playground/apps-script/emulator.ts';
import type { RunProgress } from '../../../src/core/engine/progress.ts';
import type { RunRequest } from '../../../src/core/engine/run-request.ts';
import { agreementTo, type SheetOptions, SLOW_READING, succeed } from '../listing-sheet.ts';
import { takeSmallSteps } from './small-steps.ts';
import { replyOf, type Scene } from './stage.ts';

/** Executes a function of the add-on as a step of an attempt; throws where the execution does not come to its end. */
export type Execute = (
  step: string,
  functionName: string,
  argument?: unknown,
  options?: Partial<CallOptions>,
) => Promise<CallReport>;

/** How a run is carried out. */
export interface Way {
  /** The pace at which this way takes all of its steps. */
  readonly emulator: NonNullable<SheetOptions['emulator']>;
  /** Has a run carried out to its end, step by step; a run that ends early has fewer steps. */
  carryOut(scene: Scene, request: RunRequest, execute: Execute): Promise<void>;
  /** What happens by itself when the person only waits. */
  wait(scene: Scene): Promise<void>;
}

/** The sidebar starts the run, asks whether it may delete, and calls until it is over. */
export const FROM_SIDEBAR: Way = {
  emulator: {},
  carryOut: async (scene, request, execute) => {
    await scene.finish(await startFromSidebar(request, execute));
  },
  wait: async () => {},
};

/**
 * Google is so slow that the start sends nothing; then the run goes on in steps so small that checkpoints lie between the
 * rows of a few requests.
 */
export const IN_SMALL_STEPS: Way = {
  ...FROM_SIDEBAR,
  carryOut: async (scene, request, execute) => {
    const { state, runId } = await startFromSidebar(request, execute, { stall: SLOW_READING });
    if (state !== 'running') return;
    takeSmallSteps(scene);
    const continued = succeed(replyOf('continueRun', await execute('continueRun', 'continueRun', { runId })));
    await scene.finish(continued);
  },
};

/** Starts a run, agreeing to its deletes. */
async function startFromSidebar(
  request: RunRequest,
  execute: Execute,
  options: Pick<CallOptions, 'stall'> = {},
): Promise<RunProgress> {
  const ask = async (step: string, asked: RunRequest) =>
    succeed(replyOf('startRun', await execute(step, 'startRun', asked, options)));
  let started = await ask('startRun', request);
  if (started.kind === 'confirmDeletes')
    started = await ask('startRun with consent', { ...request, ...agreementTo(started.confirmation) });
  if (started.kind === 'confirmDeletes') throw new Error('The run asks twice whether it may delete.');
  return started.progress;
}

/** The menu command does everything in one execution. */
export const FROM_MENU: Way = {
  emulator: {},
  carryOut: (scene, _, execute) => choose(scene, execute),
  wait: async () => {},
};

/** Long enough for the next part to fall due by itself. */
const TRIGGER_WAIT_MS = 90_000;

/** Answers so late that an execution has time for two of them only, from a Google that waits for as long as that. */
export const SLOW_GOOGLE = { latency: { fetchMs: 145_000 }, fetchTimeoutSeconds: 360, isFetchTimeoutOptional: false };

/** Has the file's connection send one request at a time. */
export function sendOneByOne({ emulator }: Scene): void {
  const kept: unknown = JSON.parse(emulator.properties('document').connection || '{}');
  emulator.setProperty('document', 'connection', JSON.stringify(Object.assign({}, kept, { requestsAtOnce: 1 })));
}

/** The menu command has too little time for all rows, and triggers go on with them. */
export const IN_BACKGROUND: Way = {
  emulator: SLOW_GOOGLE,
  carryOut: async (scene, _, execute) => {
    // One request at a time, two of them in an execution.
    sendOneByOne(scene);
    await choose(scene, execute);
    for (let part = 1; hasTriggers(scene); part += 1) {
      if (part > 9) throw new Error('The background comes to no end.');
      await execute(`part ${part}`, 'continueRunByTrigger', undefined, { source: 'trigger' });
    }
  },
  wait: async (scene) => {
    for (let part = 1; hasTriggers(scene); part += 1) {
      if (part > 9) throw new Error('Triggers are never removed.');
      await scene.wait(TRIGGER_WAIT_MS);
    }
  },
};

async function choose(scene: Scene, execute: Execute): Promise<void> {
  const { tabs, activeTabId } = scene.emulator.hands.snapshot();
  const tab = tabs.find(({ tabId }) => tabId === activeTabId);
  if (tab === undefined) throw new Error('There is no active tab.');
  scene.emulator.hands.select(tab.name, [`A2:A${tab.cells.length}`]);
  await execute('menu', 'syncSelectedListings', undefined, { source: 'menu' });
}

function hasTriggers({ emulator }: Scene): boolean {
  return emulator.triggers().length > 0;
}
