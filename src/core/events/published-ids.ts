/** The ids of messages that this file published itself: they are passed over when they come in. */
import * as v from 'valibot';
import { parseStored } from '../terms/parse-stored.ts';
import { nodeOf, textOf } from './json-node.ts';

/** So many are remembered; what was published before has come back long since. */
const MOST_IDS = 60;

const idsSchema = v.pipe(v.array(v.pipe(v.string(), v.maxLength(300))), v.maxLength(MOST_IDS));

/** The id in a pod's answer; `''` without one. */
export function publishedId(text: string): string {
  try {
    return textOf(nodeOf(JSON.parse(text))?.id);
  } catch {
    return '';
  }
}

/** Reads stored ids. */
export function parsePublishedIds(text: string | null): readonly string[] {
  return parseStored(idsSchema, text) ?? [];
}

/** The ids to keep, the newest last; a property holds 9 kB. */
export function withPublishedIds(known: readonly string[], ids: readonly string[]): readonly string[] {
  const short = ids.filter((id) => id.length <= 120);
  return [...known.filter((id) => !short.includes(id)), ...short].slice(-MOST_IDS);
}
