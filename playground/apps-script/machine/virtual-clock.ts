/** Google's clock: virtual, never going back, moved by what executions cost. */

/** A clock that follows real time plus what was added, or only what was added when it starts at a given time. */
export class VirtualClock {
  readonly #isReal: boolean;
  #addedMs: number;
  #lastMs = Number.NEGATIVE_INFINITY;

  /** @param startsAtMs Where the clock stands at first; absent: it follows real time. */
  constructor(startsAtMs: number | undefined) {
    this.#isReal = startsAtMs === undefined;
    this.#addedMs = startsAtMs ?? 0;
  }

  /** Milliseconds since the epoch. */
  now(): number {
    const readMs = (this.#isReal ? Date.now() : 0) + this.#addedMs;
    // The machine's own clock may be set back; ours must not follow it there.
    this.#lastMs = Math.max(this.#lastMs, readMs);
    return this.#lastMs;
  }

  /** Moves the clock to a time, unless it is there already. */
  reach(timeMs: number): void {
    const missingMs = timeMs - this.now();
    if (missingMs > 0) this.#addedMs += missingMs;
  }
}
