/** Parses JSON that came from outside, and knows what is nested so deeply that walking it could end the execution. */
import { failure, type Result, success } from './result.ts';

/** Real messages and settings have a dozen levels; whatever walks them calls itself once a level. */
const MOST_LEVELS = 100;

/** Why a text is not taken as JSON. */
export type JsonProblem = 'notJson' | 'tooDeep';

/** The value of a JSON text, unless it is nested too deeply. Never throws, whatever the text is. */
export function parseJson(text: string): Result<unknown, JsonProblem> {
  const json = parseDeepJson(text);
  // Fewer signs than levels: nearly every text.
  if (!json.ok || text.length <= MOST_LEVELS) return json;
  return isTooDeep(json.value) ? failure('tooDeep') : json;
}

/** The value of a JSON text, which only who asks `isTooDeep` of its parts may walk. Never throws. */
export function parseDeepJson(text: string): Result<unknown, 'notJson'> {
  try {
    // V8 parses without calling itself, so that depth is no danger here. @see https://v8.dev/blog/v8-release-76 (read 2026-11-30).
    return success(JSON.parse(text));
  } catch {
    return failure('notJson');
  }
}

/** Whether a value of JSON has more levels than anything real. */
export function isTooDeep(value: unknown): boolean {
  return isBranch(value) && isDeeperThan(MOST_LEVELS, value);
}

/** Calls itself no more often than there may be levels. */
function isDeeperThan(levels: number, branch: Branch): boolean {
  if (levels === 0) return true;
  if (Array.isArray(branch)) {
    for (const item of branch) if (isBranch(item) && isDeeperThan(levels - 1, item)) return true;
    return false;
  }
  // A list of an object's members would take six times as long as looking at them.
  for (const name in branch) {
    const member = branch[name];
    if (isBranch(member) && isDeeperThan(levels - 1, member)) return true;
  }
  return false;
}

type Branch = Readonly<Record<string, unknown>>;

function isBranch(value: unknown): value is Branch {
  return typeof value === 'object' && value !== null;
}
