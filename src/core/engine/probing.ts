/**
 * Finds out whether the platform takes listings without some required fields: one row goes first, and its answer counts for
 * the others that leave out the same or less.
 */

import type { Batch, SendRow } from '../actions/batch.ts';
import {
  answerFor,
  type FieldAnswers,
  fieldWords,
  type MissingFields,
  NO_ANSWERS,
  refusedFieldsOf,
  refusedWords,
  withAccepted,
  withRefused,
} from '../actions/field-answers.ts';
import type { FieldName } from '../listing/fields.ts';
import type { Settled } from '../own-cells/outcome.ts';
import { type Cause, settledOutcome } from '../own-cells/outcome.ts';
import type { SendableRow } from './plan-rows.ts';
import type { WaveAnswer } from './send-queue.ts';

/** How far the asking is. */
export interface Probing {
  readonly answers: FieldAnswers;
  /** Probes of this run so far. */
  readonly asked: number;
  /** Whether the last one was refused: then the next asks for as little as can be. */
  readonly isCautious: boolean;
  /** What rows of the run leave out, and how many of them, by `setKey`. */
  readonly sets: ReadonlyMap<string, { readonly fields: MissingFields; readonly rows: number }>;
}

/** Where nothing is left out, or nobody asks. */
export const NOTHING_TO_ASK: Probing = { answers: NO_ANSWERS, asked: 0, isCautious: true, sets: new Map() };

/** Probes of one run; each may cost a refused row. */
export const MOST_PROBES = 5;

/** Sets of which a row is put in front, so that they can be asked about. */
const MOST_SETS_IN_FRONT = 40;

/** The asking as an execution begins it. */
export function probingOf(answers: () => FieldAnswers, asked: number, rows: readonly SendableRow[]): Probing {
  const sets = new Map<string, { readonly fields: MissingFields; readonly rows: number }>();
  for (const { send } of rows) {
    const fields = missingIn(send.operation);
    if (fields.length > 0) sets.set(setKey(fields), { fields, rows: (sets.get(setKey(fields))?.rows ?? 0) + 1 });
  }
  return sets.size === 0 ? { ...NOTHING_TO_ASK, asked } : { answers: answers(), asked, isCautious: true, sets };
}

/** The rows, with one of each set that nobody has asked about in front, those that leave out least first. */
export function probesFirst(rows: readonly SendableRow[], { answers, sets }: Probing): readonly SendableRow[] {
  if (sets.size === 0) return rows;
  const front = new Map<string, SendableRow>();
  for (const row of rows) {
    const missing = missingIn(row.send.operation);
    const key = setKey(missing);
    if (key !== '' && !front.has(key) && answerFor(missing, answers).kind === 'unknown') front.set(key, row);
  }
  if (front.size === 0) return rows;
  const first = [...front.values()]
    .sort((one, other) => missingIn(one.send.operation).length - missingIn(other.send.operation).length)
    .slice(0, MOST_SETS_IN_FRONT);
  const isFirst = new Set(first);
  return [...first, ...rows.filter((row) => !isFirst.has(row))];
}

/** Requests that wait, sorted by what may become of them now. */
export interface GatedBatches {
  /** May be sent. */
  readonly open: readonly Batch[];
  /** Is sent first, and by itself, while others wait for its answer. */
  readonly probe?: Batch;
  /** Rows for which nothing is sent in this run. */
  readonly held: readonly Settled<SendRow>[];
}

/** Sorts what waits. */
export function gateOf(waiting: readonly Batch[], probing: Probing): GatedBatches {
  if (probing.sets.size === 0) return { open: waiting, held: [] };
  const open: Batch[] = [];
  const held: Settled<SendRow>[] = [];
  const unknown: Batch[] = [];
  for (const batch of waiting) {
    const answer = answerFor(missingOf(batch), probing.answers);
    if (answer.kind === 'accepted') open.push(batch);
    else if (answer.kind === 'unknown') unknown.push(batch);
    else
      held.push(...heldRows(batch, 'Invalid', refusedWords(answer.refused), answer.refused.fields.map(refusedCause)));
  }
  if (unknown.length === 0) return { open, held };
  if (probing.asked < MOST_PROBES) return { open, held, probe: chooseProbe(unknown, probing) };
  return { open, held: [...held, ...unknown.flatMap((batch) => heldRows(batch, 'Skipped', unaskedWords(batch)))] };
}

/** What the answers to a wave have shown. */
export function learn(
  probing: Probing,
  wave: readonly Batch[],
  answers: readonly WaveAnswer[],
  {
    probe,
    settled,
    nowMs,
  }: { readonly probe: Batch | undefined; readonly settled: readonly Settled<SendRow>[]; readonly nowMs: number },
): Probing {
  let learned = probing;
  wave.forEach((batch, batchIndex) => {
    const answer = answers[batchIndex];
    const missing = missingOf(batch);
    if (answer !== undefined && missing.length > 0) learned = withAnswer(learned, missing, answer, nowMs);
  });
  const isOver = probe !== undefined && settled.some(({ row }) => row.rowNumber === probe.rows[0]?.rowNumber);
  return isOver ? { ...learned, asked: learned.asked + 1 } : learned;
}

function withAnswer(probing: Probing, missing: MissingFields, { result }: WaveAnswer, nowMs: number): Probing {
  const { answers } = probing;
  if (result.ok) {
    const isTaken = result.value.endpoint === 'updateListing' && result.value.updatedCount > 0;
    if (!isTaken || answerFor(missing, answers).kind === 'accepted') return probing;
    return { ...probing, answers: withAccepted(answers, missing), isCautious: false };
  }
  if (result.error.kind !== 'refused') return probing;
  const fields = refusedFieldsOf(missing, result.error.message);
  if (fields === undefined) return probing;
  const refusal = { fields, words: result.error.message, atMs: nowMs };
  return { ...probing, answers: withRefused(answers, refusal), isCautious: true };
}

/**
 * The smallest set first, and again after a refusal, which holds all that leave out more; after an acceptance the set that would
 * let most rows follow.
 */
function chooseProbe(unknown: readonly Batch[], probing: Probing): Batch {
  const [first, ...others] = unknown;
  if (first === undefined) throw new Error('There is nothing to ask about.');
  const isBetter = (one: Batch, other: Batch): boolean => {
    const [size, otherSize] = [missingOf(one).length, missingOf(other).length];
    if (probing.isCautious) return size < otherSize;
    const [follow, otherFollow] = [followers(missingOf(one), probing), followers(missingOf(other), probing)];
    return follow > otherFollow || (follow === otherFollow && size < otherSize);
  };
  // A probe that was sent before goes on, so that there are never two at once.
  const tried = unknown.find(({ attempts, pauses }) => attempts + pauses > 0);
  return tried ?? others.reduce((best, batch) => (isBetter(batch, best) ? batch : best), first);
}

/** How many rows would follow where a listing without these fields is taken. */
function followers(missing: MissingFields, { answers, sets }: Probing): number {
  let following = 0;
  for (const { fields, rows } of sets.values()) {
    const isCovered = fields.every((field) => missing.includes(field));
    if (isCovered && answerFor(fields, answers).kind === 'unknown') following += rows;
  }
  return following;
}

function heldRows(
  { rows }: Batch,
  status: 'Invalid' | 'Skipped',
  detail: string,
  causes?: readonly Cause[],
): readonly Settled<SendRow>[] {
  return rows.map((row) => ({ row, outcome: settledOutcome(status, detail, undefined, causes) }));
}

function refusedCause(field: FieldName): Cause {
  return { kind: 'empty', field, words: `${fieldWords([field])} is empty`, isRefused: true };
}

function unaskedWords(batch: Batch): string {
  return `Not sent yet: it is not known whether the platform takes a listing without ${fieldWords(missingOf(batch))}, and a run asks ${MOST_PROBES} times at most. Run again to go on asking.`;
}

function missingOf({ rows }: Batch): MissingFields {
  const [row] = rows;
  return row === undefined ? [] : missingIn(row.operation);
}

function missingIn(operation: SendableRow['send']['operation']): MissingFields {
  return operation.kind === 'update' ? (operation.missing ?? []) : [];
}

function setKey(missing: MissingFields): string {
  return missing.join(' ');
}
