/** `Utilities`: sleep, hashes, base64, dates as text. */
import type { HashName } from '../../machine/host.ts';
import { fromBytes, toBytes } from '../../machine/realm/bytes.ts';
import { type EnumValue, enumeration } from '../../machine/realm/enumeration.ts';
import { exception } from '../../machine/realm/exception.ts';
import { defineService } from '../../machine/realm/service.ts';
import { host, spend } from '../../machine/realm/session.ts';
import { Blob } from './blob.ts';
import { formatDate } from './format-date.ts';
import { formatString } from './format-string.ts';

type DigestName = 'MD2' | 'MD5' | 'SHA_1' | 'SHA_256' | 'SHA_384' | 'SHA_512';

const HASHES: Readonly<Partial<Record<DigestName, HashName>>> = {
  MD5: 'md5',
  SHA_1: 'sha1',
  SHA_256: 'sha256',
  SHA_384: 'sha384',
  SHA_512: 'sha512',
};

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const BASE64_WEB_SAFE = BASE64.replace('+/', '-_');

/** @see https://developers.google.com/apps-script/reference/utilities/utilities (read 2026-11-21) */
export class Utilities {
  readonly DigestAlgorithm = enumeration('DigestAlgorithm', ['MD2', 'MD5', 'SHA_1', 'SHA_256', 'SHA_384', 'SHA_512']);
  readonly Charset = enumeration('Charset', ['US_ASCII', 'UTF_8']);

  /** Only moves the virtual clock. */
  sleep(durationMs: number): void {
    spend(durationMs);
  }

  getUuid(): string {
    return host().uuid();
  }

  formatDate(date: Date, timeZone: string, format: string): string {
    return formatDate(date, timeZone, format);
  }

  formatString(template: string, ...values: readonly unknown[]): string {
    return formatString(template, values);
  }

  computeDigest(algorithm: EnumValue<DigestName>, value: string | readonly number[], _charset?: unknown): number[] {
    const name = HASHES[algorithm.name()];
    if (name === undefined) throw exception(`Invalid argument: algorithm`);
    return fromBytes(host().hash(name, bytesOf(value)));
  }

  computeHmacSha256Signature(
    value: string | readonly number[],
    key: string | readonly number[],
    _charset?: unknown,
  ): number[] {
    return fromBytes(host().hmac('sha256', bytesOf(value), bytesOf(key)));
  }

  base64Encode(data: string | readonly number[], _charset?: unknown): string {
    return encodeBase64(bytesOf(data), BASE64);
  }

  base64EncodeWebSafe(data: string | readonly number[], _charset?: unknown): string {
    return encodeBase64(bytesOf(data), BASE64_WEB_SAFE);
  }

  base64Decode(text: string, _charset?: unknown): number[] {
    return decodeBase64(text, BASE64);
  }

  base64DecodeWebSafe(text: string, _charset?: unknown): number[] {
    return decodeBase64(text, BASE64_WEB_SAFE);
  }

  newBlob(data: string | readonly number[], contentType?: string, name?: string): Blob {
    return new Blob(fromBytes(bytesOf(data)), contentType ?? null, name ?? null);
  }
}

function bytesOf(value: string | readonly number[]): Uint8Array {
  return typeof value === 'string' ? host().encodeUtf8(value) : toBytes(value);
}

function encodeBase64(bytes: Uint8Array, alphabet: string): string {
  let text = '';
  for (let index = 0; index < bytes.length; index += 3) {
    const [first = 0, second = 0, third = 0] = bytes.subarray(index, index + 3);
    const bits = (first << 16) | (second << 8) | third;
    const letters = [18, 12, 6, 0].map((shift) => alphabet.charAt((bits >> shift) & 63));
    const missing = Math.max(0, index + 3 - bytes.length);
    text += letters.slice(0, 4 - missing).join('') + '='.repeat(missing);
  }
  return text;
}

function decodeBase64(text: string, alphabet: string): number[] {
  const letters = text.replace(/=+$/, '');
  const bytes: number[] = [];
  let [bits, bitCount] = [0, 0];
  for (const letter of letters) {
    const value = alphabet.indexOf(letter);
    if (value < 0) throw exception('Could not decode string.');
    bits = ((bits << 6) | value) & 0xffff;
    bitCount += 6;
    if (bitCount < 8) continue;
    bitCount -= 8;
    bytes.push((bits >> bitCount) & 255);
  }
  return fromBytes(toBytes(bytes));
}

const TEXT_OR_BYTES = ['String', 'number[]', 'String,Charset', 'number[],Charset'];

defineService(Utilities, 'Utilities', 'Utilities', {
  sleep: ['number'],
  getUuid: [''],
  formatDate: ['Date,String,String'],
  formatString: ['...any'],
  computeDigest: ['DigestAlgorithm,String', 'DigestAlgorithm,number[]', 'DigestAlgorithm,String,Charset'],
  computeHmacSha256Signature: ['String,String', 'String,String,Charset', 'number[],number[]'],
  base64Encode: TEXT_OR_BYTES,
  base64EncodeWebSafe: TEXT_OR_BYTES,
  base64Decode: ['String', 'String,Charset'],
  base64DecodeWebSafe: ['String', 'String,Charset'],
  newBlob: ['String', 'number[]', 'String,String', 'number[],String', 'String,String,String', 'number[],String,String'],
});
