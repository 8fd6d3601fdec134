/** Parses JSON that came from outside, and refuses what is nested so deeply that walking it could end the execution. */
import { failure, type Result, success } from './result.ts';

/** Real messages and settings have a dozen levels; whatever walks them calls itself once a level. */
const MOST_LEVELS = 100;

/** Why a text is not taken as JSON. */
export type JsonProblem = 'notJson' | 'tooDeep';

/** The value of a JSON text. Never throws, whatever the text is. */
export function parseJson(text: string): Result<unknown, JsonProblem> {
  let value: unknown;
  try {
    // V8 parses without calling itself, so that depth is no danger here. @see https://v8.dev/blog/v8-release-76 (read 2026-11-30).
    value = JSON.parse(text);
  } catch {
    return failure('notJson');
  }
  // Fewer signs than levels: nearly every text.
  if (text.length <= MOST_LEVELS) return success(value);
  return isDeeperThan(MOST_LEVELS, value) ? failure('tooDeep') : success(value);
}

/** Calls itself no more often than there may be levels. */
function isDeeperThan(levels: number, value: unknown): boolean {
  if (!isBranch(value)) return false;
  if (levels === 0) return true;
  if (Array.isArray(value)) return value.some((item) => isDeeperThan(levels - 1, item));
  // A list of an object's members would take six times as long as looking at them.
  for (const name in value) {
    if (isDeeperThan(levels - 1, value[name])) return true;
  }
  return false;
}

function isBranch(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
