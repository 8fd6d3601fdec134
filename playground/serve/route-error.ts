/** How a route says no. */
import type { Context } from 'hono';
import type { RouteError } from './wire.ts';

/** An answer that is not 2xx, with the sentence that the page shows. */
export function fail(context: Context, status: 400 | 404 | 409 | 411 | 413 | 422 | 500, message: string): Response {
  return context.json({ message } satisfies RouteError, status);
}
