/** Cuts a large paste into parts that can be taken in one after the other. */
import { readMessages } from './read-messages.ts';

/**
 * The messages of a text as texts of JSON Lines, each with so many characters at most where its messages allow it. Pieces that
 * could not be read stay as they are, beside a message: a text without any is taken for something else. `undefined` where nothing of it is JSON.
 */
export function splitMessages(text: string, longest: number): readonly string[] | undefined {
  const { isJson, pieces } = readMessages(text);
  if (!isJson) return undefined;
  const parts: string[] = [];
  let lines: string[] = [];
  let length = 0;
  let hasMessage = false;
  for (const piece of pieces) {
    const isMessage = piece.kind === 'json';
    const line = isMessage ? JSON.stringify(piece.node) : piece.raw;
    if (isMessage && hasMessage && length + line.length + 1 > longest) {
      parts.push(lines.join('\n'));
      [lines, length, hasMessage] = [[], 0, false];
    }
    hasMessage ||= isMessage;
    lines.push(line);
    length += line.length + 1;
  }
  return lines.length === 0 ? parts : [...parts, lines.join('\n')];
}
