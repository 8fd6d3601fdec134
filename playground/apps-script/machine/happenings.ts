/** What a test lets happen at a service call of an execution: before it takes effect, or right after. */
import type { ServiceCall } from '../emulator.ts';
import type { Side, Watched } from './happening-operations.ts';

/** Which of the calls: the n-th from now on, counted from 1, or each that fits. */
type Wanted = number | ((call: ServiceCall) => boolean);

/** What is done there. The execution stands still until it is over. */
type Act = (call: ServiceCall) => void | Promise<void>;

interface Happening {
  readonly side: Side;
  readonly callName: string;
  readonly act: Act;
  isNext(call: ServiceCall): boolean;
}

/** Everything that shall happen. */
export class Happenings {
  readonly #happenings = new Set<Happening>();

  /** Lets something happen; calling the result ends it. The n-th call is met once, a call that fits every time. */
  add(side: Side, callName: string, wanted: Wanted, act: Act): () => void {
    let left = typeof wanted === 'number' ? wanted : Number.POSITIVE_INFINITY;
    const happening: Happening = {
      side,
      callName,
      act,
      isNext: (call) => {
        if (typeof wanted === 'function') return wanted(call);
        left -= 1;
        if (left !== 0) return false;
        this.#happenings.delete(happening);
        return true;
      },
    };
    this.#happenings.add(happening);
    return () => {
      this.#happenings.delete(happening);
    };
  }

  /** The names of the calls at which something may happen. */
  watched(): Watched {
    const namesOn = (side: Side) =>
      [...this.#happenings].filter((happening) => happening.side === side).map(({ callName }) => callName);
    return { before: namesOn('before'), after: namesOn('after') };
  }

  /** Lets happen what shall happen at a call, one after the other. */
  async meet(side: Side, call: ServiceCall): Promise<void> {
    for (const happening of [...this.#happenings]) {
      if (happening.side !== side || happening.callName !== call.name) continue;
      if (happening.isNext(call)) await happening.act(call);
    }
  }
}
