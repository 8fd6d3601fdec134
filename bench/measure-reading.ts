/** Measures the processor time of taking messages in, next to that of `JSON.parse` over the same text. */
import { cpuMsOf } from './cpu-time.ts';
import { fullMessage } from './listing-messages.ts';
import { functionsOf, type PlanBuilds } from './plan-builds.ts';

/** Processor times in milliseconds. */
export interface ReadingResult {
  readonly messages: number;
  readonly messageBytes: number;
  /** From the text of an inbox's pages to messages, for all of them. */
  readonly readMs: number;
  readonly parseMs: number;
  /** From the text of one page to the cells of new rows; the best of several rounds. */
  readonly takePageMs: number;
  readonly parsePageMs: number;
}

const MESSAGES = 5000;
const PER_PAGE = 50;
/** So many that the engine has warmed up, as for the other processor times. */
const ROUNDS = 200;

/** Measures pages of whole messages about new listings. */
export function measureReading({ own }: PlanBuilds): ReadingResult {
  const { readPieces, takePage } = functionsOf(own);
  if (readPieces === undefined || takePage === undefined) throw new Error('There is nothing to measure.');
  let [readMs, parseMs, takePageMs, parsePageMs] = [0, 0, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  const first = pageText(0);
  for (let round = 0; round < ROUNDS; round += 1) {
    parsePageMs = Math.min(
      parsePageMs,
      cpuMsOf(() => JSON.parse(first)),
    );
    takePageMs = Math.min(
      takePageMs,
      cpuMsOf(() => newRowsOf(takePage(first))),
    );
  }
  for (let page = 0; page * PER_PAGE < MESSAGES; page += 1) {
    const text = pageText(page);
    parseMs += cpuMsOf(() => JSON.parse(text));
    readMs += cpuMsOf(() => readPieces(text));
  }
  const messageBytes = Math.round(Buffer.byteLength(first) / PER_PAGE);
  return { messages: MESSAGES, messageBytes, readMs, parseMs, takePageMs, parsePageMs };
}

function pageText(page: number): string {
  const contains = Array.from({ length: PER_PAGE }, (_, index) => fullMessage(page * PER_PAGE + index));
  return JSON.stringify({ next: `page ${page + 1}`, contains });
}

function newRowsOf(newRows: number): void {
  if (newRows !== PER_PAGE) throw new Error('Each message of the benchmark should make a row.');
}
