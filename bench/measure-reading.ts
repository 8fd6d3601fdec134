/** Measures the processor time of taking messages in, next to that of `JSON.parse` over the same text. */

import { EVENT_FIELDS } from '../src/core/events/event-fields.ts';
import { type EventLayout, layoutOf } from '../src/core/events/event-layout.ts';
import { eventWrites } from '../src/core/events/event-writes.ts';
import { readPage } from '../src/core/events/inbox.ts';
import { type Piece, piecesOf } from '../src/core/events/read-messages.ts';
import { type EventGround, takeIn } from '../src/core/events/take-in.ts';
import { EVENT_HEADERS } from '../src/core/words/own-headers.ts';
import { cpuMsOf } from './cpu-time.ts';
import { fullMessage } from './listing-messages.ts';

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
const CONTEXT = { nowMs: Date.UTC(2026, 10, 21), wallTime: (ms: number) => new Date(ms).toISOString().slice(0, 19) };

/** Measures pages of whole messages about new listings. */
export function measureReading(): ReadingResult {
  let [readMs, parseMs, takePageMs, parsePageMs] = [0, 0, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  const first = pageText(0);
  for (let round = 0; round < ROUNDS; round += 1) {
    parsePageMs = Math.min(
      parsePageMs,
      cpuMsOf(() => JSON.parse(first)),
    );
    takePageMs = Math.min(
      takePageMs,
      cpuMsOf(() => takePage(first)),
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

function readPieces(text: string): readonly Piece[] {
  const page = readPage(text);
  if (page === undefined) throw new Error('The page of the benchmark should be read.');
  return page.contains.flatMap(piecesOf);
}

const HEADERS = [...EVENT_FIELDS.map(({ header }) => header), ...Object.values(EVENT_HEADERS)];
const LAYOUT: EventLayout = layoutOf(HEADERS, {});
const EMPTY: EventGround = {
  rows: [],
  columns: [...LAYOUT.columns.keys()],
  choices: { never: [], always: [] },
  lines: [],
};

function takePage(text: string): void {
  const taken = takeIn(EMPTY, readPieces(text), CONTEXT);
  const places = { layout: LAYOUT, rowNumbers: [], nextRowNumber: 2, momentText: (ms: number) => String(ms) };
  const { newRows } = eventWrites(taken.rows, places);
  if (newRows !== PER_PAGE) throw new Error('Each message of the benchmark should make a row.');
}
