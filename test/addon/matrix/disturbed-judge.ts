/** Judges a run under which people changed the tab: what it claims, what it sent, what it touched, and how it settles. */
import type { RunProgress } from '../../../src/core/engine/progress.ts';
import type { DisturbedPlot } from './disturbed-plot.ts';
import { keysOf } from './plot.ts';
import { holdsKey, isTrueClaim, settledProblem } from './row-truth.ts';
import type { Scene } from './stage.ts';
import { type RowLine, readLayout } from './tab-layout.ts';
import { foreignInputs, LOG_TAB } from './tab-texts.ts';

/** The situation of a sequence while it is played. */
export interface Play {
  readonly plot: DisturbedPlot;
  readonly scene: Scene;
  /** What was found to be wrong. */
  readonly broken: string[];
  /** Rows that our check may hold back, from the beginning or for what people did to them; by token. */
  readonly doubtful: Set<string>;
  /** What a row said when somebody changed its key or made it as a copy, by token: that was about another row. */
  readonly saidBefore: Map<string, string>;
  /** Keys of which somebody made a second row, mark and all, while the run was going on. */
  readonly copiedKeys: Set<string>;
  /** All runs that have begun, a colleague's rightful ones among them. */
  readonly runIds: Set<string>;
  progress: RunProgress;
  /** What stood in cells that are not the add-on's after somebody last touched them. */
  foreign: readonly string[];
  happened: number;
  isHandAtWork: boolean;
  isProtected: boolean;
  isColumnGone: boolean;
  isCancelled: boolean;
  readonly pending: Promise<unknown>[];
}

/** Nothing but hands may have touched the cells that are not the add-on's. */
export function judgeForeign({ scene, broken, foreign }: Play): void {
  const now = foreignInputs(scene.emulator.hands.snapshot());
  const count = Math.max(now.length, foreign.length);
  for (let index = 0; index < count; index += 1) {
    if (now[index] === foreign[index]) continue;
    const words = [foreign[index], now[index]].map((line) => String(line).replaceAll('\u0000', ' | '));
    broken.push(`cells that are not the add-on’s were changed by the run: ${words.join(' → ')}`);
    return;
  }
}

/** Every status must be true of the row it stands in, by what the platform received and answered. */
export function judgeClaims({ scene, broken, progress, ...play }: Play): void {
  const lines = readLayout(scene.emulator.hands.snapshot()).lines;
  const { action } = play.plot.request;
  const truth = { action, entries: scene.requests(), platform: scene.platform, lines, doubtful: play.doubtful };
  for (const line of lines) {
    const isOld = play.saidBefore.get(line.token) === line.status;
    const isTrue = isOld || isTrueClaim(line, truth);
    if (!isTrue && !mayBeOpen(line, play)) {
      broken.push(`${line.token} (${line.key}) says ${line.status} after a run that is ${progress.state}`);
    }
  }
}

/**
 * Whether a row may rightly have no outcome; running again settles it. It keeps Sending where none could be written, is Failed where
 * its key was changed or doubled, in words unless their column is gone, or where the run was cancelled then, and is Changed where its
 * key was changed after it had its outcome.
 */
function mayBeOpen(
  { status, token, key, detail }: RowLine,
  {
    doubtful,
    saidBefore,
    copiedKeys,
    isProtected,
    isColumnGone,
    isCancelled,
  }: Omit<Play, 'scene' | 'broken' | 'progress'>,
): boolean {
  if (status === 'Sending') return isProtected || isColumnGone || copiedKeys.has(key);
  const isRekeyed = saidBefore.has(token);
  if (status === 'Changed') return isRekeyed;
  const isTold = (isRekeyed || copiedKeys.has(key)) && (isColumnGone || /^Changed while .+; run again\./.test(detail));
  return status === 'Failed' && (isTold || (isCancelled && doubtful.has(token)));
}

/** Without faults nothing is sent twice; a copy of a row carries its mark, so it is sent as well. */
export function judgeRequests({ scene, broken, copiedKeys }: Play): void {
  const keys = scene
    .requests()
    .flatMap((entry) => keysOf(entry).flatMap((key) => (copiedKeys.has(key) ? [] : [`${entry.endpoint} ${key}`])));
  const twice = keys.filter((key, index) => keys.indexOf(key) !== index);
  if (twice.length > 0) broken.push(`sent twice in one run: ${twice.join(', ')}`);
}

/** Nothing is deleted but what a person agreed to, whatever the rows say by now. */
export function judgeDeletes({ plot, scene, broken }: Play): void {
  const deleted = scene.requests().flatMap((entry) => (entry.endpoint === 'RealEstateDelete' ? keysOf(entry) : []));
  const unagreed = deleted.filter((key) => !plot.agreedDeletes.includes(key));
  if (unagreed.length > 0) broken.push(`deleted although nobody agreed to it: ${unagreed.join(', ')}`);
}

/** After one more run that nobody disturbs, sheet and platform say the same. */
export function judgeSettled({ plot, scene, broken, copiedKeys }: Play): void {
  const { action } = plot.request;
  const seen = new Set<string>();
  for (const line of readLayout(scene.emulator.hands.snapshot()).lines) {
    const isFirst = !seen.has(line.key);
    // The first row that holds a key claims it, whatever becomes of that row.
    if (holdsKey(line, action)) seen.add(line.key);
    const problem = isFirst
      ? settledProblem(line, { platform: scene.platform, action }, copiedKeys.has(line.key))
      : line.status === 'Invalid'
        ? ''
        : 'has a doubled key';
    if (problem !== '') broken.push(`${line.token} (${line.key}) ${problem}, and says ${line.status}`);
  }
}

/** Every run has its line. */
export function judgeLog({ scene, broken, runIds }: Play): void {
  const lines = scene.column('Ended', LOG_TAB).length;
  if (lines !== runIds.size) broken.push(`${runIds.size} runs, and ${lines} lines in the log`);
}
