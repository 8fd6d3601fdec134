/** What the add-on's own columns are called: the words that stand in a tab's header row. */

/**
 * Header texts of the four columns, in the order in which they are created: what a row that is under way changes stands side
 * by side, so that one call writes it.
 */
export const STATUS_HEADERS = {
  fingerprint: 'Sync fingerprint',
  status: 'Sync status',
  detail: 'Sync detail',
  syncedAt: 'Synced at',
} as const;

/** Names one of the add-on's columns. */
export type StatusColumn = keyof typeof STATUS_HEADERS;

/** The add-on's columns in creation order. */
export const STATUS_COLUMNS = Object.keys(STATUS_HEADERS) as readonly StatusColumn[];

/** The column a header names. Only the exact header counts: a column that merely sounds alike is not the add-on's. */
export function statusColumnOf(header: string): StatusColumn | undefined {
  const name = header.trim();
  return STATUS_COLUMNS.find((column) => STATUS_HEADERS[column] === name);
}

/** Header texts of the columns that tell what messages did to a row, in the order in which they are created. */
export const EVENT_HEADERS = {
  stamp: 'Event stamp',
  status: 'Event status',
  detail: 'Event detail',
  at: 'Event at',
} as const;

/** Names one of the columns about messages. */
export type EventColumn = keyof typeof EVENT_HEADERS;

/** The columns about messages in creation order. */
export const EVENT_COLUMNS = Object.keys(EVENT_HEADERS) as readonly EventColumn[];

const OTHER_OWN_HEADERS: ReadonlySet<string> = new Set(Object.values(EVENT_HEADERS));

/** Whether a header names one of the add-on's own columns. */
export function isStatusHeader(header: string): boolean {
  return statusColumnOf(header) !== undefined || OTHER_OWN_HEADERS.has(header.trim());
}
