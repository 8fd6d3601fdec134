/** Runs that are taken back, whatever became of their requests: the platform has what it had, or it is said what it has not. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Batch } from '../../../src/core/actions/batch.ts';
import { NO_ANSWERS } from '../../../src/core/actions/field-answers.ts';
import { fingerprintOf } from '../../../src/core/actions/fingerprint.ts';
import { bodyOf } from '../../../src/core/actions/operation-facts.ts';
import { type TakeBacks, takeBackPlanner, takeBacksIn } from '../../../src/core/actions/take-back.ts';
import { deadlinesOf } from '../../../src/core/engine/deadlines.ts';
import { beginRun } from '../../../src/core/engine/run.ts';
import type { WaveAnswer } from '../../../src/core/engine/send-queue.ts';
import type { Ledger } from '../../../src/core/ledger/ledger.ts';
import { sequencesTried } from '../sequences.ts';
import { runRecord } from './records.ts';
import { SERIAL } from './rows.ts';
import {
  error,
  freshRows,
  OWN,
  openStage,
  operationOf,
  PLACE,
  plannedRows,
  play,
  type SheetRow,
  type Stage,
} from './stage.ts';

const KEYS = ['A1', 'B2', 'C3'];
const TO = { serialNumber: SERIAL, address: 'https://usapi.hottask.com' };

/** What becomes of the request and the answer of one update on their way. */
type Fate = 'done' | 'answerLost' | 'requestLost';

/**
 * The platform's records by key, and the fates that are still to come; all is well when they are over. It refuses version 3
 * whenever it comes, and may never have had the last key.
 */
interface Platform {
  readonly records: Map<string, string>;
  readonly fates: Fate[];
  readonly lacksLastKey: boolean;
}

function answerOf({ records, fates, lacksLastKey }: Platform, { call, rows }: Batch): WaveAnswer | undefined {
  const [row] = rows;
  if (call.endpoint !== 'updateListing' || row?.operation.kind !== 'update') return undefined;
  const fate = fates.shift() ?? 'done';
  if (fate === 'requestLost') return error('network');
  const isLacking = lacksLastKey && row.operation.key === KEYS.at(-1);
  const isRefused = call.bodyText.includes('"City":"3"');
  if (!isLacking && !isRefused) records.set(row.operation.key, call.bodyText);
  if (fate === 'answerLost') return error('network');
  if (isRefused) return error('refused');
  const updatedCount = isLacking ? 0 : 1;
  return { result: { ok: true, value: { endpoint: 'updateListing', updatedCount } }, isRepeated: false };
}

interface RunOptions {
  readonly rows: readonly SheetRow[];
  readonly ledger?: Ledger;
  readonly startMs: number;
  readonly takeBacks?: TakeBacks;
}

function run(platform: Platform, { rows, ledger, startMs, takeBacks }: RunOptions): Stage {
  const stage = openStage(rows, { ...(ledger && { ledger }), startMs, answer: (batch) => answerOf(platform, batch) });
  const planned = plannedRows(stage, 'sync', (planner) => {
    const known = {
      ...planner,
      keyOf: (row: Parameters<typeof planner.keyOf>[0]) => `MLSNumber ${planner.keyOf(row).toLowerCase()}`,
    };
    return takeBacks === undefined ? known : takeBackPlanner(known, takeBacks);
  });
  const wanted = planned.filter((row) => takeBacks === undefined || row.kind === 'send');
  const record = runRecord({
    runId: `run-${startMs}`,
    startedAtMs: startMs,
    lastSignOfLifeMs: startMs,
    isExecuting: true,
    counts: {},
    total: wanted.length,
    requests: 0,
    retries: 0,
    chunkSize: 2,
    waveWidth: 10,
  });
  const execution = {
    deadlines: deadlinesOf(startMs, 'unwatched'),
    requestsAtOnce: 20,
    fieldAnswers: () => NO_ANSWERS,
    deleteSecret: '',
    whyNoDeletes: () => '',
    own: OWN,
  };
  play(beginRun({ record, planned: wanted }, execution), stage);
  return stage;
}

const anyFates = fc.array(fc.constantFrom<Fate>('done', 'answerLost', 'requestLost'), { maxLength: 20 });
/** By run and key, the version that the row has then. */
const anyVersions = fc.array(fc.tuple(fc.nat(3), fc.nat(3), fc.nat(3)), { minLength: 2, maxLength: 4 });

test('undo after any run restores each record, or says which it did not', () => {
  let takenCount = 0;
  fc.assert(
    fc.property(anyVersions, anyFates, anyFates, fc.boolean(), (versions, fates, undoFates, lacksLastKey) => {
      const platform: Platform = { records: new Map(), fates: [...fates], lacksLastKey };
      const bodies = new Map<string, string>();
      const texts = new Set<string>();
      let [rows, ledger, startMs] = [freshRows(...KEYS), undefined as Ledger | undefined, 1_000];
      let before = new Map(platform.records);
      let window = { fromMs: 0, toMs: 0 };
      for (const version of versions) {
        rows = rows.map(({ cells }, index) => ({ key: `${KEYS[index]}.${version[index]}`, cells }));
        before = new Map(platform.records);
        const stage = run(platform, { rows, startMs, ...(ledger && { ledger }) });
        for (const { key } of rows) {
          const operation = operationOf('sync', key);
          bodies.set(fingerprintOf(operation), bodyOf(operation));
        }
        window = { fromMs: startMs, toMs: stage.nowMs() };
        ({ rows } = stage);
        ledger = stage.ledger();
        for (const text of ledger.texts.values()) texts.add(text);
        startMs = stage.nowMs() + 60_000;
      }
      if (ledger === undefined) throw new Error('There was no run.');
      const { takeBacks } = takeBacksIn(
        ledger,
        { tabId: 7, place: PLACE, asides: [], ...window },
        TO,
        [...texts],
        () => (line) => bodies.get(line.fingerprint) ?? '',
      );
      const after = new Map(platform.records);
      platform.fates.splice(0, platform.fates.length, ...undoFates);
      const undone = run(platform, { rows, ledger, startMs, takeBacks });
      undone.rows.forEach(({ cells }, index) => {
        const key = KEYS[index] ?? '';
        const isTaken = takeBacks.has(`MLSNumber ${key.toLowerCase()}`);
        if (isTaken && cells.detail.startsWith('Taken back')) expect(platform.records.get(key)).toBe(before.get(key));
        // What is not announced is not touched.
        if (!isTaken) expect(platform.records.get(key)).toBe(after.get(key));
      });
      // And what was taken back stays so, though its row still asks for it.
      const taken = new Map(platform.records);
      platform.fates.splice(0);
      const later = run(platform, { rows: undone.rows, ledger: undone.ledger(), startMs: undone.nowMs() + 60_000 });
      undone.rows.forEach(({ cells }, index) => {
        if (!cells.detail.startsWith('Taken back')) return;
        takenCount += 1;
        expect(later.rows[index]?.cells.status).toBe('Skipped');
        expect(platform.records.get(KEYS[index] ?? '')).toBe(taken.get(KEYS[index] ?? ''));
      });
    }),
    { numRuns: sequencesTried(60) },
  );
  expect(takenCount).toBeGreaterThan(5);
});
