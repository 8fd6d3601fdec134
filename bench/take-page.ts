/** What taking an inbox's page in is measured by: from its text to the cells of new rows. */
import { EVENT_FIELDS } from '../src/core/events/event-fields.ts';
import { type EventLayout, layoutOf } from '../src/core/events/event-layout.ts';
import { eventWrites } from '../src/core/events/event-writes.ts';
import { readInboxPage } from '../src/core/events/pod-answers.ts';
import { type Piece, piecesOf } from '../src/core/events/read-messages.ts';
import { type EventGround, takeIn } from '../src/core/events/take-in.ts';
import { EVENT_HEADERS } from '../src/core/words/own-headers.ts';

const CONTEXT = { nowMs: Date.UTC(2026, 10, 21), wallTime: (ms: number) => new Date(ms).toISOString().slice(0, 19) };
const HEADERS = [...EVENT_FIELDS.map(({ header }) => header), ...Object.values(EVENT_HEADERS)];
const LAYOUT: EventLayout = layoutOf(HEADERS, {});
const EMPTY: EventGround = {
  rows: [],
  columns: [...LAYOUT.columns.keys()],
  choices: { never: [], always: [] },
  lines: [],
};

/** The messages of a page. */
export function readPieces(text: string): readonly Piece[] {
  const page = readInboxPage({ kind: 'answered', status: 200, text, retryAfter: '' }, []);
  if (!page.ok) throw new Error('The page of the benchmark should be read.');
  return page.value.contains.flatMap(piecesOf);
}

/** Plans the cells of a blank tab; answers with how many rows are new. */
export function takePage(text: string): number {
  const taken = takeIn(EMPTY, readPieces(text), CONTEXT);
  const places = { layout: LAYOUT, rowNumbers: [], nextRowNumber: 2, momentText: (ms: number) => String(ms) };
  return eventWrites(taken.rows, places).newRows;
}
