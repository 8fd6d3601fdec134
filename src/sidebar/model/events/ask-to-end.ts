/** Takes in all there is, call by call, since one call of the server has little time. */
import type { EventsPublished, EventsTaken, InboxPolled } from '../../../core/contract/events-view.ts';
import { addTaken, told } from '../../../core/contract/shared-rules.ts';
import type { Answer } from '../../bridge/server-bridge.ts';

/** Asks until nothing more is there; what the calls have done is told together. */
export async function askToEnd(ask: () => Promise<Answer<InboxPolled | null>>): Promise<Answer<EventsPublished>> {
  let sum: EventsTaken | undefined;
  for (;;) {
    const answer = await ask();
    if (!answer.ok) return answer;
    const taken = answer.value;
    if (taken !== null) sum = sum === undefined ? taken : told(addTaken(sum, taken));
    if (taken?.hasMore !== true) return { ok: true, value: { message: sum?.message ?? '' } };
  }
}
