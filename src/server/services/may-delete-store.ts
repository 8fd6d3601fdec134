/** Keeps the list of who may delete, and asks who is at the keyboard, or whose trigger has struck. */
import { mayDelete, parseMayDelete } from '../../core/settings/may-delete.ts';
import { documentProperties } from './document-store.ts';

const PROPERTY = 'mayDelete';

/** Who may delete; empty where everybody may. */
export function readMayDelete(): ReturnType<typeof parseMayDelete> {
  return parseMayDelete(documentProperties().getProperty(PROPERTY));
}

/** Keeps the list. */
export function keepMayDelete(list: readonly string[]): void {
  documentProperties().setProperty(PROPERTY, JSON.stringify(list));
}

/**
 * Whether the person under whose account this runs may delete here.
 *
 * @see https://developers.google.com/apps-script/reference/base/session#geteffectiveuser (read 2026-11-29).
 */
export function mayDeleteHere(): boolean {
  return mayDelete(readMayDelete(), Session.getEffectiveUser().getEmail());
}
