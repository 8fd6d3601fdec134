/** Finds the messages in what somebody pasted or an inbox answered. */
import { parseJson } from '../terms/parse-json.ts';
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

// The backtick is spelled out: Google strips what it takes for comments inside template literals, so the page has none.
const TOO_DEEP = 'This is nested too deeply to be a message.';

const FENCE = /^\x60{3}[\w-]*[ \t]*\r?\n([\s\S]*?)\r?\n?\x60{3}\s*$/;

/**
 * Reads a message, a list of messages, an inbox page (`contains`) or JSON Lines; a byte-order mark and a Markdown fence around it
 * are taken off. A line that is no JSON among others that are is kept as it stands.
 */
export function readMessages(text: string): Pieces {
  const bare = withoutWrapping(text);
  const whole = parseJson(bare);
  if (!whole.ok && whole.error === 'tooDeep') return { isJson: true, pieces: [unreadable(bare, TOO_DEEP)] };
  if (whole.ok) return { isJson: true, pieces: piecesOf(whole.value) };
  const lines = bare.split(/\r\n|\n|\r/).filter((line) => line.trim() !== '');
  const read = lines.map((line) => ({ line, parsed: parseJson(line) }));
  const isJson = read.some(({ parsed }) => parsed.ok && typeof parsed.value === 'object' && parsed.value !== null);
  if (!isJson) return { isJson: false, pieces: [] };
  const pieces = read.flatMap(({ line, parsed }): readonly Piece[] =>
    parsed.ok ? piecesOf(parsed.value) : [unreadable(line, 'This line is no JSON.')],
  );
  return { isJson: true, pieces };
}

/** The pieces of parsed JSON. */
export function piecesOf(value: unknown): readonly Piece[] {
  if (Array.isArray(value)) return value.flatMap(piecesOf);
  const node = nodeOf(value);
  if (node === undefined)
    return [unreadable(JSON.stringify(value) ?? '', 'This is no message, which is a JSON object.')];
  const { contains } = node;
  return Array.isArray(contains) && typeof node.topic !== 'string'
    ? contains.flatMap(piecesOf)
    : [{ kind: 'json', node }];
}

function withoutWrapping(text: string): string {
  const bare = text.replace(/^\uFEFF/, '').trim();
  return (FENCE.exec(bare)?.[1] ?? bare).replace(/^\uFEFF/, '').trim();
}

function unreadable(raw: string, why: string): Piece {
  return { kind: 'unreadable', raw, why };
}
