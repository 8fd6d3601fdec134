/**
 * The identity of published messages, and the mark of a row whose message is under way. Both are made from what is published, so that
 * an interruption is followed by the same message, not by another one that says the same.
 */
import { murmurHash } from '../terms/murmur-hash.ts';
import type { JsonNode } from './json-node.ts';

/** The status of a row whose message is under way; if it stays, the publishing was cut off. */
export const PUBLISHING = 'Publishing';

/** Who publishes where. */
export interface Publisher {
  /** Such as `https://team.pods.example.org/publish/`. */
  readonly address: string;
  /** What tells this file's messages from others'. */
  readonly fileMark: string;
}

/** A message under way: the moment it names, and what its id ends with. */
export interface PublishMark {
  readonly atMs: number;
  readonly hash: string;
}

/** The id of a message: the same listing of the same moment has the same id wherever and however often it is published. */
export function publishId({ address, fileMark }: Publisher, object: JsonNode): string {
  return `${address}${fileMark}-${murmurHash(JSON.stringify(object)).slice(0, 16)}`;
}

/** Whether a message with this id was published by the file with this mark. */
export function isPublishedBy(id: string, fileMark: string): boolean {
  return id.includes(`/publish/${fileMark}-`);
}

/** What the row says while its message is under way. */
export function markText(id: string, atMs: number): string {
  return `Being sent as ${id.slice(-16)} of ${new Date(atMs).toISOString()}. If this stays, publish again: the same message goes out.`;
}

/** Reads what a row says; `undefined` where no message is under way. */
export function parsePublishMark(detail: string): PublishMark | undefined {
  const [, hash = '', moment = ''] = /^Being sent as ([0-9a-f]{16}) of (\S+Z)\. /.exec(detail) ?? [];
  const atMs = Date.parse(moment);
  return hash === '' || Number.isNaN(atMs) ? undefined : { hash, atMs };
}
