/** Keeps, for the whole file, the creates that have left and of which no outcome is written yet. */
import {
  beginCreates,
  type CreateLeave,
  endCreates,
  type OpenCreate,
  type OpenCreates,
  parseOpenCreates,
} from '../../../core/actions/open-creates.ts';
import { partsOf, wholeText } from '../../../core/settings/stored-parts.ts';
import { documentProperties, makeRoom, readFileProperties } from './document-store.ts';

const PROPERTY = 'openCreates';

/**
 * Notes creates that are about to leave. What cannot be noted must not leave: where the store is full, or its note cannot be
 * read, none may.
 */
export function noteCreates(chatbotId: string, mlsNumbers: readonly string[]): readonly CreateLeave[] {
  const stored = read();
  if (stored === undefined) return mlsNumbers.map(() => 'full');
  const { open, leaves } = beginCreates(stored, chatbotId, mlsNumbers, Date.now());
  const parts = partsOf(PROPERTY, JSON.stringify(open));
  if (!makeRoom(parts).ok) return leaves.map((leave) => (leave === 'begun' ? 'full' : leave));
  // All at once: parts of two versions are none.
  documentProperties().setProperties({ ...parts });
  return leaves;
}

/** Forgets creates, where they are noted. */
export function forgetCreates(chatbotId: string, mlsNumbers: readonly string[]): void {
  const stored = read();
  if (stored === undefined || (stored[chatbotId] ?? []).length === 0) return;
  const open = endCreates(stored, chatbotId, mlsNumbers);
  if (open[chatbotId]?.length === stored[chatbotId]?.length) return;
  documentProperties().setProperties({ ...partsOf(PROPERTY, JSON.stringify(open)) });
}

/** The creates of a chatbot that wait for a look-up or for a person's word, oldest first. */
export function readOpenCreates(chatbotId: string): readonly OpenCreate[] {
  return read()?.[chatbotId] ?? [];
}

function read(): OpenCreates | undefined {
  return parseOpenCreates(wholeText(PROPERTY, readFileProperties()));
}
