/** The runs that matrices disturb: the rows, what an undisturbed run makes of each, and what the platform must hold for it. */
import type { JournalEntry, Platform, PlatformOptions } from '../../../playground/platform/platform.ts';
import type { RunRequest } from '../../../src/core/engine/run-request.ts';
import { LISTING_HEADERS, listingRow, records } from '../listings.ts';
import type { Situation } from './stage.ts';
import { FROM_MENU, FROM_SIDEBAR, IN_BACKGROUND, IN_SMALL_STEPS, type Way } from './ways.ts';

/** A run over the rows of the tab. */
export interface Plot {
  readonly name: string;
  readonly request: RunRequest;
  readonly way: Way;
  /** The steps of an undisturbed run. */
  readonly steps: readonly string[];
  /** How many chunks an undisturbed run sends its rows in: between two of them there is a checkpoint. */
  readonly chunks: number;
  readonly situation: Situation;
  /** Rows, by the text in the column with this header, whose content is brought to the platform before the run. */
  readonly confirmedBefore: readonly string[];
  readonly keyHeader: 'MLS number' | 'ID';
  /** The status of each row after an undisturbed run, by key, in row order. */
  readonly endings: Readonly<Record<string, string>>;
  /** Whether the platform holds what the row with this key says, or lacks what the row wants gone. */
  isTrueOnPlatform(platform: Platform, key: string): boolean;
}

const sync = { action: 'sync', scope: 'tab' } as const satisfies RunRequest;

/** A run of all kinds of rows: updates, a delete, one that fails our check, one that is unchanged, one that is unknown. */
export const SYNC_PLOT: Plot = {
  name: 'a sync of updates, a delete, an invalid, an unknown and an unchanged row',
  request: sync,
  way: IN_SMALL_STEPS,
  steps: ['startRun', 'startRun with consent', 'continueRun'],
  chunks: 2,
  situation: {
    rows: [
      LISTING_HEADERS,
      ...['U1', 'U2', 'U3'].map(describedRow),
      listingRow('D1', { 'Listing status': 'Withdrawn' }),
      listingRow('I1', { Bedrooms: 'many' }),
      describedRow('S1'),
      describedRow('N1'),
      describedRow('U4'),
    ],
    platform: { listings: records('U1', 'U2', 'U3', 'U4', 'D1', 'I1', 'S1') },
  },
  confirmedBefore: ['S1'],
  keyHeader: 'MLS number',
  endings: {
    U1: 'Updated',
    U2: 'Updated',
    U3: 'Updated',
    D1: 'Deleted',
    I1: 'Invalid',
    S1: 'Updated',
    N1: 'Not found',
    U4: 'Updated',
  },
  isTrueOnPlatform: (platform, key) =>
    key === 'D1' ? !hasListing(platform, key) : hasListing(platform, key, descriptionOf(key)),
};

/** The same rows, sent by the menu command. */
export const MENU_PLOT: Plot = {
  ...SYNC_PLOT,
  name: 'a sync of the selected listings from the menu',
  way: FROM_MENU,
  steps: ['menu'],
  chunks: 1,
};

/** The same rows, too many for the menu command on a slow platform. */
export const BACKGROUND_PLOT: Plot = {
  ...SYNC_PLOT,
  name: 'a sync from the menu that goes on in the background',
  way: IN_BACKGROUND,
  steps: ['menu', 'part 1', 'part 2'],
  chunks: 6,
};

/** A run of deletes only, one of a listing that never was. */
export const DELETE_PLOT: Plot = {
  name: 'a delete of six listings and of one that never was',
  request: { action: 'delete', scope: 'tab' },
  way: IN_SMALL_STEPS,
  steps: ['startRun', 'startRun with consent', 'continueRun'],
  chunks: 2,
  situation: {
    rows: [LISTING_HEADERS, ...['D1', 'D2', 'D3', 'TYPO', 'D4', 'D5', 'D6'].map(describedRow)],
    platform: { listings: records('D1', 'D2', 'D3', 'D4', 'D5', 'D6') },
  },
  confirmedBefore: [],
  keyHeader: 'MLS number',
  endings: {
    D1: 'Deleted',
    D2: 'Deleted',
    D3: 'Deleted',
    TYPO: 'Not found',
    D4: 'Deleted',
    D5: 'Deleted',
    D6: 'Deleted',
  },
  isTrueOnPlatform: (platform, key) => !hasListing(platform, key),
};

/** Longer than a third of what one request takes: two such texts in each of six rows make two requests. */
const LONG_TEXT = 'long '.repeat(9_000);

/** A push whose rows are too long for one request. */
export const PUSH_BATCHES_PLOT: Plot = {
  ...pushPlot(6, LONG_TEXT),
  name: 'a push of six long rows in two requests',
  way: FROM_SIDEBAR,
  steps: ['startRun'],
  chunks: 1,
};

/** A push with a checkpoint in the middle. */
export const PUSH_CHUNKS_PLOT: Plot = {
  ...pushPlot(8, ''),
  name: 'a push of eight rows in two chunks',
  way: IN_SMALL_STEPS,
  steps: ['startRun', 'continueRun'],
  chunks: 2,
};

function pushPlot(rowCount: number, filling: string): Omit<Plot, 'name' | 'way' | 'steps' | 'chunks'> {
  const ids = Array.from({ length: rowCount }, (_, index) => index + 1);
  const platform: Partial<PlatformOptions> = { rows: ids.map((ID) => ({ ID, Data: {} })) };
  return {
    request: { action: 'push', scope: 'tab' },
    situation: { rows: [['ID', 'Text', 'More'], ...ids.map((id) => [`${id}`, `words of ${id}`, filling])], platform },
    confirmedBefore: [],
    keyHeader: 'ID',
    endings: Object.fromEntries(ids.map((id) => [`${id}`, 'Pushed'])),
    isTrueOnPlatform: (stand, key) =>
      stand.rows().some((row) => `${row.ID}` === key && row.Data.Text === `words of ${key}`),
  };
}

/** The keys or IDs that a request named. */
export function keysOf({ body }: JournalEntry): readonly string[] {
  if (typeof body !== 'object' || body === null) return [];
  if ('Keys' in body && Array.isArray(body.Keys)) return body.Keys.map(String);
  if ('rows' in body && Array.isArray(body.rows))
    return body.rows.map((row: { readonly ID: unknown }) => String(row.ID));
  return 'Key' in body ? [String(body.Key)] : [];
}

/** A complete listing whose description names its key, so that the content of one row cannot pass for another's. */
export function describedRow(mlsNumber: string): readonly string[] {
  return listingRow(mlsNumber, { Description: descriptionOf(mlsNumber) });
}

/** Whether the platform has a listing, and with this description if one is given. */
export function hasListing(platform: Platform, mlsNumber: string, description?: string): boolean {
  return platform.listings().some(({ MLSNumber, Description }) => {
    const isAsDescribed = description === undefined || Description === description;
    return MLSNumber === mlsNumber && isAsDescribed;
  });
}

function descriptionOf(mlsNumber: string): string {
  return `Words about ${mlsNumber}.`;
}
