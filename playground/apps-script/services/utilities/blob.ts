/** `Blob`: bytes with a type and a name. */
import { toBytes } from '../../machine/realm/bytes.ts';
import { defineService } from '../../machine/realm/service.ts';
import { host } from '../../machine/realm/session.ts';

/** @see https://developers.google.com/apps-script/reference/base/blob (read 2026-11-21) */
export class Blob {
  readonly #bytes: readonly number[];
  readonly #contentType: string | null;
  readonly #name: string | null;

  constructor(bytes: readonly number[], contentType: string | null, name: string | null) {
    this.#bytes = bytes;
    this.#contentType = contentType;
    this.#name = name;
  }

  /** The bytes, for other services. */
  static bytesOf(blob: Blob): readonly number[] {
    return blob.#bytes;
  }

  getBytes(): number[] {
    return [...this.#bytes];
  }

  getDataAsString(charset = 'utf-8'): string {
    return host().decodeText(toBytes(this.#bytes), charset);
  }

  getContentType(): string | null {
    return this.#contentType;
  }

  getName(): string | null {
    return this.#name;
  }
}

defineService(Blob, 'Blob', 'Blob', {
  getBytes: [''],
  getDataAsString: ['', 'String'],
  getContentType: [''],
  getName: [''],
});
