/** Takes keys and secrets out of what people paste, before anything of it is kept. */

const MASK = '•••';

/** Members and header lines that hold secrets, with their value. Names such as `originatingSystemKey` are no such members. */
const NAMED_SECRET =
  /("?\b(?:x-api-key|api[-_ ]?key|authorization|chatrobot-sessionkey|secret(?:[-_ ]?key)?|client[-_ ]?secret|password|passwd|access[-_ ]?token|refresh[-_ ]?token|private[-_ ]?key)"?\s*[:=]\s*)(?:"(?:[^"\\]|\\.)*"|'[^']*'|(?:Bearer\s+)?[^\s,;}"']+)/gi;
const BEARER = /\b(Bearer\s+)[\w.~+/=-]{8,}/g;

/** The text with every secret as `•••`; JSON stays JSON. */
export function maskSecrets(text: string, knownSecrets: readonly string[] = []): string {
  const named = text.replace(NAMED_SECRET, (_whole, name: string) => `${name}"${MASK}"`).replace(BEARER, `$1${MASK}`);
  return knownSecrets
    .filter((secret) => secret !== '')
    .reduce((masked, secret) => masked.split(secret).join(MASK), named);
}
