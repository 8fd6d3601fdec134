/** Lines of the tab `Sync events` as cells, and back. */
import { type CellValue, plainText } from '../sheet/table.ts';
import { splitText } from '../terms/split-text.ts';
import type { KeptKind, KeptLine } from './kept-line.ts';

/** The tab that holds what changed no row. */
export const EVENTS_TAB_NAME = 'Sync events';

/** A cell holds 50,000 characters; a message takes as many as it needs. Few need more than these. */
const RAW_CELLS = 6;
const RAW_CELL_LENGTH = 49_000;

/** The columns of the tab. */
export const EVENTS_TAB_HEADERS: readonly string[] = [
  ...['When', 'Kind', 'Why', 'Listing', 'Id', 'Known by', 'Moment', 'Message'],
  ...Array.from({ length: RAW_CELLS - 1 }, () => 'Message, continued'),
];

const KINDS: ReadonlySet<string> = new Set<KeptKind>(['aside', 'waiting', 'removed', 'discarded']);
const FIRST_RAW_INDEX = 7;

/** The cells of lines, all of the same number: at least as many as the tab has headers, more where a message is long. */
export function linesCells(lines: readonly KeptLine[]): readonly (readonly string[])[] {
  const rows = lines.map(lineCells);
  const width = Math.max(EVENTS_TAB_HEADERS.length, ...rows.map((row) => row.length));
  return rows.map((row) => [...row, ...Array.from({ length: width - row.length }, () => '')]);
}

function lineCells(line: KeptLine): readonly string[] {
  const raw = splitText(line.raw, RAW_CELL_LENGTH);
  const { keptMs, kind, why, listing, id, keys, existence } = line;
  return [new Date(keptMs).toISOString(), kind, why, listing, id, keys.join('\n'), existence, ...raw];
}

/** Reads a line; `undefined` for a row that is none. */
export function lineOfCells(values: readonly CellValue[]): KeptLine | undefined {
  const [when = '', kind = '', why = '', listing = '', id = '', keys = '', existence = ''] = values.map(plainText);
  const keptMs = Date.parse(when);
  if (!isKind(kind) || id === '' || Number.isNaN(keptMs)) return undefined;
  const raw = values.slice(FIRST_RAW_INDEX).map(plainText).join('');
  return { id, kind, keptMs, why, listing, existence, raw, keys: keys === '' ? [] : keys.split('\n') };
}

function isKind(text: string): text is KeptKind {
  return KINDS.has(text);
}
