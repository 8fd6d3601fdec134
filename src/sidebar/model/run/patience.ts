/** Trying a step again whose answer got lost. */
import type { Answer, ShownFailure } from '../../bridge/server-bridge.ts';

/**
 * How long to wait before each further try of a step whose answer got lost, in milliseconds. The lost step may still be
 * at work on the server, which then answers `busy`.
 */
const PATIENCE_MS: readonly number[] = [1000, 2000, 5000, 10_000, 20_000];

/** What trying again needs of its surroundings. */
export interface Patience {
  /** Waits for milliseconds. */
  readonly sleep: (delayMs: number) => Promise<void>;
  /** Whether anybody still waits for the answer. */
  readonly isWanted: () => boolean;
}

/** Does a step that is harmless to do twice, until it has an answer that trying again would not change. */
export async function patiently<T>(step: () => Promise<Answer<T>>, { sleep, isWanted }: Patience): Promise<Answer<T>> {
  let answer = await step();
  for (const delayMs of PATIENCE_MS) {
    if (answer.ok || !mayPass(answer.error)) return answer;
    await sleep(delayMs);
    if (!isWanted()) return answer;
    answer = await step();
  }
  return answer;
}

/** Whether the call may have done its work all the same. */
export function isLostAnswer(failure: ShownFailure): boolean {
  return failure.kind === 'offline' || failure.kind === 'noAnswer';
}

/** Whether the trouble may be over in a moment. */
function mayPass(failure: ShownFailure): boolean {
  return isLostAnswer(failure) || failure.kind === 'busy';
}
