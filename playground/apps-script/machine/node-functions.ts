/** What the realm lacks and Node has. */
import { createHash, createHmac, randomUUID } from 'node:crypto';
import type { Host } from './host.ts';

/** The same for every host. */
export const NODE_FUNCTIONS: Pick<Host, 'hash' | 'hmac' | 'uuid' | 'encodeUtf8' | 'decodeText'> = {
  hash: (name, bytes) => createHash(name).update(bytes).digest(),
  hmac: (name, bytes, key) => createHmac(name, key).update(bytes).digest(),
  uuid: randomUUID,
  encodeUtf8: (text) => new TextEncoder().encode(text),
  decodeText: (bytes, charset) => new TextDecoder(charset).decode(bytes),
};
