/** When a request is sent again, and when it is given up. */

/** Tries per request, the first one included. */
export const MAX_ATTEMPTS = 4;

/** Longest first wait; each further wait may be twice as long. */
const BASE_DELAY_MS = 1_000;

/** Longest wait the add-on chooses by itself. */
const MAX_DELAY_MS = 30_000;

/**
 * How long to wait before the next try: exponential with full jitter, and never shorter than the platform asked for.
 *
 * @param attempts Tries made so far, at least 1.
 * @param random A number in [0, 1).
 * @param retryAfterMs What the platform asked for, if anything.
 * @see https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter "full jitter" (read 2026-11-21).
 */
export function backoffMs(attempts: number, random: number, retryAfterMs = 0): number {
  const ceilingMs = Math.min(MAX_DELAY_MS, BASE_DELAY_MS * 2 ** (attempts - 1));
  return Math.max(retryAfterMs, Math.round(random * ceilingMs));
}
