/** What the realm of the add-on may ask of the worker around it. */
import type { Ending, FromGoogle, ProjectFiles } from './protocol.ts';

/** Names of hash functions, as Node calls them. */
export type HashName = 'md5' | 'sha1' | 'sha256' | 'sha384' | 'sha512';

/** The worker, seen from the realm. Everything is synchronous. */
export interface Host {
  /** Asks Google and waits for the answer. */
  ask(name: string, request: unknown, atMs: number): FromGoogle;
  /** How the execution ended when it was killed, whatever its code still makes of the error that this throws. */
  kill(ending: Ending): never;
  readonly htmlFiles: ProjectFiles['htmlFiles'];
  hash(name: HashName, bytes: Uint8Array): Uint8Array;
  hmac(name: HashName, bytes: Uint8Array, key: Uint8Array): Uint8Array;
  uuid(): string;
  encodeUtf8(text: string): Uint8Array;
  decodeText(bytes: Uint8Array, charset: string): string;
}
