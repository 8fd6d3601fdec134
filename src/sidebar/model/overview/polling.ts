/** When to ask again how the spreadsheet stands: Apps Script cannot tell a sidebar that the selection moved. */

/** What polling needs of its surroundings. */
export interface PollingSurroundings {
  /** Asks once; answers with whether it went well. */
  readonly poll: () => Promise<boolean>;
  /** Whether anybody can see the sidebar, and nothing else makes asking pointless. */
  readonly isWorthwhile: () => boolean;
  /** Whether a run goes on, of which a person wants to see every wave. */
  readonly isRunWatched?: () => boolean;
  /** The time in milliseconds since any fixed moment. */
  readonly nowMs: () => number;
}

/** A running poll. */
export interface Polling {
  /** Somebody is at work here: asks now, unless that just happened, and returns to the quick pace. */
  readonly wake: () => void;
  /** Something changed in the spreadsheet: returns to the quick pace. */
  readonly noteActivity: () => void;
  readonly stop: () => void;
}

const RUN_MS = 1_000;
const QUICK_MS = 4_000;
const SLOW_MS = 15_000;
const SLOWEST_MS = 60_000;
/** A pointer that crosses the sidebar's edge again and again is no reason to ask again and again. */
const FRESH_MS = 1_000;
const QUICK_FOR_MS = 60_000;
const SLOW_FOR_MS = 600_000;

/** How long to wait before asking again, in milliseconds: longer when nobody does anything or asking keeps failing. */
export function pollDelayMs(idleMs: number, failuresInARow: number): number {
  const paceMs = idleMs < QUICK_FOR_MS ? QUICK_MS : idleMs < SLOW_FOR_MS ? SLOW_MS : SLOWEST_MS;
  return Math.min(paceMs * 2 ** failuresInARow, SLOWEST_MS);
}

/** Asks at once and then again and again; a question is asked only when the one before was answered. */
export function startPolling({ poll, isWorthwhile, isRunWatched, nowMs }: PollingSurroundings): Polling {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isAsking = false;
  let isStopped = false;
  let failuresInARow = 0;
  let lastActivityMs = nowMs();
  let lastAnswerMs = Number.NEGATIVE_INFINITY;

  async function askOnce(): Promise<void> {
    if (isAsking || isStopped) return;
    clearTimeout(timer);
    isAsking = true;
    if (isWorthwhile()) failuresInARow = (await poll()) ? 0 : failuresInARow + 1;
    isAsking = false;
    lastAnswerMs = nowMs();
    const isQuickest = failuresInARow === 0 && isRunWatched?.() === true;
    const delayMs = isQuickest ? RUN_MS : pollDelayMs(nowMs() - lastActivityMs, failuresInARow);
    if (!isStopped) timer = setTimeout(askOnce, delayMs);
  }

  const noteActivity = (): void => {
    lastActivityMs = nowMs();
  };
  void askOnce();
  return {
    noteActivity,
    wake: () => {
      noteActivity();
      if (nowMs() - lastAnswerMs >= FRESH_MS) void askOnce();
    },
    stop: () => {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}
