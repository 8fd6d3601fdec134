/** Turns descriptions that were written for a web page into plain text. */

const NAMED: ReadonlyMap<string, string> = new Map(
  Object.entries({
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
    nbsp: '\u00a0',
    ndash: '–',
    mdash: '—',
    lsquo: '‘',
    rsquo: '’',
    ldquo: '“',
    rdquo: '”',
    bull: '•',
    hellip: '…',
    middot: '·',
    deg: '°',
    frac12: '½',
    frac14: '¼',
    frac34: '¾',
    sup2: '²',
    times: '×',
    copy: '©',
    reg: '®',
    trade: '™',
    eacute: 'é',
    egrave: 'è',
    aacute: 'á',
    agrave: 'à',
    iacute: 'í',
    oacute: 'ó',
    uacute: 'ú',
    ntilde: 'ñ',
    uuml: 'ü',
    ouml: 'ö',
    auml: 'ä',
    szlig: 'ß',
    ccedil: 'ç',
    euro: '€',
    pound: '£',
    cent: '¢',
  }),
);

const BREAK_TAGS = /<\s*(?:br|\/p|\/div|\/li|\/h[1-6]|\/tr)\b[^>]*>/gi;
/** What is for the browser alone, with what it holds. */
const UNSEEN = /<(script|style)\b[^>]*>[\s\S]*?<\/\1\s*>/gi;
const OTHER_TAGS = /<\/?[a-z][a-z0-9]*(?:\s[^<>]*)?\/?>/gi;
/** What follows the `&` of an entity. */
const ENTITY = /^(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z][a-z0-9]{1,7}));/i;

/**
 * The text of a description: tags that end a line become line breaks, other tags go, entities become what they stand for.
 *
 * An entity counts with its semicolon only: `AT&T` and `&region` stay. They are resolved after the tags went, so that
 * `&lt;b&gt;` stays the text it is.
 */
export function htmlToText(text: string): string {
  const hasTags = text.includes('<');
  if (!hasTags && !text.includes('&')) return text.trim();
  const bare = hasTags ? text.replace(UNSEEN, '').replace(BREAK_TAGS, '\n').replace(OTHER_TAGS, '') : text;
  const plain = withoutEntities(bare);
  return plain.includes('\n') ? withTidyLines(plain) : plain.trim();
}

function withTidyLines(text: string): string {
  return text
    .replace(/[ \t\u00a0]*\n[ \t\u00a0]*/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** Cut at each `&`, since looking for one is quicker than trying a pattern at every character. */
function withoutEntities(text: string): string {
  const parts = text.split('&');
  return parts.map((part, index) => (index === 0 ? part : withoutEntity(part))).join('');
}

/** What follows a `&`, with what the entity stands for. */
function withoutEntity(part: string): string {
  const match = ENTITY.exec(part);
  const stands = match === null ? undefined : resolveEntity(match);
  return stands === undefined || match === null ? `&${part}` : stands + part.slice(match[0].length);
}

/** What an entity stands for; `undefined` for what is none. */
function resolveEntity([, decimal, hexadecimal, name]: RegExpExecArray): string | undefined {
  if (name !== undefined) return NAMED.get(name) ?? NAMED.get(name.toLowerCase());
  const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal);
  const isCharacter = code > 31 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return isCharacter ? String.fromCodePoint(code) : undefined;
}
