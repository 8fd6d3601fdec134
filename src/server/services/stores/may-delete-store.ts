/** Keeps the list of who may delete, and asks who is at the keyboard, or whose trigger has struck. */
import { mayDelete, parseMayDelete } from '../../../core/settings/may-delete.ts';
import { documentProperties, type FileProperties } from './document-store.ts';

const PROPERTY = 'mayDelete';

/** Who may delete; empty where everybody may. */
export function readMayDelete(): ReturnType<typeof parseMayDelete> {
  return parseMayDelete(documentProperties().getProperty(PROPERTY));
}

/** The same, in what was read of the store already. */
function mayDeleteIn(stored: FileProperties): ReturnType<typeof parseMayDelete> {
  return parseMayDelete(stored[PROPERTY] ?? null);
}

/** Keeps the list. */
export function keepMayDelete(list: readonly string[]): void {
  documentProperties().setProperty(PROPERTY, JSON.stringify(list));
}

/**
 * Whether the person under whose account this runs may delete here.
 *
 * @param stored What is in the store, where that was read already.
 * @see https://developers.google.com/apps-script/reference/base/session#geteffectiveuser (read 2026-11-29).
 */
export function mayDeleteHere(stored?: FileProperties): boolean {
  const list = stored === undefined ? readMayDelete() : mayDeleteIn(stored);
  return mayDelete(list, Session.getEffectiveUser().getEmail());
}
