/** Parses JSON that came from outside, and refuses what is nested so deeply that walking it could end the execution. */
import { failure, type Result, success } from './result.ts';

/** Real messages and settings have a dozen levels; whatever walks them calls itself once a level. */
const MOST_LEVELS = 100;

/** Why a text is not taken as JSON. */
export type JsonProblem = 'notJson' | 'tooDeep';

/** The value of a JSON text. Never throws, whatever the text is. */
export function parseJson(text: string): Result<unknown, JsonProblem> {
  if (isTooDeep(text)) return failure('tooDeep');
  try {
    return success(JSON.parse(text));
  } catch {
    return failure('notJson');
  }
}

const STRING_OR_BRACKET = /"(?:[^"\\]|\\.)*"?|[[{]|[\]}]/gs;

/** Counts the brackets outside of strings, before anything is parsed. */
function isTooDeep(text: string): boolean {
  // Fewer signs than levels: nearly every text.
  if (text.length <= MOST_LEVELS) return false;
  let levels = 0;
  for (const [piece] of text.matchAll(STRING_OR_BRACKET)) {
    if (piece === '[' || piece === '{') levels += 1;
    else if (piece === ']' || piece === '}') levels -= 1;
    if (levels > MOST_LEVELS) return true;
  }
  return false;
}
