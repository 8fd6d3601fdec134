/** What a run has sent, and what was there before it: how each listing or row gets that again, or why it does not. */

import { countingLines, knownKey, type Ledger } from '../ledger/ledger.ts';
import { keyIn, type LedgerLine, type LedgerState, leavesDoubt, ledgerKey, numberIn } from '../ledger/ledger-line.ts';
import type { KeyType } from '../listing/fields.ts';
import { parseJson } from '../terms/parse-json.ts';
import { fingerprintOf, lastingFingerprintOf } from './fingerprint.ts';
import { readKeptBody } from './kept-body.ts';
import type { Operation } from './operation.ts';
import { remoteIdentity } from './operation-facts.ts';
import type { RowPlanner, Step } from './row-planner.ts';
import { settledStep } from './settled-step.ts';

/** What the ledger says of a key that a run has sent. */
export interface LedgerPair {
  readonly line: LedgerLine;
  /** What counted before; absent where nothing did, or it is not believed. */
  readonly before: LedgerLine | undefined;
  /** What was sent then, and what was sent with the line; `''` where it is not kept any more. */
  readonly bodyBefore: string;
  readonly bodyNow: string;
  /** Whether something stands between the two after which nobody knows what the platform had. */
  readonly hasDoubt?: boolean;
}

/** Sends what was there before, and remembers what goes. */
export interface TakeBack {
  readonly operation: Operation;
  /** The fingerprint of the content that is taken back: a row that still has it is not sent again by itself. */
  readonly takenBack: string;
}

/** Why something that was sent cannot be taken back. */
export type Lasting = 'unknownBefore' | 'notKept' | 'wasNotThere' | 'deleted' | 'unclear' | 'sentSince';

/** Where the row or listing is. */
export interface Recipient {
  readonly serialNumber: string;
  /** The address of the platform. */
  readonly address: string;
}

/** How what a run has done to a key is taken back; `nothing` where it has changed nothing. */
export function takeBackOf(pair: LedgerPair, to: Recipient): TakeBack | Lasting | 'nothing' {
  const { line, before, bodyBefore, bodyNow } = pair;
  switch (line.state) {
    case 'deleted':
      return 'deleted';
    case 'unclear':
      return 'unclear';
    case 'taken-back':
    case 'turned-down':
      return 'nothing';
    case 'confirmed':
      break;
    default:
      return line.state satisfies never;
  }
  if (before?.state === 'deleted' || before?.state === 'turned-down') return 'wasNotThere';
  if (before?.state !== 'confirmed' || pair.hasDoubt === true) return 'unknownBefore';
  if (before.fingerprint === line.fingerprint) return 'nothing';
  if (bodyBefore === '') return 'notKept';
  const operation = operationOf(before, bodyBefore, to);
  // Somebody may have written another body beside the line.
  if (operation === undefined || fingerprintOf(operation, to.address) !== before.fingerprint) return 'unknownBefore';
  return { operation, takenBack: lastingOf(line, bodyNow, to) };
}

/** By what a row is known that still says what is taken back. */
function lastingOf(line: LedgerLine, body: string, to: Recipient): string {
  const operation = operationOf(line, body, to);
  const isOfLine = operation !== undefined && fingerprintOf(operation, to.address) === line.fingerprint;
  return isOfLine ? lastingFingerprintOf(operation, to.address) : line.fingerprint;
}

function operationOf({ operation }: LedgerLine, kept: string, { serialNumber }: Recipient): Operation | undefined {
  const content = readKeptBody(kept);
  const json = parseJson(content.bodyText);
  if (!json.ok || typeof json.value !== 'object' || json.value === null) return undefined;
  if (operation === 'push') return 'ID' in json.value ? pushOf(json.value, serialNumber) : undefined;
  const { Key: key, KeyType: keyType } = json.value as Readonly<Record<string, unknown>>;
  return typeof key === 'string' && isKeyType(keyType) ? { kind: 'update', key, keyType, ...content } : undefined;
}

function pushOf(row: object, serialNumber: string): Operation | undefined {
  const { ID: id, Data: data } = row as Readonly<Record<string, unknown>>;
  if (typeof id !== 'number' || typeof data !== 'object' || data === null) return undefined;
  // What it holds is what was sent: its fingerprint is compared with the line's.
  return { kind: 'push', serialNumber, row: { ID: id, Data: data as Readonly<Record<string, string>> } };
}

function isKeyType(value: unknown): value is KeyType {
  return value === 'NewOaks' || value === 'MLSNumber' || value === 'URL';
}

/** What is taken back, by what the platform knows it by. */
export type TakeBacks = ReadonlyMap<string, TakeBack>;

/** What of a run is taken back, and why the rest is not, with its numbers. */
export interface FoundTakeBacks {
  readonly takeBacks: TakeBacks;
  readonly lasting: { readonly [Why in Lasting]?: number };
  /** Keys of which a believed line says that the run has confirmed something, and that it left something unclear. */
  readonly confirmed: number;
  readonly unclear: number;
}

/** What was sent from a tab while a run went on, and did not stand aside for another one. */
export interface SentMeanwhile {
  readonly asides: readonly (readonly [fromMs: number, toMs: number])[];
  readonly tabId: number;
  readonly place: string;
  readonly fromMs: number;
  readonly toMs: number;
}

/**
 * What a run has sent, and how it is taken back.
 *
 * @param texts All lines as they stand in the tab: what counts no more may tell that what was confirmed before was not all.
 * @param bodiesOf What was sent with each of the lines; `''` where that is not kept any more.
 */
export function takeBacksIn(
  ledger: Ledger,
  { tabId, place, fromMs, toMs, asides }: SentMeanwhile,
  to: Recipient,
  texts: readonly string[],
  bodiesOf: (lines: readonly LedgerLine[]) => (line: LedgerLine) => string,
): FoundTakeBacks {
  const isAside = ({ atMs }: LedgerLine) => asides.some(([from, to]) => atMs >= from && atMs <= to);
  const isMeanwhile = (line: LedgerLine) => line.atMs >= fromMs && line.atMs <= toMs && !isAside(line);
  const all = countingLines(ledger)
    .filter((line) => line.tabId === tabId && line.place === place)
    .map((line) => ({ line, before: knownKey(ledger, ledgerKey(line)).before }));
  const pairs = all.filter(({ line }) => isMeanwhile(line));
  const sentSince = all.filter(({ line, before }) => isAside(line) && before && isMeanwhile(before)).length;
  const bodyOf = bodiesOf(pairs.flatMap(({ line, before }) => (before === undefined ? [] : [line, before])));
  const doubts = new Map<string, number[]>();
  for (const text of texts.filter(leavesDoubt)) {
    doubts.set(keyIn(text), [...(doubts.get(keyIn(text)) ?? []), numberIn(text)]);
  }
  const takeBacks = new Map<string, TakeBack>();
  const lasting: { [Why in Lasting]?: number } = sentSince === 0 ? {} : { sentSince };
  for (const { line, before } of pairs) {
    const isBetween = (number: number) => number > (before?.number ?? 0) && number < line.number;
    const hasDoubt = doubts.get(ledgerKey(line))?.some(isBetween) === true;
    const bodyBefore = before === undefined ? '' : bodyOf(before);
    const bodyNow = before === undefined ? '' : bodyOf(line);
    const result = takeBackOf({ line, before, bodyBefore, bodyNow, hasDoubt }, to);
    if (typeof result === 'object') takeBacks.set(remoteIdentity(result.operation), result);
    else if (result !== 'nothing') lasting[result] = (lasting[result] ?? 0) + 1;
  }
  const ofState = (...states: readonly LedgerState[]) => pairs.filter(({ line }) => states.includes(line.state)).length;
  return { takeBacks, lasting, confirmed: ofState('confirmed', 'deleted') + sentSince, unclear: ofState('unclear') };
}

/** A planner under which rows ask for what was there before; all that it tells of rows is as the other one does. */
export function takeBackPlanner(planner: RowPlanner, takeBacks: TakeBacks): RowPlanner {
  const plan = (row: Parameters<RowPlanner['plan']>[0]): Step => {
    const takeBack = takeBacks.get(planner.keyOf(row));
    if (takeBack === undefined) return settledStep('Skipped', NOT_ANY_MORE);
    const { operation, takenBack } = takeBack;
    return { kind: 'send', operation, takesBack: takenBack, notes: [] };
  };
  return { ...planner, mapping: `undo ${planner.mapping}`, plan };
}

const NOT_ANY_MORE = 'What this row sent could not be taken back: something else was sent for its key meanwhile.';
