/** Cuts a large paste into parts that can be taken in one after the other. */
import { readMessages } from './read-messages.ts';

/**
 * The messages of a text as texts of JSON Lines, each with so many characters at most where its messages allow it. Pieces that
 * could not be read stay as they are, a line each. `undefined` where nothing of it is JSON.
 */
export function splitMessages(text: string, longest: number): readonly string[] | undefined {
  const { isJson, pieces } = readMessages(text);
  if (!isJson) return undefined;
  const parts: string[] = [];
  let lines: string[] = [];
  let length = 0;
  for (const piece of pieces) {
    const line = piece.kind === 'json' ? JSON.stringify(piece.node) : piece.raw;
    if (length + line.length + 1 > longest && lines.length > 0) {
      parts.push(lines.join('\n'));
      [lines, length] = [[], 0];
    }
    lines.push(line);
    length += line.length + 1;
  }
  return lines.length === 0 ? parts : [...parts, lines.join('\n')];
}
