/** Keeps the ids of messages that this file published, in the document. */
import { parsePublishedIds, withPublishedIds } from '../../core/events/published-ids.ts';
import { documentProperties } from './document-store.ts';

const PROPERTY = 'published';

/** The ids of the last messages that were published. */
export function readPublished(): readonly string[] {
  return parsePublishedIds(documentProperties().getProperty(PROPERTY));
}

/** Keeps further ids. */
export function rememberPublished(ids: readonly string[]): void {
  if (ids.length > 0)
    documentProperties().setProperty(PROPERTY, JSON.stringify(withPublishedIds(readPublished(), ids)));
}
