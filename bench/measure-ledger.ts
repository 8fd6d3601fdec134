/** Measures the processor time of reading a ledger and looking every key of it up, next to `JSON.parse` of the same lines. */

import { confirmedMs, proofOf, readLedger, withChange } from '../src/core/ledger/ledger.ts';
import { type LedgerLine, ledgerKey, parseLine } from '../src/core/ledger/ledger-line.ts';
import { murmurHash } from '../src/core/terms/murmur-hash.ts';
import { bestCpuMs } from './measure-cpu.ts';

/** Processor times in milliseconds; the best of several rounds. */
export interface LedgerResult {
  readonly lineCount: number;
  /** Reading all lines, and asking for each key whether its content is confirmed. */
  readonly readMs: number;
  /** `JSON.parse` of an array with an object for each line that says the same. */
  readonly parseMs: number;
}

const LINES = 100_000;
const SPREADSHEET_ID = '1BxiMVs0XRA5nFMdKvBdBZjgmUUqptlbs74OgvE2upms';

/** Measures a ledger of 100,000 listings. */
export function measureLedger(): LedgerResult {
  const lines = Array.from({ length: LINES }, (_, index) => lineOf(index));
  const written = withChange(readLedger([], undefined, SPREADSHEET_ID), {
    settled: lines.map((line) => ({ line, body: '' })),
    closed: [],
    opened: [],
  });
  const proof = proofOf(written.ledger);
  const texts = JSON.stringify(written.rows.map(([text]) => text));
  const json = JSON.stringify(written.rows.map(([text]) => parseLine(text)));
  const asked = lines.map((line) => ({ key: ledgerKey(line), fingerprint: line.fingerprint }));
  const read = (fresh: readonly string[]) => {
    const ledger = readLedger(fresh, proof, SPREADSHEET_ID);
    if (!asked.every(({ key, fingerprint }) => confirmedMs(ledger, key, fingerprint) !== undefined))
      throw new Error('Every line of the benchmark should be believed.');
  };
  // As from a sheet: texts that nobody has looked at yet.
  let fresh: readonly string[] = [];
  const [, readMs = 0, parseMs = 0] = bestCpuMs(1, [
    () => {
      fresh = JSON.parse(texts);
    },
    () => read(fresh),
    () => JSON.parse(json),
  ]);
  return { lineCount: LINES, readMs, parseMs };
}

function lineOf(index: number): LedgerLine {
  return {
    number: 1,
    state: 'confirmed',
    operation: 'update',
    fingerprint: `v1:${murmurHash(`listing ${index}`)}`,
    atMs: 1_764_460_800_000 + index,
    tabId: 1_234_567_890,
    bodyBytes: 0,
    place: '0123abcd',
    name: `MLSNumber SR${24_000_000 + index}`,
  };
}
