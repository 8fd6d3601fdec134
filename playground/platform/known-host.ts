/** Tells requests that are meant for the stand-in from those that a web page sent it under another name. */

/** The host that the documents name, which the emulator's requests are addressed to wherever they are sent. */
const DOCUMENTED_HOST = 'usapi.hottask.com';

/**
 * Whether a `Host` is one of the stand-in's: this machine's, or the platform's own. A page whose name was made to lead here
 * (DNS rebinding) says the name of the page.
 *
 * @see https://developer.mozilla.org/docs/Web/HTTP/Reference/Headers/Host (read 2026-11-29).
 */
export function isKnownHost(host: string | undefined): boolean {
  const name = (host ?? '').replace(/:\d{1,5}$/, '').toLowerCase();
  return [DOCUMENTED_HOST, '127.0.0.1', 'localhost'].includes(name);
}
