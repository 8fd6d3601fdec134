/** Keeps the key out of texts that come back from outside. */

/** Removes the key from a text that comes from outside, also where it is spelled for an address, for JSON or for HTML. */
export function withoutKey(text: string, key: string): string {
  const parts = key.match(/\\+|[^\\]/g);
  return parts === null ? text : text.replace(new RegExp(parts.map(spellingsOf).join(''), 'gi'), '••••');
}

/** Signs that HTML has a name for. */
const HTML_NAMES: Readonly<Record<string, string>> = { '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot', "'": 'apos' };

/** @param part One sign, or backslashes in a row, of which JSON makes twice as many. */
function spellingsOf(part: string): string {
  const sign = part.slice(0, 1);
  const count = part.length;
  const code = sign.charCodeAt(0);
  const hex = code.toString(16).padStart(2, '0');
  if (sign === '\\') return `(?:\\\\{${count},${2 * count}}|(?:%${hex}){${count}})`;
  const name = HTML_NAMES[sign];
  return `(?:\\x${hex}|%${hex}|\\\\\\x${hex}|\\\\u00${hex}|&#x0*${hex};|&#0*${code};${name === undefined ? '' : `|&${name};`})`;
}
