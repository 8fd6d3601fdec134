/** Cuts a text into pieces that a store can keep. */

/**
 * The pieces of a text, in order, none longer than asked for; none for the empty text. A character beyond the first 65,536 is two
 * units, which apart are no text that a store could keep: such a pair stays together.
 */
export function splitText(text: string, longest: number): readonly string[] {
  const pieces: string[] = [];
  for (let start = 0; start < text.length; ) {
    const isPairCut = /[\ud800-\udbff]/.test(text.charAt(start + longest - 1));
    const end = start + longest - (isPairCut ? 1 : 0);
    pieces.push(text.slice(start, end));
    start = end;
  }
  return pieces;
}
