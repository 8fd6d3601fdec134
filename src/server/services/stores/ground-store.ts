/** Remembers since when the rows of a tab are known by the same columns. */
import * as v from 'valibot';
import { lazySchema } from '../../../core/terms/lazy-schema.ts';
import { parseStored } from '../../../core/terms/parse-stored.ts';
import { documentProperties, type FileProperties } from './document-store.ts';

const PREFIX = 'ground:';
const SCHEMA = lazySchema(() => v.object({ mark: v.string(), sinceMs: v.number() }));

/** Since when a tab stands on that ground, in ms since 1970; `undefined` where it stood on another one, or none is known. */
export function groundSinceMs(kept: FileProperties, tabId: number, mark: string): number | undefined {
  const ground = parseStored(SCHEMA, kept[PREFIX + tabId] ?? null);
  return ground?.mark === mark ? ground.sinceMs : undefined;
}

/** Notes the ground of a run that begins; nothing is written where it is as it was. */
export function noteGround(kept: FileProperties, tabId: number, mark: string): void {
  if (groundSinceMs(kept, tabId, mark) !== undefined) return;
  documentProperties().setProperty(PREFIX + tabId, JSON.stringify({ mark, sinceMs: Date.now() }));
}
