/** A person's key for an inbox, as stored: it is good for one address only. */
import * as v from 'valibot';
import { lazySchema } from '../terms/lazy-schema.ts';
import { parseStored } from '../terms/parse-stored.ts';

const inboxKeySchema = lazySchema(() => v.strictObject({ address: v.string(), key: v.string() }));

/** Reads a stored key. */
export function parseInboxKey(text: string | null): v.InferOutput<typeof inboxKeySchema> | undefined {
  return parseStored(inboxKeySchema, text);
}
