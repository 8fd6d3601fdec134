/** Keeps the playground private to this machine and this page. */
import type { MiddlewareHandler } from 'hono';

/**
 * Refuses every request that was not made by a page of this very server: a foreign `Host` (DNS rebinding), a foreign
 * `Origin`, or a request a browser says comes from another site. Without it any website open in the same browser could
 * drive the playground.
 *
 * @see https://developer.mozilla.org/docs/Web/HTTP/Reference/Headers/Sec-Fetch-Site (read 2026-11-21).
 */
export const loopbackOnly: MiddlewareHandler = async (context, next) => {
  const host = context.req.header('host') ?? '';
  const origin = context.req.header('origin');
  const site = context.req.header('sec-fetch-site');
  const isOwnHost = /^(127\.0\.0\.1|localhost)(:\d+)?$/.test(host);
  const isOwnOrigin = origin === undefined || origin === `http://${host}`;
  // `none` is an address typed by hand; the frames are navigations the page itself starts.
  const isOwnSite = site === undefined || site === 'same-origin' || (site === 'none' && context.req.method === 'GET');
  if (!isOwnHost || !isOwnOrigin || !isOwnSite) {
    return context.json({ message: 'The playground answers only to its own page on this machine.' }, 403);
  }
  return next();
};
