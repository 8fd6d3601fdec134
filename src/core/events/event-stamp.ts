/** What a row remembers of the messages it came from: the text in its hidden `Event stamp` cell. */
import { clipText } from '../terms/clip-text.ts';
import { murmurHash } from '../terms/murmur-hash.ts';

/** What messages wrote last into one column of the row. */
export interface WrittenCell {
  /** Hash of the text the cell held afterwards. */
  readonly hash: string;
  /** The order of the message it came from. */
  readonly order: string;
}

/** A row's memory. */
export interface EventStamp {
  /** The producer's number of the listing; a hash of it where it is long; `''` where no message named it. */
  readonly listingId: string;
  /** Hashes of the names that messages gave the listing's MLS. */
  readonly mlsHashes: readonly string[];
  /** The order of the newest content. */
  readonly content: string;
  /** The newest place in the order of existence. */
  readonly existence: string;
  /** What the newest content says the listing's status is; shown again when a removed listing comes back. */
  readonly status: string;
  /** What was written, by the code of the column. */
  readonly cells: ReadonlyMap<string, WrittenCell>;
}

/** The most characters a stamp has. */
export const LONGEST_STAMP = 700;

const VERSION = 'e1';
const LONGEST_ID = 100;
/** A prime near the golden section of 2^32. */
const WEIGHT = 0x9e3779b1;
const LONGEST_STATUS = 40;
const HASH_LENGTH = 6;
/** A row whose cells come from more messages than this forgets which of the oldest wrote a cell first. */
const MOST_ORDERS = 4;

/** The memory of a row that no message has touched. */
export const BLANK_STAMP: EventStamp = {
  listingId: '',
  mlsHashes: [],
  content: '',
  existence: '',
  status: '',
  cells: new Map(),
};

/** A short hash of a cell's text. */
export function cellHash(text: string): string {
  return text.includes('\n') ? linesHash(text.split('\n').map(lineHash)) : linesHash([lineHash(text)]);
}

/**
 * The hash of one line of a cell: a sum of pairs of characters, each with a weight of its own. No weight is even, so that a line in which
 * one character was changed always has another. Half the time of a hash that is good for more.
 */
export function lineHash(line: string): number {
  let hash = line.length;
  const end = line.length & ~1;
  for (let index = 0; index < end; index += 2) {
    hash = (Math.imul(hash, WEIGHT) + (line.charCodeAt(index) | (line.charCodeAt(index + 1) << 16))) | 0;
  }
  return end === line.length ? hash : (Math.imul(hash, WEIGHT) + line.charCodeAt(end)) | 0;
}

/** The hash of a cell whose lines have these hashes: what has hashed its lines already need not go through its text again. */
export function linesHash(lines: readonly number[]): string {
  let hash = lines.length;
  for (const line of lines) {
    hash = Math.imul(hash ^ line, 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  return (hash & 0x7fffffff).toString(36).padStart(HASH_LENGTH, '0');
}

/** The hash by which the name of an MLS is known, whatever its case and punctuation. */
export function mlsHash(name: string): string {
  return cellHash(name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, ''));
}

/** A producer's number as stamps hold it. */
export function stampedId(listingId: string): string {
  return escaped(listingId).length <= LONGEST_ID ? listingId : `#${murmurHash(listingId)}`;
}

/** The text of a stamp, `LONGEST_STAMP` characters at most. */
export function formatStamp(stamp: EventStamp): string {
  const orders = newestOrders(stamp);
  const cells: string[] = [];
  for (const [code, { hash, order }] of stamp.cells) cells.push(code + Math.max(0, orders.indexOf(order)) + hash);
  return [
    VERSION,
    escaped(stamp.listingId),
    stamp.mlsHashes.join(','),
    stamp.content,
    stamp.existence,
    escaped(clipText(stamp.status, LONGEST_STATUS)),
    orders.join(','),
    cells.sort().join(''),
  ].join(';');
}

function newestOrders({ cells }: EventStamp): readonly string[] {
  const met: string[] = [];
  // Nearly every row has its cells from a few messages.
  for (const { order } of cells.values()) if (!met.includes(order)) met.push(order);
  return met.sort().slice(-MOST_ORDERS);
}

/** Reads a stamp; `undefined` for a text that is none. */
export function parseStamp(text: string): EventStamp | undefined {
  const parts = text.split(';');
  if (parts.length !== 8 || parts[0] !== VERSION) return undefined;
  const [, listingId = '', mlsHashes = '', content = '', existence = '', status = '', orders = '', cells = ''] = parts;
  return {
    listingId: unescaped(listingId),
    mlsHashes: mlsHashes === '' ? [] : mlsHashes.split(','),
    content,
    existence,
    status: unescaped(status),
    cells: parseCells(cells, orders.split(',')),
  };
}

function parseCells(text: string, orders: readonly string[]): ReadonlyMap<string, WrittenCell> {
  const cells = new Map<string, WrittenCell>();
  const width = HASH_LENGTH + 2;
  for (let index = 0; index + width <= text.length; index += width) {
    const order = orders[Number(text[index + 1])] ?? '';
    cells.set(text[index] ?? '', { order, hash: text.slice(index + 2, index + width) });
  }
  return cells;
}

function escaped(text: string): string {
  return text.replace(/[%;\n\r]/g, (character) => encodeURIComponent(character).padStart(3, '%'));
}

function unescaped(text: string): string {
  return text.replace(/%(25|3B|0A|0D)/g, (_whole, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
