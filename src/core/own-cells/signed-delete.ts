/**
 * The tag by which a row's mark shows that its delete was agreed to. Whoever edits cells can write any text into them, but
 * makes no tag: that takes a secret of the person who agreed, which lies in their own properties.
 */
import { murmurHash } from '../terms/murmur-hash.ts';
import { sipHash } from '../terms/sip-hash.ts';

/** What a person agreed to: one delete, in one run. */
export interface AgreedDelete {
  readonly runId: string;
  /** The fingerprint of the delete, which covers where it is sent and what it deletes. */
  readonly fingerprint: string;
}

/** A secret as it is kept: 32 hexadecimal digits, such as a UUID has without its dashes. */
const SECRET = /^[0-9a-f]{32}$/;

/** Whether a text can serve as a secret. */
export function isDeleteSecret(text: string): boolean {
  return SECRET.test(text);
}

/**
 * The tag of a delete that was agreed to: 16 hexadecimal digits.
 *
 * @throws RangeError when the secret is none.
 */
export function signedDelete(secret: string, { runId, fingerprint }: AgreedDelete): string {
  if (!isDeleteSecret(secret)) throw new RangeError('A secret has 32 hexadecimal digits.');
  // Neither a run nor a fingerprint has a space, so no two deletes make one text.
  return sipHash(bytesOfHex(secret), bytesOfText(`delete ${runId} ${fingerprint}`));
}

/** Stands for a set of deletes, in whatever order, that only the person was asked about whose secret it is. */
export function signedDeletes(secret: string, fingerprints: readonly string[]): string {
  if (!isDeleteSecret(secret)) throw new RangeError('A secret has 32 hexadecimal digits.');
  const all = murmurHash([...fingerprints].sort().join(' '));
  return sipHash(bytesOfHex(secret), bytesOfText(`deletes ${fingerprints.length} ${all}`));
}

/** Whether a tag was made by who knows the secret, for this very delete in this very run. */
export function isSignedDelete(secret: string, tag: string, agreed: AgreedDelete): boolean {
  return isDeleteSecret(secret) && tag === signedDelete(secret, agreed);
}

function bytesOfHex(digits: string): readonly number[] {
  return (digits.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16));
}

/** Each unit of the text as two bytes, so that no text is another one's prefix by its spelling. */
function bytesOfText(text: string): Uint8Array {
  const bytes = new Uint8Array(2 * text.length);
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    bytes[2 * index] = unit & 0xff;
    bytes[2 * index + 1] = unit >>> 8;
  }
  return bytes;
}
