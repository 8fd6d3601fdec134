/** Finds the messages in what somebody pasted or an inbox answered. */
import { isTooDeep, parseDeepJson } from '../terms/parse-json.ts';
import { findJson } from './find-json.ts';
import { type JsonNode, nodeOf } from './json-node.ts';

/** One piece of the text: a message as JSON, or what could not be read. */
export type Piece =
  | { readonly kind: 'json'; readonly node: JsonNode }
  | { readonly kind: 'unreadable'; readonly raw: string; readonly why: string };

/** What was found in a text; `isJson` is false where nothing of it is. */
export interface Pieces {
  readonly isJson: boolean;
  readonly pieces: readonly Piece[];
}

const TOO_DEEP = 'This is nested too deeply to be a message.';

/** How many lists a message may stand in: a list, a page, and a few of them in each other. */
const MOST_LISTS = 5;

// The backtick is spelled out: Google strips what it takes for comments inside template literals, so the page has none.
const FENCE = /^\x60{3}[\w-]*[ \t]*\r?\n([\s\S]*?)\r?\n?\x60{3}\s*$/;

/**
 * Reads a message, a list of messages, an inbox page (`contains`), JSON Lines, or JSON one after the other; a byte-order mark and a
 * Markdown fence around it are taken off. What is no JSON among what is, such as a broken line, is kept as it stands.
 */
export function readMessages(text: string): Pieces {
  const bare = withoutWrapping(text);
  const whole = parseDeepJson(bare);
  if (whole.ok) return { isJson: true, pieces: piecesOf(whole.value) };
  const found = findJson(bare.replace(/\r\n?/g, '\n'));
  const isJson = found.some((part) => 'value' in part && typeof part.value === 'object' && part.value !== null);
  if (!isJson) return { isJson: false, pieces: [] };
  const pieces = found.flatMap((part): readonly Piece[] =>
    'value' in part
      ? piecesOf(part.value)
      : [unreadable(part.text, `${part.text.includes('\n') ? 'This' : 'This line'} is no JSON.`)],
  );
  return { isJson: true, pieces };
}

/** The pieces of parsed JSON, however deep it is: one that is too deep to be a message does not take others with it. */
export function piecesOf(value: unknown): readonly Piece[] {
  return piecesIn(value, MOST_LISTS);
}

function piecesIn(value: unknown, lists: number): readonly Piece[] {
  if (Array.isArray(value)) return piecesOfList(value, lists);
  const node = nodeOf(value);
  if (node === undefined) return [unreadable(written(value), 'This is no message, which is a JSON object.')];
  const { contains } = node;
  if (Array.isArray(contains) && typeof node.topic !== 'string') return piecesOfList(contains, lists);
  return [isTooDeep(node) ? unreadable(written(node), TOO_DEEP) : { kind: 'json', node }];
}

function piecesOfList(items: readonly unknown[], lists: number): readonly Piece[] {
  return lists === 0 ? [unreadable(written(items), TOO_DEEP)] : items.flatMap((item) => piecesIn(item, lists - 1));
}

function written(value: unknown): string {
  try {
    return JSON.stringify(value) ?? '';
  } catch {
    // Writing calls itself once a level, which thousands of them end.
    return '(nested so deeply that it cannot be written down)';
  }
}

function withoutWrapping(text: string): string {
  const bare = text.replace(/^\uFEFF/, '').trim();
  return (FENCE.exec(bare)?.[1] ?? bare).replace(/^\uFEFF/, '').trim();
}

function unreadable(raw: string, why: string): Piece {
  return { kind: 'unreadable', raw, why };
}
