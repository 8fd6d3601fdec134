/** Notices a key that was pasted into the field of the chatbot ID, and the other way round. */
import type { ConnectionInput } from './connection.ts';
import type { FileConnection, OwnConnection } from './key-use.ts';

/** What is known already: the chatbot ID that is saved, and keys that are. */
export interface KnownConnection {
  readonly file: FileConnection | undefined;
  readonly own: OwnConnection;
}

/**
 * Most chatbot IDs look like this. Keys of other shapes are documented only as "your secret key".
 *
 * @see https://www.newoaks.ai/guides/developer/api "serialNumber" samples (read 2026-11-21).
 */
const USUAL_ID = /^[0-9a-f]{32}$/i;

/** A sentence where the fields hold what belongs into the other one; `undefined` where nothing says so. */
export function misplacedWords({ key, chatbotId }: ConnectionInput, known: KnownConnection): string | undefined {
  const { file, own } = known;
  const knownKeys = [...own.keys, ...(file?.sharedKey === undefined ? [] : [file.sharedKey])];
  const isKeyInIdField = knownKeys.some((given) => given.key === chatbotId);
  const isIdInKeyField =
    key !== undefined && (key === file?.chatbotId || (USUAL_ID.test(key) && !USUAL_ID.test(chatbotId)));
  if (key === chatbotId) return 'The secret key and the chatbot ID are the same.';
  if (isKeyInIdField) return 'The field of the chatbot ID holds the secret key.';
  if (isIdInKeyField) return 'The secret key and the chatbot ID seem to be in each other’s fields.';
  return undefined;
}
