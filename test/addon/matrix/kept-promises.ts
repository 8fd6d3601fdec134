/** What a killed run must keep to, and the judge of it. */
import { keysOf, type Plot } from './plot.ts';
import type { Scene } from './stage.ts';
import { foreignInputs, LOG_TAB } from './tab-texts.ts';

/** The promises. */
export const KEPT_PROMISES = [
  'can be run again',
  'keeps every row',
  'calls no row done that the platform did not confirm',
  'changes no other cell',
  'says Sending in every row before it is sent',
  'sends nothing again that was recorded as done',
  'sends every row at most once in each attempt',
  'converges to the statuses of an undisturbed run',
  'brings the platform to what the sheet says',
  'leaves one line in the log for every run',
  'leaves no trigger behind',
] as const;

/** One of the promises. */
export type KeptPromise = (typeof KEPT_PROMISES)[number];

/** Broken promises, in words. */
export type Findings = ReadonlyMap<KeptPromise, string[]>;

/** Notes that a promise was broken. */
export type Note = (promise: KeptPromise, words: string) => void;

/** No broken promises yet. */
export function noFindings(): Findings {
  return new Map(KEPT_PROMISES.map((promise) => [promise, []]));
}

/** Remembers how things stand before an attempt; the function that comes back judges what the attempt did. */
export function beginAttempt(scene: Scene, plot: Plot, note: Note): () => void {
  const before = statusByKey(scene, plot);
  const requestsBefore = scene.requests().length;
  return () => {
    const sent = scene.requests().slice(requestsBefore).flatMap(keysOf);
    const after = statusByKey(scene, plot);
    for (const key of Object.keys(plot.endings)) {
      const status = after.get(key);
      const times = sent.filter((sentKey) => sentKey === key).length;
      if (status === undefined) note('keeps every row', `${key} is gone`);
      if (isDone(status) && !plot.isTrueOnPlatform(scene.platform, key)) {
        note('calls no row done that the platform did not confirm', `${key} says ${status}`);
      }
      if (isDone(before.get(key)) && times > 0) note('sends nothing again that was recorded as done', key);
      if (times > 1) note('sends every row at most once in each attempt', `${key} was sent ${times} times`);
    }
  };
}

/** Remembers how things stand before the last attempt; the function that comes back judges what is left in the end. */
export function beginLastAttempt(scene: Scene, plot: Plot, note: Note): () => void {
  const before = statusByKey(scene, plot);
  return () => {
    const after = statusByKey(scene, plot);
    for (const [key, ending] of Object.entries(plot.endings)) {
      const status = after.get(key) ?? 'gone';
      const was = before.get(key);
      // What was confirmed keeps its status, and is not sent again.
      const expected = was !== undefined && isDone(was) ? was : ending;
      // A delete of which nobody knows whether it arrived, and which finds nothing now, counts as done.
      const isGoneNow = ending === 'Not found' && status === 'Deleted' && before.get(key) === 'Sending';
      if (status !== expected && !isGoneNow) {
        note('converges to the statuses of an undisturbed run', `${key} says ${status} instead of ${expected}`);
      }
      if (isDone(ending) && !plot.isTrueOnPlatform(scene.platform, key)) {
        note('brings the platform to what the sheet says', key);
      }
    }
    if (scene.emulator.triggers().length > 0) note('leaves no trigger behind', 'a trigger is left');
  };
}

/** Remembers what stands in cells that are not the add-on's; the function that comes back judges them. */
export function watchForeignCells({ emulator }: Scene, note: Note): () => void {
  const before = foreignInputs(emulator.hands.snapshot());
  return () => {
    if (foreignInputs(emulator.hands.snapshot()).join('\n') === before.join('\n')) return;
    note('changes no other cell', 'a cell that is not the add-on’s is another now');
  };
}

/** Looks at every request, when it arrives, whether the rows that it carries say Sending in cells that a kill does not take back. */
export function watchSending(scene: Scene, plot: Plot, note: Note): void {
  scene.platform.journal.onEntry((entry) => {
    const statuses = statusByKey(scene, plot);
    for (const key of keysOf(entry)) {
      const status = statuses.get(key) ?? 'gone';
      if (status !== 'Sending') note('says Sending in every row before it is sent', `${key} says ${status}`);
    }
  });
}

/** Collects the runs of a case while they are known; the log must have one line for each. */
export function watchLog(scene: Scene, note: Note): { readonly look: () => void; readonly judge: () => void } {
  const runIds = new Set<string>();
  return {
    look: () => {
      const properties = scene.emulator.properties('document');
      for (const name of ['run', 'run.last']) {
        const runId = /"runId":"([^"]+)"/.exec(properties[name] ?? '')?.[1];
        if (runId !== undefined) runIds.add(runId);
      }
    },
    judge: () => {
      const lines = scene.column('Ended', LOG_TAB);
      if (lines.length === runIds.size) return;
      note('leaves one line in the log for every run', `${runIds.size} runs, lines: ${lines.join(', ') || 'none'}`);
    },
  };
}

function statusByKey(scene: Scene, { keyHeader }: Plot): ReadonlyMap<string, string> {
  const statuses = scene.column('Sync status');
  return new Map(scene.column(keyHeader).map((key, index) => [key, statuses[index] ?? '']));
}

function isDone(status: string | undefined): boolean {
  return status === 'Updated' || status === 'Pushed' || status === 'Deleted' || status === 'Unchanged';
}
