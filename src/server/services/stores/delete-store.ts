/** Remembers what was deleted in this file of late, and how many rows a tab had when a person agreed to deletes last. */
import { parseDeleteHistory, recentDeletes, withDeletes } from '../../../core/engine/delete-history.ts';
import { documentProperties, type FileProperties } from './document-store.ts';

const HISTORY_PROPERTY = 'deletes.recent';
const AGREED_PREFIX = 'agreed:';

/** Deletes of the last 24 hours, by runs that have ended. */
export function recentDeletesIn(properties: FileProperties): number {
  return recentDeletes(parseDeleteHistory(properties[HISTORY_PROPERTY] ?? null), Date.now());
}

/** What is to be stored of what a run has deleted: nothing, where it deleted nothing. */
export function notedDeletes(deletes: number): FileProperties {
  if (deletes === 0) return {};
  const history = parseDeleteHistory(documentProperties().getProperty(HISTORY_PROPERTY));
  return { [HISTORY_PROPERTY]: JSON.stringify(withDeletes(history, deletes, Date.now())) };
}

/** Rows that a tab had when a person agreed to deletes of it last; 0 where nobody has. */
export function agreedRowsIn(properties: FileProperties, tabId: number): number {
  const rows = Number(properties[AGREED_PREFIX + tabId] ?? 0);
  return Number.isFinite(rows) ? rows : 0;
}

/** Notes how many rows a tab has to which a person has just agreed. */
export function noteAgreedRows(tabId: number, rows: number): void {
  documentProperties().setProperty(AGREED_PREFIX + tabId, String(rows));
}
