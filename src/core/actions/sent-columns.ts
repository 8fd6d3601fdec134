/** Which columns of a tab go out with its rows, so that an edit of another one changes nothing. */

import { columnIndexesOf } from '../listing/field-source.ts';
import { mapTab } from '../mapping/map-tab.ts';
import { type OptOutColumns, optOutColumns } from '../mapping/seller-opt-outs.ts';
import { holdsFor, type TabDecisions } from '../mapping/tab-decisions.ts';
import type { TabSettings } from '../settings/tab-settings.ts';
import type { SyncStatus } from '../words/statuses.ts';
import { extraColumnsOf } from './extra-columns.ts';
import { chatbotColumns } from './push-rows/chatbot-columns.ts';

/** Whether a column goes out with a row that shows a status. */
export type IsSent = (columnIndex: number, status: SyncStatus) => boolean;

/**
 * Tells the columns that go out: of a row that was pushed those of a chatbot row, else those that the tab's decisions use for
 * a listing. Of a tab of which nothing was decided only pushed rows are known.
 */
export function sentColumns(
  headers: readonly string[],
  settings: TabSettings,
  decisions: TabDecisions | undefined,
): IsSent {
  const listing = listingColumns(headers, settings, decisions);
  const chatbotRow = chatbotRowColumns(headers, settings);
  return (columnIndex, status) => {
    if (status === 'Pushed') return chatbotRow.has(columnIndex);
    if (status === 'Updated') return listing.has(columnIndex);
    return listing.has(columnIndex) || (listing.size === 0 && chatbotRow.has(columnIndex));
  };
}

function listingColumns(
  headers: readonly string[],
  settings: TabSettings,
  decisions: TabDecisions | undefined,
): ReadonlySet<number> {
  if (!holdsFor(decisions, headers)) return new Set();
  const table = { headers, headerRowNumber: 1, rows: [], sampleRows: [] };
  const { resolved, actionColumnIndex } = mapTab(table, settings, decisions);
  return new Set([
    ...indexesOf(optOutColumns(headers)),
    ...Object.values(resolved.sources).flatMap(columnIndexesOf),
    ...(actionColumnIndex === undefined ? [] : [actionColumnIndex]),
    ...extraColumnsOf(headers, settings.extraHeaders).map(({ columnIndex }) => columnIndex),
  ]);
}

function chatbotRowColumns(headers: readonly string[], settings: TabSettings): ReadonlySet<number> {
  const columns = chatbotColumns(headers, settings, '');
  if (!columns.ok) return new Set();
  const { idColumnIndex, dataColumns, optOuts } = columns.value;
  return new Set([idColumnIndex, ...dataColumns.map(({ columnIndex }) => columnIndex), ...indexesOf(optOuts)]);
}

function indexesOf({ listing, address }: OptOutColumns): readonly number[] {
  return [...listing, ...address].map(({ columnIndex }) => columnIndex);
}
