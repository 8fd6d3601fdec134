/** Who may delete: a list of addresses that the team keeps with the file. Without one everybody may who can edit. */
import * as v from 'valibot';
import { parseStored } from '../terms/parse-stored.ts';

const email = v.pipe(v.string(), v.trim(), v.toLowerCase(), v.regex(/^[^\s@]{1,64}@[^\s@]{1,190}$/));

/** The list as people hand it over and as it is stored. */
export const mayDeleteSchema = v.pipe(v.array(email), v.maxLength(100));

/** Reads a stored list. One that cannot be read lets nobody delete: it was there to keep somebody from it. */
export function parseMayDelete(text: string | null): readonly string[] | 'unreadable' {
  return text === null || text === '' ? [] : (parseStored(mayDeleteSchema, text) ?? 'unreadable');
}

/** Whether a person may delete; Google may hide who they are, and then they may not where there is a list. */
export function mayDelete(list: readonly string[] | 'unreadable', address: string): boolean {
  if (list === 'unreadable') return false;
  return list.length === 0 || list.includes(address.trim().toLowerCase());
}
