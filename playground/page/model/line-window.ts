/** Which lines of a long list have to be drawn when some of them are unfolded. */

/** Height of a folded line in pixels. */
export const LINE_HEIGHT = 27;
/** Height of what an unfolded line shows below itself, in pixels. */
export const DETAIL_HEIGHT = 236;
/** Lines drawn above and below the view, so that fast scrolling shows no gaps. */
const OVERSCAN = 8;

/** How far a list is scrolled and how much of it is seen, in pixels. */
export interface ListView {
  readonly top: number;
  readonly height: number;
}

/** Where a line begins, in pixels from the first; with the number of lines as its index, how long the list is. */
export function lineTop(lineIndex: number, unfolded: readonly number[]): number {
  const unfoldedAbove = unfolded.filter((index) => index < lineIndex).length;
  return lineIndex * LINE_HEIGHT + unfoldedAbove * DETAIL_HEIGHT;
}

/** The lines to draw, ascending: those in view, a few around them, and the one that holds the keyboard's focus. */
export function linesToDraw(
  { top, height }: ListView,
  lineCount: number,
  unfolded: readonly number[],
  focused: number | undefined,
): readonly number[] {
  const first = Math.max(0, lineAt(top, lineCount, unfolded) - OVERSCAN);
  const end = Math.min(lineCount, lineAt(top + height, lineCount, unfolded) + 1 + OVERSCAN);
  const drawn = Array.from({ length: Math.max(0, end - first) }, (_, offset) => first + offset);
  const isFocusedAway = focused !== undefined && focused < lineCount && !drawn.includes(focused);
  return isFocusedAway ? [...drawn, focused].sort((one, other) => one - other) : drawn;
}

/** The last line that begins at or above a height. */
function lineAt(pixels: number, lineCount: number, unfolded: readonly number[]): number {
  let low = 0;
  let high = lineCount;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (lineTop(middle, unfolded) <= pixels) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return Math.max(0, low - 1);
}
