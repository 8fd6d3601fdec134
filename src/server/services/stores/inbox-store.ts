/**
 * Keeps the inbox of a file in the document, and each person's key for it in their own properties, together with the address it is
 * for: an address that somebody changed in the document gets no key.
 */
import { type Inbox, parseInbox } from '../../../core/events/inbox.ts';
import { parseInboxKey } from '../../../core/events/inbox-key.ts';
import { documentProperties } from './document-store.ts';

const INBOX_PROPERTY = 'inbox';

/** The file's inbox. */
export function readInbox(): Inbox | undefined {
  return parseInbox(documentProperties().getProperty(INBOX_PROPERTY));
}

/** Keeps the file's inbox. */
export function saveInbox(inbox: Inbox): void {
  documentProperties().setProperty(INBOX_PROPERTY, JSON.stringify(inbox));
}

/** This person's key for an inbox; `undefined` where they have none, or one for another address. */
export function readInboxKey(address: string): string | undefined {
  const kept = parseInboxKey(PropertiesService.getUserProperties().getProperty(keyProperty()));
  return kept?.address === address ? kept.key : undefined;
}

/** Keeps this person's key. */
export function saveInboxKey(address: string, key: string): void {
  PropertiesService.getUserProperties().setProperty(keyProperty(), JSON.stringify({ address, key }));
}

/** Forgets the file's inbox and this person's key for it. */
export function forgetInbox(): void {
  documentProperties().deleteProperty(INBOX_PROPERTY);
  PropertiesService.getUserProperties().deleteProperty(keyProperty());
}

function keyProperty(): string {
  return `inbox.${SpreadsheetApp.getActiveSpreadsheet().getId()}`;
}
