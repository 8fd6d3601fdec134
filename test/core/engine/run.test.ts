/** Whole runs, without an emulator: what is asked of the world, in which order, and what stands in the sheet afterwards. */

import { describe, expect, test } from 'vitest';
import type { Batch } from '../../../src/core/actions/batch.ts';
import { NO_ANSWERS } from '../../../src/core/actions/field-answers.ts';
import { fingerprintOf } from '../../../src/core/actions/fingerprint.ts';
import { remoteIdentity } from '../../../src/core/actions/operation-facts.ts';
import { deadlinesOf } from '../../../src/core/engine/deadlines.ts';
import type { Execution } from '../../../src/core/engine/execution.ts';
import { beginRun, cancelRun, continueRun, type WaitingRun } from '../../../src/core/engine/run.ts';
import type { RunRecord } from '../../../src/core/engine/run-record.ts';
import type { WaveAnswer } from '../../../src/core/engine/send-queue.ts';
import type { Ending } from '../../../src/core/engine/standing.ts';
import { tabKeysOf } from '../../../src/core/engine/tab-keys.ts';
import { knownKey } from '../../../src/core/ledger/ledger.ts';
import { ledgerKey } from '../../../src/core/ledger/ledger-line.ts';
import { MANY_CONTENTS } from '../../../src/core/ledger/open-tries.ts';
import { plannedKey, triedContent } from '../../../src/core/own-cells/mark-cell.ts';
import { waitsForRetry } from '../../../src/core/own-cells/row-cells.ts';
import { signedDelete } from '../../../src/core/own-cells/signed-delete.ts';
import type { Action } from '../../../src/core/words/actions.ts';
import { failures } from '../../../src/core/words/failures.ts';
import { runRecord } from './records.ts';
import { SERIAL } from './rows.ts';
import {
  error,
  freshRows,
  NO_CELLS,
  OWN,
  openStage,
  operationOf,
  PLACE,
  plannedRows,
  play,
  type Script,
  type SheetRow,
  type Stage,
  saidBy,
  tableOf,
  waitingMark,
  waitingRun,
} from './stage.ts';

const PROTECTED = failures.statusColumnsGone('Listings');

/** A run in which nothing has happened yet; its first chunk holds ten rows. */
const newRecord = (change: Partial<RunRecord> = {}) =>
  runRecord({
    runId: 'run-1',
    startId: '',
    counts: {},
    requests: 0,
    retries: 0,
    chunkSize: 10,
    waveWidth: 10,
    startedAtMs: 0,
    lastSignOfLifeMs: 0,
    isExecuting: true,
    total: 3,
    ...change,
  });

const SECRET = 'a1'.repeat(16);

/** The mark of a delete that the person who carries the run on has agreed to. */
const agreedMark = (key: string): string => {
  const fingerprint = fingerprintOf(operationOf('delete', key));
  const planned = waitingMark(key, 'delete').split(' ').pop();
  return `run-1 delete ${fingerprint} ${planned} s1:${signedDelete(SECRET, { runId: 'run-1', fingerprint })}`;
};

const executionAt = (startedMs: number): Execution => ({
  deadlines: deadlinesOf(startedMs, 'unwatched'),
  requestsAtOnce: 20,
  fieldAnswers: () => NO_ANSWERS,
  deleteSecret: SECRET,
  whyNoDeletes: () => '',
  own: OWN,
});

interface BeginOptions {
  readonly action?: Action;
  readonly record?: Partial<RunRecord>;
  readonly script?: Script;
  /** How long ago the execution began. */
  readonly beganMsAgo?: number;
}

/** Begins a run over all rows. */
function begin(rows: readonly SheetRow[], { action = 'sync', record, script = {}, beganMsAgo = 0 }: BeginOptions = {}) {
  const stage = openStage(rows, script);
  const planned = plannedRows(stage, action);
  const run = { record: newRecord({ action, total: rows.length, ...record }), planned };
  const began = play(beginRun(run, executionAt(stage.nowMs() - beganMsAgo)), stage);
  return { stage, began };
}

function endingOf({ began }: ReturnType<typeof begin>): Ending {
  if (!began.ok) throw new Error(began.error.message);
  return began.value;
}

/** Rows that wait in the run. */
const waitingRows = (...keys: readonly string[]): readonly SheetRow[] =>
  keys.map((key) => ({ key, cells: { ...NO_CELLS, mark: waitingMark(key) } }));

/** Another execution takes the run up. */
function goOn(stage: Stage, record: RunRecord, change: Partial<WaitingRun> = {}): Ending {
  return play(continueRun(waitingRun(stage, record, change), executionAt(stage.nowMs())), stage);
}

describe('a run that begins', () => {
  test('of one chunk says Sending before it sends, and the outcomes afterwards', () => {
    const run = begin(freshRows('K2', 'K3', 'K4'));
    expect(run.stage.log).toEqual([
      'announce',
      'write 2 Sending | sending, 3 Sending | sending, 4 Sending | sending',
      'log earlier run',
      'save',
      'send K2, K3, K4',
      'write 2 Updated, 3 Updated, 4 Updated',
      'conclude: finished',
    ]);
    expect(endingOf(run)).toMatchObject({
      state: { kind: 'finished' },
      problems: [],
      record: { counts: { Updated: 3 }, requests: 3, retries: 0, firstProblem: '' },
    });
    expect(run.stage.rows.map(({ cells }) => cells)).toEqual(
      ['bd16deb4b2780920', '263b76fe587d30e9', 'bf5468e9f9aeae41'].map((hashOfKey) => ({
        status: 'Updated',
        detail: 'Updated.',
        syncedAt: '2026-11-21 09:30:00',
        mark: `v1:confirmed k1:${hashOfKey}`,
      })),
    );
  });

  test('of several chunks writes outcomes together with the next Sending', () => {
    const run = begin(freshRows('K2', 'K3', 'K4', 'K5', 'K6'), { record: { chunkSize: 2 } });
    expect(run.stage.log).toEqual([
      'announce',
      'write 2 Sending | sending, 3 Sending | sending, 4 waits, 5 waits, 6 waits',
      'log earlier run',
      'save',
      'send K2, K3',
      'write 2 Updated, 3 Updated, 4 Sending | sending, 5 Sending | sending, 6 Sending | sending',
      'save',
      'send K4, K5, K6',
      'write 4 Updated, 5 Updated, 6 Updated',
      'conclude: finished',
    ]);
  });

  test('sends as many requests together as waves are wide, one wave after the other', () => {
    const { stage } = begin(freshRows('K2', 'K3', 'K4', 'K5', 'K6'), { record: { waveWidth: 2 } });
    expect(stage.log.filter((line) => line.startsWith('send'))).toEqual(['send K2, K3', 'send K4, K5, K6']);
  });

  test('that has nothing to send writes what there is to say in one checkpoint', () => {
    const run = begin(freshRows('bad2', 'no3'));
    expect(run.stage.log).toEqual(['write 2 Invalid, 3 Skipped', 'log earlier run', 'save', 'conclude: finished']);
    expect(endingOf(run)).toMatchObject({
      problems: [{ rowNumber: 2, status: 'Invalid', columnNumber: 3, label: 'bad2' }],
      record: { counts: { Invalid: 1, Skipped: 1 }, requests: 0, firstProblem: 'It is bad.' },
    });
  });

  test('tells at its end what its checkpoints had to say, each thing once', () => {
    const notes = (number: number) => (number === 3 ? 'Another thing.' : 'A column was put back.');
    const run = begin(freshRows('K2', 'K3', 'K4'), { script: { notes }, record: { chunkSize: 1, waveWidth: 1 } });
    expect(endingOf(run).record.remarks).toBe('A column was put back. Another thing.');
  });

  test('writes first into rows without its mark, and then into those that carry it', () => {
    const { stage } = begin(freshRows('K2'));
    const runs = stage.commands.flatMap((command) => (command.kind === 'checkpoint' ? [command.runId] : []));
    expect(runs).toEqual([undefined, expect.stringMatching(/^run-/)]);
  });

  test('says beside each outcome what is true of the row where its key was changed meanwhile', () => {
    const { stage } = begin(freshRows('bad2', 'K3'));
    const [first, second] = stage.commands.flatMap((command) =>
      command.kind === 'checkpoint' ? [command.writes] : [],
    );
    expect(first?.map(({ ifRekeyed }) => ifRekeyed)).toEqual([undefined, undefined]);
    expect(second).toMatchObject([
      {
        cells: { status: 'Updated' },
        ifRekeyed: { plannedKey: plannedKey(remoteIdentity(operationOf('sync', 'K3'))), cells: { status: 'Failed' } },
      },
    ]);
  });

  test('writes what needs no request along with the first Sending', () => {
    const { stage } = begin(freshRows('bad2', 'K3'));
    expect(stage.log[1]).toBe('write 2 Invalid, 3 Sending | sending');
  });

  test('writes nothing into a row that says Updated and has not changed', () => {
    const status = 'Updated';
    const confirmed = { status, detail: 'As before.', syncedAt: '2026-11-20 10:00:00', mark: 'v1:confirmed' };
    const script = { confirmed: ['K2'] };
    const run = begin([{ key: 'K2', cells: confirmed }, ...freshRows('K3')], { script });
    expect(run.stage.log.filter((line) => line.includes(' 2 '))).toEqual([]);
    expect(run.stage.rows[0]?.cells).toEqual(confirmed);
    expect(endingOf(run).record.counts).toEqual({ Unchanged: 1, Updated: 1 });
  });

  test('writes nothing at all where no row has changed', () => {
    const script = { confirmed: ['K2'] };
    const run = begin([{ key: 'K2', cells: { ...NO_CELLS, status: 'Updated', mark: 'v1:confirmed' } }], { script });
    expect(run.stage.log).toEqual(['write', 'log earlier run', 'save', 'conclude: finished']);
    expect(endingOf(run).record.counts).toEqual({ Unchanged: 1 });
  });

  test('writes nothing anew into a row that is Invalid for the same reason as before', () => {
    const cells = { ...NO_CELLS, status: 'Invalid', detail: 'It is bad.' };
    const run = begin([{ key: 'bad2', cells }]);
    expect(run.stage.log[0]).toBe('write');
    expect(endingOf(run).record.counts).toEqual({ Invalid: 1 });
  });

  test('whose first rows cannot be written sends nothing and does not begin', () => {
    const { stage, began } = begin(freshRows('K2', 'K3'), { script: { refuses: () => PROTECTED } });
    expect(began).toEqual({ ok: false, error: PROTECTED });
    expect(stage.log).toEqual(['announce', 'fail to write 2 Sending | sending, 3 Sending | sending']);
  });

  test('marks its rows and leaves sending to the next execution where reading took long', () => {
    const run = begin(freshRows('K2', 'K3'), { beganMsAgo: 170_000 });
    expect(run.stage.log).toEqual(['announce', 'write 2 waits, 3 waits', 'log earlier run', 'save', 'save']);
    expect(endingOf(run)).toMatchObject({ state: { kind: 'running' }, record: { isExecuting: false } });
    expect(goOn(run.stage, endingOf(run).record).state).toEqual({ kind: 'finished' });
    expect(saidBy(run.stage)).toEqual(['Updated', 'Updated']);
  });
});

describe('a row that is not confirmed', () => {
  test.each<readonly [string, Script, readonly string[], string]>([
    [
      'once is sent again',
      { answer: (_, request) => (request === 1 ? error('server') : undefined) },
      ['send K2, K3', 'wait 500', 'send K2'],
      'Updated',
    ],
    [
      'four times is Failed, and may have arrived',
      { answer: (batch) => (batch.rows[0]?.rowNumber === 2 ? error('server') : undefined) },
      ['send K2, K3', 'wait 500', 'send K2', 'wait 1000', 'send K2', 'wait 2000', 'send K2'],
      'Failed | retry unclear',
    ],
    [
      'because the platform refused it is Rejected at once',
      { answer: (_, request) => (request === 1 ? error('refused') : undefined) },
      ['send K2, K3'],
      'Rejected',
    ],
  ])('%s', (_, script, sent, said) => {
    const { stage } = begin(freshRows('K2', 'K3'), { script });
    expect(stage.log.filter((line) => /^(send|wait)/.test(line))).toEqual(sent);
    expect(saidBy(stage)).toEqual([said, 'Updated']);
  });
});

test('a run says after every wave how far it is, the chunks before included', () => {
  const run = begin(freshRows('K2', 'K3', 'K4', 'K5', 'K6'), { record: { chunkSize: 3, waveWidth: 2 } });
  const reached = run.stage.commands.flatMap((command) =>
    command.kind === 'isCancelWished' && command.look === 'glance' ? [command.reached] : [],
  );
  expect(reached).toEqual([
    { done: 2, requests: 2 },
    { done: 3, requests: 3 },
    { done: 5, requests: 5 },
  ]);
});

describe('a run that is cancelled', () => {
  test('at a glance after a wave records its outcomes and lets the others go', () => {
    const script: Script = { isCancelled: (look) => look === 'glance' };
    const run = begin(freshRows('K2', 'K3', 'K4', 'K5'), { script, record: { chunkSize: 3, waveWidth: 2 } });
    expect(run.stage.log.slice(4)).toEqual([
      'send K2, K3',
      'write 2 Updated, 3 Updated, 4 blank, 5 no mark',
      'conclude: cancelled',
    ]);
    expect(endingOf(run).state).toEqual({ kind: 'cancelled' });
    expect(saidBy(run.stage)).toEqual(['Updated', 'Updated', '', '']);
  });

  test('between two chunks does not send the next', () => {
    const script: Script = { isCancelled: (look) => look === 'certain' };
    const run = begin(freshRows('K2', 'K3', 'K4'), { script, record: { chunkSize: 2 } });
    expect(run.stage.log.slice(4)).toEqual([
      'send K2, K3',
      'write 2 Updated, 3 Updated, 4 no mark',
      'conclude: cancelled',
    ]);
    expect(saidBy(run.stage)).toEqual(['Updated', 'Updated', '']);
  });

  test('after its last row has its answer is finished', () => {
    const run = begin(freshRows('K2'), { script: { isCancelled: () => true } });
    expect(endingOf(run).state).toEqual({ kind: 'finished' });
  });

  test('while it waits tells a row of which a try may have arrived', () => {
    const script: Script = {
      answer: (_, request) => (request === 1 ? error('server') : undefined),
      isCancelled: (look) => look === 'wait',
    };
    const run = begin(freshRows('K2', 'K3'), { script });
    expect(run.stage.log.slice(4)).toEqual([
      'send K2, K3',
      'wait 500',
      'write 3 Updated, 2 Failed | retry unclear',
      'conclude: cancelled',
    ]);
  });

  test('by its rows’ being let go says of each what it said before', () => {
    const stage = openStage([
      { key: 'K2', cells: { ...NO_CELLS, status: 'Updated', mark: waitingMark('K2') } },
      { key: 'K3', cells: { ...NO_CELLS, status: 'Sending', mark: waitingMark('K3', 'sync', ' sending') } },
      { key: '', cells: { ...NO_CELLS, mark: 'run-1 sync' } },
    ]);
    const ending = play(cancelRun(waitingRun(stage, newRecord()), executionAt(0)), stage);
    expect(stage.log).toEqual(['write 3 Failed | retry unclear, 2 no mark, 4 no mark', 'conclude: cancelled']);
    expect(saidBy(stage)).toEqual(['Updated', 'Failed | retry unclear', '']);
    expect(ending).toMatchObject({ state: { kind: 'cancelled' }, record: { counts: { Failed: 1 } } });
  });
});

describe('a run that is stopped', () => {
  test('by a refused key keeps what was confirmed, and sends nothing more', () => {
    const script: Script = { answer: (_, request) => (request === 2 ? error('unauthorized') : undefined) };
    const run = begin(freshRows('K2', 'K3', 'K4', 'K5'), { script, record: { chunkSize: 3, waveWidth: 2 } });
    expect(run.stage.log.slice(4)).toEqual([
      'send K2, K3',
      'write 2 Updated, 3 blank, 4 blank, 5 no mark',
      'conclude: stopped',
    ]);
    expect(endingOf(run)).toMatchObject({ state: { kind: 'stopped', failure: { kind: 'keyRefused' } } });
    expect(endingOf(run).record.firstProblem).toContain('It is unauthorized');
  });

  test('because outcomes cannot be written says so, and how many rows it is about', () => {
    const script: Script = { refuses: (number) => (number === 2 ? PROTECTED : undefined) };
    const run = begin(freshRows('K2', 'K3', 'K4'), { script, record: { chunkSize: 2 } });
    expect(run.stage.log.slice(4)).toEqual([
      'send K2, K3',
      'fail to write 2 Updated, 3 Updated, 4 Sending | sending',
      'conclude: stopped',
    ]);
    const failure = failures.statusLostMidRun(PROTECTED, 2);
    expect(endingOf(run)).toMatchObject({ state: { kind: 'stopped', failure }, record: { counts: {} } });
    expect(saidBy(run.stage)).toEqual(['Sending | sending', 'Sending | sending', ' | waits']);
  });

  test('because outcomes cannot be written counts only rows of which a request has left, and names both causes', () => {
    const script: Script = {
      answer: (_, request) => (request === 2 ? error('unauthorized') : undefined),
      refuses: (number) => (number === 2 ? PROTECTED : undefined),
    };
    const run = begin(freshRows('K2', 'K3', 'K4', 'K5'), { script, record: { chunkSize: 3, waveWidth: 2 } });
    const { state, record } = endingOf(run);
    expect(state).toEqual({ kind: 'stopped', failure: failures.statusLostMidRun(PROTECTED, 1) });
    expect(record.remarks).toContain('It is unauthorized');
  });

  test('by a refused key, and then by lost cells, names both causes', () => {
    const lost = failures.formulasLost('Tab', 'Words');
    const script: Script = {
      answer: () => error('unauthorized'),
      loses: (number) => (number === 2 ? lost : undefined),
    };
    const { state, record } = endingOf(begin(freshRows('K2', 'K3'), { script }));
    expect(state).toEqual({ kind: 'stopped', failure: lost });
    expect(record.remarks).toContain('It is unauthorized');
  });

  test('because people’s cells were lost beside outcomes says which, and counts what is written', () => {
    const lost = failures.formulasLost('Tab', 'Words');
    const script: Script = { loses: (number) => (number === 2 ? lost : undefined) };
    const run = begin(freshRows('K2', 'K3', 'K4'), { script, record: { chunkSize: 1, waveWidth: 1 } });
    const { state, record } = endingOf(run);
    expect([state, record.counts]).toEqual([{ kind: 'stopped', failure: lost }, { Updated: 1 }]);
    // The next one said Sending by then, and was not sent.
    expect(saidBy(run.stage)).toEqual(['Updated', '', '']);
    expect(run.stage.log.filter((line) => line.startsWith('send'))).toEqual(['send K2']);
  });

  test('because people’s cells were lost with the first marks has sent nothing, and leaves no row marked', () => {
    const lost = failures.cellsLost('Tab', 'Words');
    const script: Script = { loses: (number) => (number === 1 ? lost : undefined) };
    const run = begin(freshRows('K2', 'K3'), { script, record: { chunkSize: 1 } });
    const { state, record } = endingOf(run);
    expect([state, record.counts, record.requests]).toEqual([{ kind: 'stopped', failure: lost }, {}, 0]);
    expect(saidBy(run.stage)).toEqual(['', '']);
  });

  test.each([
    [
      'the platform asks to wait too long',
      error('rateLimited', 700_000),
      failures.platformBusy('It is rateLimited', 12),
    ],
    ['Google sends no more today', error('quota'), failures.quota('It is quota')],
    ['its requests are sent elsewhere', error('moved'), failures.platformAnswer('It is moved')],
  ])('because %s leaves no row waiting in it', (_, answer, failure) => {
    const run = begin(freshRows('K2', 'K3'), { script: { answer: () => answer } });
    expect(endingOf(run).state).toEqual({ kind: 'stopped', failure });
    expect(run.stage.log.slice(4)).toEqual(['send K2, K3', 'write 2 blank, 3 blank', 'conclude: stopped']);
  });

  test('because nothing comes back for forty waves', () => {
    const run = begin(freshRows(...Array.from({ length: 60 }, (_, index) => `K${index + 2}`)), {
      script: { answer: () => error('network'), sendMs: 100 },
      record: { chunkSize: 100, waveWidth: 1, failedWaves: 39 },
    });
    expect(endingOf(run).state).toEqual({ kind: 'stopped', failure: failures.platformUnreachable('It is network') });
    expect(saidBy(run.stage)[0]).toBe('Failed | retry unclear');
    expect(new Set(saidBy(run.stage).slice(1))).toEqual(new Set(['']));
  });

  test('because it is for another chatbot sends nothing', () => {
    const stage = openStage(waitingRows('K2', 'K3'));
    const ending = goOn(stage, newRecord(), { isForOther: true });
    expect(stage.log).toEqual(['write 2 no mark, 3 no mark', 'conclude: stopped']);
    expect(ending.state).toEqual({ kind: 'stopped', failure: failures.chatbotChanged() });
  });
});

describe('rows that are moved', () => {
  const swap = (rows: SheetRow[]) => {
    rows.reverse();
  };

  test('before the first Sending is written are put back, and sent by the next execution', () => {
    const script: Script = { beforeCheckpoint: (rows, number) => (number === 1 ? swap(rows) : undefined) };
    const run = begin(freshRows('K2', 'K3'), { script });
    expect(run.stage.log.slice(1)).toEqual([
      'write 2 Sending | sending, 3 Sending | sending',
      'log earlier run',
      'save',
      'write 2 blank | waits, 3 blank | waits',
      'save',
    ]);
    expect(endingOf(run).state).toEqual({ kind: 'running' });
    expect(saidBy(run.stage)).toEqual([' | waits', ' | waits']);
    expect(goOn(run.stage, endingOf(run).record).state).toEqual({ kind: 'finished' });
    expect(saidBy(run.stage)).toEqual(['Updated', 'Updated']);
  });

  test('between two chunks keep their outcomes, and the next chunk is put back', () => {
    const script: Script = { beforeCheckpoint: (rows, number) => (number === 2 ? swap(rows) : undefined) };
    const run = begin(freshRows('K2', 'K3', 'K4'), { script, record: { chunkSize: 2 } });
    expect(run.stage.log.slice(4)).toEqual([
      'send K2, K3',
      'write 2 Updated, 3 Updated, 4 Sending | sending',
      'save',
      'write 4 blank | waits',
      'save',
    ]);
    expect(saidBy(run.stage)).toEqual([' | waits', 'Updated', 'Updated']);
  });

  test('after all was sent change nothing', () => {
    const script: Script = { beforeCheckpoint: (rows, number) => (number === 2 ? swap(rows) : undefined) };
    expect(endingOf(begin(freshRows('K2', 'K3'), { script })).state).toEqual({ kind: 'finished' });
  });

  test('out of the tab are counted and named', () => {
    const script: Script = {
      beforeCheckpoint: (rows, number) => {
        if (number === 2) rows.splice(0, 1);
      },
    };
    const { record, problems } = endingOf(begin(freshRows('K2', 'K3'), { script }));
    expect(record).toMatchObject({ counts: { Updated: 2 }, goneRows: ['K2: Updated'] });
    expect(problems).toEqual([]);
  });
});

describe('when the time of an execution is over', () => {
  const slow: Script = { sendMs: 205_000, answer: (_, request) => (request === 1 ? error('server') : undefined) };

  test('a row that may have arrived stays Sending, with its attempts, and no further chunk is sent', () => {
    const run = begin(freshRows('K2', 'K3', 'K4'), { script: slow, record: { chunkSize: 2, waveWidth: 2 } });
    expect(run.stage.log.slice(4)).toEqual([
      'send K2, K3',
      'write 3 Updated, 2 Sending | sending try1 unclear',
      'save',
    ]);
    expect(endingOf(run)).toMatchObject({ state: { kind: 'running' }, record: { isExecuting: false } });
    expect(saidBy(run.stage)).toEqual(['Sending | sending try1 unclear', 'Updated', ' | waits']);
  });

  test('the next execution goes on with the rows that wait, those that were tried last', () => {
    const run = begin(freshRows('K2', 'K3', 'K4'), { script: slow, record: { chunkSize: 2, waveWidth: 1 } });
    const later = openStage(run.stage.rows, { startMs: run.stage.nowMs() + 60_000 });
    expect(goOn(later, { ...endingOf(run).record, waveWidth: 1 }).state).toEqual({ kind: 'finished' });
    expect(later.log.slice(0, 1)).toEqual([
      'write 3 Sending | sending, 4 Sending | sending, 2 Sending | sending try1 unclear',
    ]);
    expect(later.log.filter((line) => line.startsWith('send'))).toEqual(['send K3', 'send K4, K2']);
  });

  test('rows for which there was no time in their chunk go on in the next one', () => {
    const run = begin(freshRows('K2', 'K3', 'K4'), {
      script: { sendMs: 81_000 },
      record: { chunkSize: 3, waveWidth: 1 },
    });
    expect(run.stage.log.slice(4)).toEqual([
      'send K2',
      'write 2 Updated, 3 Sending | sending, 4 Sending | sending',
      'save',
      'send K3, K4',
      'write 3 Updated, 4 Updated',
      'conclude: finished',
    ]);
  });
});

describe('a platform that asks to wait', () => {
  test('is waited for in the same execution, and then the rows are sent', () => {
    const script: Script = { answer: (_, request) => (request <= 2 ? error('rateLimited', 20_000) : undefined) };
    const run = begin(freshRows('K2', 'K3'), { script });
    expect(run.stage.log.slice(4)).toEqual([
      ...['send K2, K3', 'wait 20000', 'send K2, K3', 'write 2 Updated, 3 Updated', 'conclude: finished'],
    ]);
  });

  test('for longer than the execution may take is waited for by the next one', () => {
    const script: Script = { answer: (_, request) => (request <= 2 ? error('rateLimited', 300_000) : undefined) };
    const run = begin(freshRows('K2', 'K3'), { script });
    expect(run.stage.log.slice(4)).toEqual(['send K2, K3', 'write 2 blank | waits try1, 3 blank | waits try1', 'save']);
    const { record } = endingOf(run);
    expect(record).toMatchObject({ resumeAtMs: run.stage.nowMs() - 500 + 300_000, isExecuting: false });
    const before = run.stage.log.length;
    const paused = goOn(run.stage, record);
    expect(run.stage.log.slice(before)).toEqual(['wait 200000', 'save']);
    expect(paused).toMatchObject({ state: { kind: 'running' }, record: { idleExecutions: 0 } });
    const resumed = goOn(run.stage, paused.record);
    expect(resumed.state).toEqual({ kind: 'finished' });
    expect(saidBy(run.stage)).toEqual(['Updated', 'Updated']);
  });

  test.each<readonly [string, Partial<RunRecord>, readonly string[]]>([
    ['a pause', { resumeAtMs: 130_000 }, ['wait 30000']],
    ['no lease: it was taken to keep others out', { heldUntilMs: 190_000 }, []],
    ['a pause, whatever lease goes with it', { resumeAtMs: 130_000, heldUntilMs: 190_000 }, ['wait 30000']],
    ['nothing, where the pause is over', { resumeAtMs: 90_000 }, []],
  ])('a run that goes on waits for %s', (_, change, waits) => {
    const stage = openStage(waitingRows('K2'), { startMs: 100_000 });
    const ending = goOn(stage, newRecord({ total: 1, lastSignOfLifeMs: 99_000, ...change }));
    expect(stage.log.filter((line) => line.startsWith('wait'))).toEqual(waits);
    expect(ending).toMatchObject({ state: { kind: 'finished' }, record: { heldUntilMs: 0, counts: { Updated: 1 } } });
  });

  test('is not sent anything where somebody cancels meanwhile', () => {
    const script: Script = { isCancelled: (_, number) => number === 3 };
    const stage = openStage(waitingRows('K2'), script);
    const ending = goOn(stage, newRecord({ resumeAtMs: 30_000 }));
    expect(stage.log).toEqual(['wait 30000', 'write 2 no mark', 'conclude: cancelled']);
    expect(ending.state).toEqual({ kind: 'cancelled' });
  });
});

describe('a run that goes on', () => {
  test('is cancelled before it sends anything', () => {
    const stage = openStage(waitingRows('K2', 'K3'), { isCancelled: () => true });
    expect(goOn(stage, newRecord()).state).toEqual({ kind: 'cancelled' });
    expect(stage.log).toEqual(['write 2 no mark, 3 no mark', 'conclude: cancelled']);
  });

  test('tells rows that were emptied, and sends the others', () => {
    const stage = openStage([
      ...waitingRows('K2', ''),
      { key: '', cells: { ...NO_CELLS, status: 'Sending', mark: 'run-1 sync sending' } },
    ]);
    const ending = goOn(stage, newRecord());
    expect(stage.log).toEqual([
      'write 4 Failed | retry unclear, 3 no mark, 2 Sending | sending',
      'save',
      'send K2',
      'write 2 Updated',
      'conclude: finished',
    ]);
    expect(stage.rows[2]?.cells.detail).toContain('The row was emptied before the platform gave a clear answer.');
    expect(ending.record.counts).toEqual({ Failed: 1, Updated: 1 });
  });

  test('leaves out a delete that nobody agreed to', () => {
    const agreed = agreedMark('K2');
    const stage = openStage([
      { key: 'K2', cells: { ...NO_CELLS, mark: agreed } },
      { key: 'K3', cells: { ...NO_CELLS, mark: agreedMark('K3').replace(/s1:\w+/, `s1:${'0'.repeat(16)}`) } },
    ]);
    expect(goOn(stage, newRecord({ action: 'delete' })).record.counts).toEqual({ Skipped: 1, Deleted: 1 });
    expect(stage.log.filter((line) => line.startsWith('send'))).toEqual(['send K2']);
  });

  const updated = (key: string): SheetRow => ({
    key,
    cells: {
      ...NO_CELLS,
      status: 'Updated',
      detail: 'Updated.',
      mark: `v1:confirmed ${waitingMark('K3')}`,
    },
  });

  test('does not send a row under another key than was planned: it says what it said before, and is counted', () => {
    const stage = openStage([...waitingRows('K2'), updated('K9')]);
    const ending = goOn(stage, newRecord({ total: 2 }));
    expect(stage.log.filter((line) => line.startsWith('send'))).toEqual(['send K2']);
    expect(stage.rows[1]?.cells).toEqual({
      ...NO_CELLS,
      status: 'Updated',
      detail: 'Changed while waiting; run again. Nothing was sent for this row.',
      mark: 'v1:confirmed retry sync changed',
    });
    expect(ending).toMatchObject({ state: { kind: 'finished' }, record: { counts: { Updated: 1 }, changedRows: 1 } });
    expect(ending.problems).toEqual([
      {
        tabId: 7,
        rowNumber: 3,
        columnNumber: 3,
        key: { columnNumber: 1, text: 'K9' },
        label: 'K9',
        detail: expect.stringContaining('Changed while waiting'),
      },
    ]);
    expect(waitsForRetry(stage.rows[1]?.cells ?? NO_CELLS)).toBe(true);
  });

  test('sends none of its rows where they would be read otherwise than when it began', () => {
    const stage = openStage([...waitingRows('K2'), updated('K3')]);
    const ending = goOn(stage, newRecord({ total: 2, mapping: { sync: 'another' } }));
    expect(stage.log.filter((line) => line.startsWith('send'))).toEqual([]);
    expect(stage.rows.map(({ cells }) => cells.status)).toEqual(['', 'Updated']);
    expect(ending).toMatchObject({ state: { kind: 'finished' }, record: { counts: {}, changedRows: 2 } });
  });

  test('tells of a row that changed after a request for it may have left', () => {
    const tried = '12'.repeat(8);
    const mark = waitingMark('K3', 'sync', ` t1:${tried} sending`);
    const stage = openStage([{ key: 'K9', cells: { ...NO_CELLS, status: 'Sending', mark } }]);
    expect(goOn(stage, newRecord({ total: 1 })).record).toMatchObject({ counts: { Failed: 1 }, changedRows: 0 });
    expect(stage.rows[0]?.cells.mark).toBe(`retry sync unclear t1:${tried}`);
    expect(stage.rows[0]?.cells.detail).toContain('may have arrived');
  });

  describe('knows copies of a waiting row as copies', () => {
    const confirmed = { ...NO_CELLS, status: 'Updated', mark: 'v1:confirmed' };
    const waiting = { ...NO_CELLS, mark: waitingMark('K2') };

    test.each<[string, readonly SheetRow[], readonly string[], readonly string[]]>([
      [
        'beside it',
        [
          { key: 'K2', cells: waiting },
          { key: 'K2.edited', cells: waiting },
        ],
        ['send K2'],
        ['Updated', 'Invalid'],
      ],
      [
        'after it was sent',
        [
          { key: 'K2', cells: confirmed },
          { key: 'K2.edited', cells: waiting },
        ],
        [],
        ['Updated', 'Invalid'],
      ],
      [
        'above it, after it was sent',
        [
          { key: 'K2.edited', cells: waiting },
          { key: 'K2', cells: confirmed },
        ],
        [],
        ['Invalid', 'Updated'],
      ],
      [
        'but not one that got another key',
        [
          { key: 'K9', cells: waiting },
          { key: 'K2', cells: waiting },
        ],
        ['send K2'],
        ['', 'Updated'],
      ],
      [
        'but not a row that shares nothing but its mark’s run',
        [...waitingRows('K3'), { key: 'K2', cells: waiting }],
        ['send K3, K2'],
        ['Updated', 'Updated'],
      ],
    ])('%s', (_, rows, sent, statuses) => {
      const isSent = rows.some(({ cells }) => cells === confirmed);
      const stage = openStage(rows, isSent ? { confirmed: ['K2'] } : {});
      goOn(stage, newRecord({ total: rows.length, startedAtMs: -120_000 }));
      expect(stage.log.filter((line) => line.startsWith('send'))).toEqual(sent);
      expect(stage.rows.map(({ cells }) => cells.status)).toEqual(statuses);
    });

    test('that this execution has not read', () => {
      const rows = [
        { key: 'K2', cells: waiting },
        { key: 'K2.edited', cells: waiting },
      ];
      const stage = openStage(rows);
      const all = waitingRun(stage, newRecord());
      const second = { ...all, rows: { ...all.rows, rows: all.rows.rows.slice(1) } };
      const ending = play(continueRun(second, executionAt(0)), stage);
      expect(ending.record.counts).toEqual({ Invalid: 1 });
      expect(stage.rows[1]?.cells.detail).toContain('Row 2 has the same key');
    });

    test('unless rows were sorted since the tab was looked at', () => {
      const stage = openStage(waitingRows('K3', 'K2'));
      const before = tabKeysOf(() => tableOf(waitingRows('K2', 'K3')).rows, OWN, 'run-1');
      expect(goOn(stage, newRecord(), { tab: before }).record.counts).toEqual({ Updated: 2 });
    });
  });

  test('says that nothing is remembered where an earlier try of other content may still arrive', () => {
    const mark = waitingMark('K2', 'sync', ` unclear t1:${'0'.repeat(16)} sending`);
    const stage = openStage([{ key: 'K2', cells: { ...NO_CELLS, status: 'Sending', mark } }]);
    expect(goOn(stage, newRecord({ total: 1 })).record.counts).toEqual({ Updated: 1 });
    expect(stage.ledger().texts.size).toBe(1);
    expect(plannedRows(stage)).toMatchObject([{ kind: 'send' }]);
    expect(stage.rows[0]?.cells.detail).toContain('the next run sends this row once more');
  });

  test('remembers what was confirmed where only a try of the same content may still arrive', () => {
    const content = fingerprintOf(operationOf('sync', 'K2'));
    const mark = waitingMark('K2', 'sync', ` unclear t1:${triedContent(content)} sending`);
    const stage = openStage([{ key: 'K2', cells: { ...NO_CELLS, status: 'Sending', mark } }]);
    goOn(stage, newRecord({ total: 1 }));
    expect(plannedRows(stage)).toMatchObject([{ outcome: { status: 'Unchanged' } }]);
  });

  test('is not finished while rows wait that were not read', () => {
    const stage = openStage(waitingRows('K2'));
    const ending = goOn(stage, newRecord(), { hasMore: true });
    expect(ending).toMatchObject({ state: { kind: 'running' }, record: { counts: { Updated: 1 }, idleExecutions: 0 } });
    expect(stage.log.at(-1)).toBe('save');
  });

  test('is finished where none of its rows is left', () => {
    const stage = openStage([]);
    expect(goOn(stage, newRecord()).state).toEqual({ kind: 'finished' });
    expect(stage.log).toEqual(['write', 'save', 'conclude: finished']);
  });

  test('ends the tenth time that its rows are never where they were read', () => {
    const script: Script = {
      beforeCheckpoint: (rows) => {
        rows.reverse();
      },
    };
    const stage = openStage(waitingRows('K2', 'K3'), script);
    let ending = goOn(stage, newRecord());
    for (let count = 2; count < 10; count += 1) {
      expect(ending).toMatchObject({ state: { kind: 'running' }, record: { idleExecutions: count - 1 } });
      ending = goOn(stage, ending.record);
    }
    const before = stage.log.length;
    ending = goOn(stage, ending.record);
    expect(ending.state).toEqual({ kind: 'stopped', failure: failures.rowsKeepChanging() });
    expect(stage.log.slice(before)).toEqual([
      'write 2 Sending | sending, 3 Sending | sending',
      'save',
      'write 2 blank | waits, 3 blank | waits',
      'write 2 no mark, 3 no mark',
      'conclude: stopped',
    ]);
    expect(saidBy(stage)).toEqual(['', '']);
    expect(stage.commands.filter(({ kind }) => kind === 'send')).toEqual([]);
  });

  test('stops where its first rows cannot be written, and they go on waiting', () => {
    const stage = openStage(waitingRows('K2'), { refuses: () => PROTECTED });
    expect(goOn(stage, newRecord()).state).toEqual({ kind: 'stopped', failure: PROTECTED });
    expect(saidBy(stage)).toEqual([' | waits']);
  });
});

describe('a run that was cut off', () => {
  /** Kills the execution after each of its commands in turn; gives what the sheet says afterwards. */
  function cutOff(mostCommands: number): Stage {
    const stage = openStage(freshRows('K2', 'K3', 'K4'));
    const run = { record: newRecord({ chunkSize: 2 }), planned: plannedRows(stage) };
    expect(() => play(beginRun(run, executionAt(0)), stage, mostCommands)).toThrow('killed');
    return stage;
  }

  const commandsOf = (kind: string) => {
    const stage = openStage(freshRows('K2', 'K3', 'K4'));
    const run = { record: newRecord({ chunkSize: 2 }), planned: plannedRows(stage) };
    play(beginRun(run, executionAt(0)), stage);
    return stage.commands.flatMap((command, index) => (command.kind === kind ? [index] : []));
  };

  test('after its first requests is taken up again: their rows are sent once more, as rows that may have arrived', () => {
    const [firstSend = 0] = commandsOf('send');
    const stage = cutOff(firstSend + 1);
    expect(saidBy(stage)).toEqual(['Sending | sending', 'Sending | sending', ' | waits']);
    const waiting = waitingRun(stage, newRecord({ chunkSize: 2 }));
    const ending = play(continueRun(waiting, executionAt(stage.nowMs())), stage);
    expect(ending).toMatchObject({ state: { kind: 'finished' }, record: { counts: { Updated: 3 } } });
    expect(saidBy(stage)).toEqual(['Updated', 'Updated', 'Updated']);
  });

  test('whenever that was, comes to the same end when it is taken up', () => {
    const [firstCheckpoint = 0] = commandsOf('checkpoint');
    const [end = 0] = commandsOf('concludeRun');
    for (let mostCommands = firstCheckpoint + 1; mostCommands <= end; mostCommands += 1) {
      const stage = cutOff(mostCommands);
      expect(goOn(stage, newRecord({ chunkSize: 2 })).state).toEqual({ kind: 'finished' });
      expect(saidBy(stage)).toEqual(['Updated', 'Updated', 'Updated']);
    }
  });

  test.each([
    ['that was under way counts as deleted', ' sending', { Deleted: 1 }],
    ['that only waited is not found', '', { 'Not found': 1 }],
  ])('while it deletes: a row %s where the platform has no such listing', (_, underWay, counts) => {
    const mark = `${agreedMark('K2')}${underWay}`;
    const value = { endpoint: 'deleteListings', deletedCount: 0 } as const;
    const stage = openStage([{ key: 'K2', cells: { ...NO_CELLS, mark } }], {
      answer: () => ({ result: { ok: true, value }, isRepeated: false }),
    });
    expect(goOn(stage, newRecord({ action: 'delete', total: 1 })).record.counts).toEqual(counts);
  });
});

describe('the ledger', () => {
  const key = (text: string) => ledgerKey({ place: PLACE, name: remoteIdentity(operationOf('sync', text)) });
  const stateOf = (stage: Stage, text: string) => knownKey(stage.ledger(), key(text));
  const changesIn = (stage: Stage) =>
    stage.commands.flatMap((command) => (command.kind === 'checkpoint' ? [command.ledger] : []));

  test('has the keys of a chunk open before it is sent, and their outcomes in the flush that opens the next ones', () => {
    const { stage } = begin(freshRows('K2', 'K3', 'bad4'), { record: { chunkSize: 1 } });
    const short = changesIn(stage).map(({ settled, closed, opened }) => ({
      settled: settled.map(({ line, body }) => `${line.state} ${line.name} ${line.tabId} ${body}`),
      closed,
      opened: opened.map((one) => one.key),
    }));
    const body = (name: string) => `{"SerialNumber":"${SERIAL}","Key":"${name}","KeyType":"MLSNumber"}`;
    expect(short).toEqual([
      { settled: [], closed: [], opened: [key('K2')] },
      { settled: [`confirmed MLSNumber K2 7 ${body('K2')}`], closed: [], opened: [key('K3')] },
      { settled: [`confirmed MLSNumber K3 7 ${body('K3')}`], closed: [], opened: [] },
    ]);
  });

  test.each<[string, WaveAnswer, string | undefined, boolean]>([
    ['confirms nothing of what the platform refuses', error('refused'), 'turned-down', false],
    ['keeps what was there where a request surely did not arrive', error('rateLimited'), 'confirmed', false],
    ['says that an answer was not clear', error('server'), 'unclear', true],
  ])('%s', (_, answer, state, isOpen) => {
    const cells = { ...NO_CELLS, status: 'Updated' };
    const { stage } = begin([{ key: 'K2.new', cells }], { script: { confirmed: ['K2'], answer: () => answer } });
    const { line, tried, before } = stateOf(stage, 'K2');
    expect([line?.state, tried !== undefined]).toEqual([state, isOpen]);
    expect((line?.state === 'confirmed' ? line : before)?.fingerprint).toBe(fingerprintOf(operationOf('sync', 'K2')));
  });

  test('keeps a key open when a run ends that was not answered, and closes those that never left', () => {
    const answer = (_: Batch, request: number) => (request === 1 ? error('network') : error('unauthorized'));
    const rows = freshRows('K2', 'K3', 'K4');
    const { stage } = begin(rows, { script: { answer }, record: { waveWidth: 2 } });
    expect(rows.map((row) => stateOf(stage, row.key).tried !== undefined)).toEqual([true, false, false]);
  });

  test('does not believe an answer while a request with other content may still arrive: the next run decides', () => {
    const cells = { ...NO_CELLS, status: 'Updated' };
    const { stage } = begin([{ key: 'K2', cells }], { script: { confirmed: ['K2'], open: ['K2'] } });
    expect(stage.log).toContain('send K2');
    expect(stateOf(stage, 'K2').line).toMatchObject({ state: 'unclear' });
    expect(stage.rows[0]?.cells.detail).toContain('the next run sends this row once more');
    const again = plannedRows(stage);
    expect(again.map(({ kind }) => kind)).toEqual(['send']);
    play(beginRun({ record: newRecord({ runId: 'run-2' }), planned: again }, executionAt(0)), stage);
    expect(stateOf(stage, 'K2').line).toMatchObject({ state: 'confirmed' });
    expect(plannedRows(stage)).toMatchObject([{ outcome: { status: 'Unchanged' } }]);
  });

  test('leaves what another run has left open as it is where this one is not answered', () => {
    const script = { open: ['K2'], answer: () => error('rateLimited') };
    const { stage } = begin(freshRows('K2'), { script });
    expect(stateOf(stage, 'K2').tried).toBe(MANY_CONTENTS);
  });

  test('closes keys whose rows moved before they were sent', () => {
    const beforeCheckpoint = (rows: SheetRow[], number: number) => {
      if (number === 1) rows.reverse();
    };
    const { stage } = begin(freshRows('K2', 'K3'), { script: { beforeCheckpoint } });
    expect(stage.log.some((line) => line.startsWith('send'))).toBe(false);
    expect(stage.ledger().open.size).toBe(0);
  });
});
