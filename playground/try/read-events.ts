/** Reads a file of messages into parts that the add-on takes, one call for each. */
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { type Attempt, done, problem } from './attempt.ts';

const EVENT_EXTENSIONS = ['.json', '.jsonl', '.ndjson'];

/** The add-on takes 5 MB at once; messages are not cut in half. */
const LONGEST_PART = 4_000_000;

/** Whether a file holds messages rather than rows. */
export function isEventsFile(path: string): boolean {
  return EVENT_EXTENSIONS.includes(extname(path).toLowerCase());
}

/** The messages of a file, as texts; what is no message is left to the add-on to say. */
export async function readEventsFile(path: string): Promise<Attempt<readonly string[]>> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    return problem(`${path} could not be read: ${error instanceof Error ? error.message : String(error)}.`);
  }
  if (text.trim() === '') return problem(`${path} is empty.`);
  return done(text.length <= LONGEST_PART ? [text] : partsOf(piecesOf(text)));
}

/** The members of a list or of an inbox page; else the lines. */
function piecesOf(text: string): readonly string[] {
  const bare = text.replace(/^\uFEFF/, '');
  try {
    const whole: unknown = JSON.parse(bare);
    const page = typeof whole === 'object' && whole !== null && 'contains' in whole ? whole.contains : whole;
    return Array.isArray(page) ? page.map((message) => JSON.stringify(message)) : [bare];
  } catch {
    return bare.split(/\r?\n/);
  }
}

function partsOf(pieces: readonly string[]): readonly string[] {
  const parts: string[][] = [[]];
  let length = 0;
  for (const piece of pieces) {
    if (length + piece.length > LONGEST_PART) {
      parts.push([]);
      length = 0;
    }
    parts[parts.length - 1]?.push(piece);
    length += piece.length + 1;
  }
  return parts.map((part) => part.join('\n'));
}
