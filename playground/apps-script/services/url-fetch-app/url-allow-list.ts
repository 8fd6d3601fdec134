/** The manifest's `urlFetchWhitelist`: which addresses a script may fetch. */

/**
 * Whether an address is one of the list or below one of them. A leading `*.` stands for any one label or more.
 *
 * @see https://developers.google.com/apps-script/manifest/allowlist-url (read 2026-11-21)
 */
export function isUrlAllowed(url: string, allowList: readonly string[]): boolean {
  if (!URL.canParse(url)) return false;
  const wanted = new URL(url);
  return allowList.some((prefix) => doesMatch(wanted, prefix));
}

function doesMatch(wanted: URL, prefix: string): boolean {
  const shape = /^https:\/\/(\*\.)?([^/]+)(\/.*)$/.exec(prefix);
  if (shape === null || wanted.protocol !== 'https:') return false;
  const [, wildcard, host = '', path = ''] = shape;
  const isHost = wildcard === undefined ? wanted.host === host : wanted.host.endsWith(`.${host}`);
  return isHost && isBelow(wanted.pathname + wanted.search, path);
}

/** `/foo` allows `/foo`, `/foo/bar` and `/foo?bar`, but not `/foobar`. */
function isBelow(path: string, prefix: string): boolean {
  if (!path.startsWith(prefix)) return false;
  const next = path.charAt(prefix.length);
  return prefix.endsWith('/') || next === '' || next === '/' || next === '?';
}
