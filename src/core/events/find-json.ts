/** Finds JSON in a text that as a whole is none: a value a line, values one after the other, broken ones among them. */
import { parseDeepJson } from '../terms/parse-json.ts';

/** A value that was found, or text between values. */
export type FoundJson = { readonly value: unknown } | { readonly text: string };

/** Brackets that are open at once; what has more is looked at a line at a time. It also bounds how often a text is gone through. */
const MOST_OPEN = 100;

/** How many blanks behind the bracket of a list are looked at. */
const MOST_BLANKS = 100;

const [OPENS_OBJECT, CLOSES_OBJECT, OPENS_LIST, CLOSES_LIST] = [0x7b, 0x7d, 0x5b, 0x5d];
const [QUOTES, ESCAPES, ENDS_LINE] = [0x22, 0x5c, 0x0a];

/** Commas, brackets and fences between values say nothing. */
const SAYS_NOTHING = /^(?:[\s,;[\]{}]*|\s*\x60{3}[\w-]*\s*)$/;

/** The opening bracket of a list whose items are looked at one by one. */
const LIST_OF_OBJECTS = /^\[\s*(?:\{|\n|$)/;

/**
 * The parts of a text, in their order; lines end with `\n`. An object that is broken stands for itself, with the lines behind it that are
 * indented or begin no value: so do those of a message that was cut off. A list that is broken gives what can be read of it.
 */
export function findJson(text: string): readonly FoundJson[] {
  const found: FoundJson[] = [];
  let broken = '';
  let brokenColumn = Number.POSITIVE_INFINITY;
  const endBroken = () => {
    if (!SAYS_NOTHING.test(broken)) found.push({ text: broken });
    [broken, brokenColumn] = ['', Number.POSITIVE_INFINITY];
  };
  for (let at = startOfNext(text, 0); at < text.length; ) {
    const column = columnOf(text, at);
    const part = column > brokenColumn ? undefined : valueAt(text, at);
    if (part !== undefined) {
      endBroken();
      found.push({ value: part.value });
      at = startOfNext(text, part.end);
    } else if (column <= brokenColumn && LIST_OF_OBJECTS.test(text.slice(at, at + MOST_BLANKS))) {
      at = startOfNext(text, at + 1);
    } else {
      const end = endOfLine(text, at);
      if (text[at] === '{' && column <= brokenColumn) {
        endBroken();
        brokenColumn = column;
      }
      const line = text.slice(at - blanksBefore(text, at), end);
      broken = broken === '' ? line : `${broken}\n${line}`;
      at = startOfNext(text, end);
    }
  }
  endBroken();
  return found;
}

/** The object or list that begins at a place. Brackets come first: a text that cannot be parsed costs as much as a thousand that can. */
function valueAt(text: string, start: number): { readonly value: unknown; readonly end: number } | undefined {
  if (!/[{[]/.test(text.charAt(start))) return undefined;
  const end = endOfBrackets(text, start);
  if (end === undefined) return undefined;
  const value = parseDeepJson(text.slice(start, end));
  return value.ok ? { value: value.value, end } : undefined;
}

/**
 * Where the bracket that opens at a place is closed again; `undefined` where it is not, where a string in it does not end, or where too
 * many are open at the end of a line. Which bracket closes which is for the parser to say.
 */
function endOfBrackets(text: string, start: number): number | undefined {
  let open = 0;
  for (let at = start; at < text.length; at += 1) {
    switch (text.charCodeAt(at)) {
      case OPENS_OBJECT:
      case OPENS_LIST:
        open += 1;
        break;
      case CLOSES_OBJECT:
      case CLOSES_LIST:
        open -= 1;
        break;
      case QUOTES:
        at = endOfString(text, at);
        break;
      case ENDS_LINE:
        if (open > MOST_OPEN) return undefined;
        break;
    }
    if (open === 0) return at + 1;
  }
  return undefined;
}

/** The place of the quotation mark that ends a string of JSON, which is on the same line; beyond the text where there is none. */
function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    const sign = text.charCodeAt(at);
    if (sign === QUOTES) return at;
    if (sign === ENDS_LINE) break;
    if (sign === ESCAPES) at += 1;
  }
  return text.length;
}

/** Past the blanks and commas between values. */
function startOfNext(text: string, from: number): number {
  let at = from;
  while (at < text.length && /[\s,;\uFEFF]/.test(text.charAt(at))) at += 1;
  return at;
}

/** How far a place is indented, or stands behind something else in its line. */
function columnOf(text: string, at: number): number {
  return at - text.lastIndexOf('\n', at - 1) - 1;
}

function blanksBefore(text: string, at: number): number {
  let count = 0;
  while (/[ \t]/.test(text.charAt(at - count - 1))) count += 1;
  return count;
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end === -1 ? text.length : end;
}
