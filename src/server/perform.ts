/** Carries out what the engine asks for, command by command, and nothing else. */

import type { LeftWatch } from '../core/compare/left-listings.ts';
import type { Answers, Command, Engine, SentWave, WrittenRows } from '../core/engine/commands.ts';
import type { RunProgress } from '../core/engine/progress.ts';
import { nameIn } from '../core/ledger/ledger-line.ts';
import type { StatusWrite } from '../core/own-cells/row-cells.ts';
import { readAnswer } from '../core/platform/read-answer.ts';
import { buildRequest } from '../core/platform/request.ts';
import { withoutKey } from '../core/platform/without-key.ts';
import type { Connection } from '../core/settings/connection.ts';
import type { Failure } from '../core/terms/failure.ts';
import { type Result, success } from '../core/terms/result.ts';
import { spreadsheetTimeOf } from './services/clock.ts';
import { sendTogether } from './services/http/http.ts';
import type { OpenLedger } from './services/own-tabs/ledger-tab.ts';
import { concludeRun, logEarlierRun } from './services/own-tabs/run-log.ts';
import type { StatusTarget } from './services/sheet/look-at-rows.ts';
import { writeStatus } from './services/sheet/sheet-writer.ts';
import { saveFieldAnswers } from './services/stores/field-answers-store.ts';
import { forgetCreates, noteCreates } from './services/stores/open-creates-store.ts';
import { isCancelSignalled, isCancelWished, saveRun } from './services/stores/run-store.ts';

/** Where a run is carried out. */
export interface Workplace {
  readonly runId: string;
  readonly target: StatusTarget;
  readonly timeZone: string;
  readonly ledger: OpenLedger;
  /** Absent where nothing is sent. */
  readonly connection?: Connection;
  /** Who watches over the deletes of listings that have left another tab. */
  readonly left?: Pick<LeftWatch, 'hasComeBack'>;
  /** Tells whoever waits; nobody does by default. */
  readonly announce?: (progress: RunProgress) => void;
}

/** Carries a part of a run out to its end. */
export function perform<T>(run: Engine<T>, workplace: Workplace): T {
  const written: (readonly StatusWrite[])[] = [];
  let step = run.next();
  while (step.done !== true) step = run.next(answerTo(step.value, workplace, written));
  return step.value;
}

/** @param written What the execution has written so far, to which a checkpoint adds. */
function answerTo(
  command: Command,
  workplace: Workplace,
  written: (readonly StatusWrite[])[],
): Answers[Command['kind']] {
  switch (command.kind) {
    case 'clock':
      return Date.now();
    case 'wallTime':
      return spreadsheetTimeOf(Date.now(), workplace.timeZone);
    case 'checkpoint':
      return write(command, workplace, written);
    case 'send':
      return send(command, workplace);
    case 'wait':
      return { isCancelled: sleepUnlessCancelled(command.waitMs, workplace.runId) };
    case 'isCancelWished':
      return command.look === 'glance'
        ? isCancelSignalled(workplace.runId, command.reached)
        : isCancelWished(workplace.runId);
    case 'announce':
      workplace.announce?.(command.progress);
      return null;
    case 'logEarlierRun':
      logEarlierRun();
      return null;
    case 'saveRecord':
      saveRun(command.record, workplace.ledger.takeProof());
      return null;
    case 'saveFieldAnswers':
      if (workplace.connection !== undefined) saveFieldAnswers(workplace.connection.chatbotId, command.answers);
      return null;
    case 'beginCreates':
      if (workplace.connection === undefined) throw new Error('A run without a connection creates nothing.');
      return noteCreates(workplace.connection.chatbotId, command.mlsNumbers);
    case 'endCreates':
      if (workplace.connection !== undefined) forgetCreates(workplace.connection.chatbotId, command.mlsNumbers);
      return null;
    case 'concludeRun':
      concludeRun(command.record, command.end, workplace.ledger.takeProof());
      workplace.ledger.tidy();
      return null;
    default:
      return command satisfies never;
  }
}

function write(
  { writes, ledger: change, runId }: Extract<Command, { kind: 'checkpoint' }>,
  { target, ledger, left }: Workplace,
  earlier: (readonly StatusWrite[])[],
): Result<WrittenRows, Failure> {
  const along = ledger.prepare(change);
  const result = writeStatus(runId === undefined ? target : marked(target, runId), writes, { earlier, along });
  if (!result.ok) return result;
  ledger.flushed();
  const { unplaced, hasMoved, written, note, loss } = result.value;
  earlier.push(written);
  if (unplaced.length > 0) console.warn({ message: 'rows gone before they were written', rows: unplaced.length });
  // The last look before requests leave: what is no longer as it was planned goes back, and is planned anew.
  const leaving = change.opened.map(({ key }) => nameIn(key));
  const isOld = left !== undefined && leaving.length > 0 && left.hasComeBack(leaving);
  return success({
    unplaced: unplaced.map(({ rowNumber, readAt }) => readAt ?? rowNumber),
    hasMoved: hasMoved || isOld,
    ...(note && { note }),
    ...(loss && { loss }),
  });
}

/** Rows that carry a run's mark stand in columns that are there already. */
function marked({ sheet, read, ground }: StatusTarget, runId: string): StatusTarget {
  return { sheet, read, ground: { ...ground, runId } };
}

function send({ batches, lastSendMs }: Extract<Command, { kind: 'send' }>, { connection }: Workplace): SentWave {
  if (connection === undefined) throw new Error('A run without a connection sends nothing.');
  const { key } = connection;
  const requests = batches.map((batch) => buildRequest(batch.call, connection));
  const sent = sendTogether(requests, key, lastSendMs);
  const nowMs = Date.now();
  const answers = batches.map((batch, batchIndex) => {
    const one = sent[batchIndex];
    if (one === undefined) throw new Error('A request of the wave has no answer.');
    return { ...one, result: readAnswer(batch.call.endpoint, one.answer, nowMs, (text) => withoutKey(text, key)) };
  });
  return { answers, nowMs, random: Math.random() };
}

/** So often somebody who waits for the end is looked for. */
const LOOK_MS = 5_000;

/** Waits; tells whether somebody wished meanwhile that nothing more be sent. */
function sleepUnlessCancelled(waitMs: number, runId: string): boolean {
  for (let leftMs = waitMs; leftMs > 0; leftMs -= LOOK_MS) {
    Utilities.sleep(Math.min(leftMs, LOOK_MS));
    if (isCancelSignalled(runId)) return true;
  }
  return false;
}
