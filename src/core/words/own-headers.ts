/** What the add-on's own columns are called: the words that stand in a tab's header row. */

import { SYNC_STATUSES, type SyncStatus } from './statuses.ts';

/**
 * Header texts of the four columns, in the order in which they are created: what a row that is under way changes stands side
 * by side, so that one call writes it.
 */
export const STATUS_HEADERS = {
  mark: 'Sync mark',
  status: 'Sync status',
  detail: 'Sync detail',
  syncedAt: 'Synced at',
} as const;

/** Names one of the add-on's columns. */
export type StatusColumn = keyof typeof STATUS_HEADERS;

/** The add-on's columns in creation order. */
export const STATUS_COLUMNS = Object.keys(STATUS_HEADERS) as readonly StatusColumn[];

/** Where the columns may stand, in words: right after the column of the key, or after all others. */
export const STATUS_PLACES = { afterKey: 'Right after the key', end: 'At the right end' } as const;

/** One of the places. */
export type StatusPlace = keyof typeof STATUS_PLACES;

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

/** Header texts of the columns that tell what became of rows that were published, in the order in which they are created. */
export const PUBLISH_HEADERS = {
  status: 'Publish status',
  detail: 'Publish detail',
  at: 'Published at',
} as const;

/** Names one of the columns about publishing. */
export type PublishColumn = keyof typeof PUBLISH_HEADERS;

/** The columns about publishing in creation order. */
export const PUBLISH_COLUMNS = Object.keys(PUBLISH_HEADERS) as readonly PublishColumn[];

const OTHER_OWN_HEADERS: ReadonlySet<string> = new Set([
  ...Object.values(EVENT_HEADERS),
  ...Object.values(PUBLISH_HEADERS),
]);

/** Whether a header names one of the add-on's own columns. */
export function isStatusHeader(header: string): boolean {
  return statusColumnOf(header) !== undefined || OTHER_OWN_HEADERS.has(header.trim());
}

/** What a mark says, as it begins. */
const MARK = /^(v1:confirmed|retry|run-[a-z0-9]+)( |$)/;

/** Status words that people head columns with too, such as the day on which a row was updated. */
const COMMON_HEADERS: ReadonlySet<string> = new Set<SyncStatus>(['Updated', 'Deleted', 'Changed']);

/** What stands in *Synced at*, and in no header row. */
const TIME = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/;

/** What stands right of a status in the order in which the columns are made: detail and time. */
const RIGHT_OF_STATUS = 2;

/**
 * The columns that are never read as data: the add-on's own, and those that say what only it writes, because rows were
 * inserted above the header row while the columns were made. There a status and what stands beside it look like headers. A
 * word that people use too is theirs, unless a mark or a time stands beside it.
 */
export function ownColumnIndexes(headers: readonly string[]): ReadonlySet<number> {
  const own = new Set<number>();
  headers.forEach((header, columnIndex) => {
    const word = header.trim();
    if (isStatusHeader(header) || MARK.test(word)) own.add(columnIndex);
    if (!isOwnStatus(headers, columnIndex)) return;
    for (let offset = 0; offset <= RIGHT_OF_STATUS; offset += 1) own.add(columnIndex + offset);
  });
  return own;
}

function isOwnStatus(headers: readonly string[], columnIndex: number): boolean {
  const wordAt = (offset: number) => (headers[columnIndex + offset] ?? '').trim();
  const word = wordAt(0);
  if (!SYNC_STATUSES.some(({ status }) => status === word)) return false;
  return !COMMON_HEADERS.has(word) || MARK.test(wordAt(-1)) || TIME.test(wordAt(RIGHT_OF_STATUS));
}

/** The tab that lists what has left other tabs. */
export const LEFT_TAB_NAME = 'Listings that left';
