/** Takes keys and secrets out of what people paste and senders send, before anything of it is kept. */
import { nodeOf } from './json-node.ts';

const MASK = '•••';

/** What keys and secrets are called. Names such as `originatingSystemKey` are no such names. */
const SECRET_NAMES =
  'x-api-key|api[-_ ]?key|authorization|chatrobot-sessionkey|secret[-_ ]?key|client[-_ ]?secret|password|passwd|access[-_ ]?token|refresh[-_ ]?token|private[-_ ]?key';

const SECRET_MEMBER = new RegExp(`^(?:${SECRET_NAMES}|secret)$`, 'i');

/** A name and its value, as in a header line, a form or a piece of JSON. */
const NAMED_SECRET = new RegExp(
  `(\\b(?:${SECRET_NAMES}|secret(?="))"?\\s*[:=]\\s*)(?:"(?:[^"\\\\]|\\\\.)*"?|'[^']*'?|(?:Bearer\\s+)?[^\\s,;}"']+)`,
  'gi',
);
const BEARER = /\b(Bearer\s+)[\w.~+/=-]{8,}/g;

/** Members whose texts are public addresses: a token in one is a part of it. */
const PUBLIC_MEMBERS: ReadonlySet<string> = new Set(['image']);

/** A text, such as a line that is no JSON, with `•••` for every value that is named as a secret. */
export function maskSecrets(text: string): string {
  return text
    .replace(NAMED_SECRET, (whole: string, name: string) => (whole.endsWith('"') ? `${name}"${MASK}"` : name + MASK))
    .replace(BEARER, `$1${MASK}`);
}

/** A message whose secrets are `•••`: members by their name, and what texts call a secret. */
export function maskMessage(value: unknown): unknown {
  if (typeof value === 'string') return maskSecrets(value);
  if (Array.isArray(value)) return value.map(maskMessage);
  const node = nodeOf(value);
  if (node === undefined) return value;
  return Object.fromEntries(
    Object.entries(node).map(([name, member]) => {
      if (PUBLIC_MEMBERS.has(name)) return [name, member];
      return [name, SECRET_MEMBER.test(name) && isScalar(member) ? MASK : maskMessage(member)];
    }),
  );
}

/** A text without the secrets that this file knows: they belong into no cell, whatever they are called. */
export function hideKnown(text: string, secrets: readonly string[]): string {
  return secrets
    .filter((secret) => secret !== '')
    .reduce((hidden, secret) => (hidden.includes(secret) ? hidden.split(secret).join(MASK) : hidden), text);
}

function isScalar(value: unknown): boolean {
  return typeof value === 'number' || (typeof value === 'string' && value !== '');
}
