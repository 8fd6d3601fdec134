/** How many requests may be sent at the same time: a page of its own, so that the sidebar loads no library of schemas for it. */

/** The platform documents no limit, and Google runs about half as many of a `fetchAll` at a time. */
export const DEFAULT_REQUESTS_AT_ONCE = 40;

/** Whether a value is a number that may be chosen. */
export function isRequestsAtOnce(value: unknown): boolean {
  return Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 100;
}
