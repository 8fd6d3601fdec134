/** A queue that lets only so many tasks run at once, in the order in which they came. */

/** Runs tasks, never more than its width at once. */
export interface Lane {
  /** Starts the task as soon as there is room; answers with what the task answers with. */
  readonly run: <Value>(task: () => Promise<Value>) => Promise<Value>;
}

/** A lane for `width` tasks at a time (at least 1). */
export function createLane(width: number): Lane {
  const waiting: (() => void)[] = [];
  let running = 0;

  async function run<Value>(task: () => Promise<Value>): Promise<Value> {
    if (running < width) running += 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await task();
    } finally {
      leave();
    }
  }

  function leave(): void {
    const next = waiting.shift();
    // The place is handed over rather than freed, so that a newcomer cannot slip in before the one who waited.
    if (next === undefined) running -= 1;
    else next();
  }

  return { run };
}
