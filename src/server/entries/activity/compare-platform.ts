/** Compares a tab with what the platform lists, and writes the differences into a tab of their own; nothing else is changed. */
import { backoffMs, MAX_ATTEMPTS } from '../../../core/actions/retry.ts';
import { type ComparedRow, compareListings } from '../../../core/compare/compare-listings.ts';
import { type Inventory, NOTHING_LISTED, PAGE_SIZE, withPage } from '../../../core/compare/inventory.ts';
import {
  comparisonCounts,
  comparisonWords,
  PLATFORM_TAB_NAME,
  platformTable,
} from '../../../core/compare/platform-tab.ts';
import type { ComparisonView, TabReference } from '../../../core/contract/server-functions.ts';
import { collectRunRows } from '../../../core/engine/run-rows.ts';
import { type ApiError, isRetryable } from '../../../core/platform/errors.ts';
import type { ListingPage } from '../../../core/platform/listing-page.ts';
import { readAnswer, type TransportAnswer } from '../../../core/platform/read-answer.ts';
import { buildRequest } from '../../../core/platform/request.ts';
import { stopFailure } from '../../../core/platform/stop-failure.ts';
import { longTextWithoutKey, withoutKey } from '../../../core/platform/without-key.ts';
import type { Connection } from '../../../core/settings/connection.ts';
import type { Failure } from '../../../core/terms/failure.ts';
import { failure, type Result, success } from '../../../core/terms/result.ts';
import { failures } from '../../../core/words/failures.ts';
import { withDocumentLock } from '../../services/document-lock.ts';
import { sendTogether } from '../../services/http/http.ts';
import { otherTabsHolding, writePlatformTab } from '../../services/own-tabs/platform-tab.ts';
import { findSheet, openTab } from '../../services/sheet/open-tab.ts';
import { readConnection } from '../../services/stores/connection-store.ts';

/** Pages are asked for until then; reading the rows and writing the lines must fit into the execution as well. */
const LONGEST_LISTING_MS = 200_000;

/** The longest wait that a page is worth. */
const LONGEST_WAIT_MS = 30_000;

/** Compares the tab, and says in sentences what was found. */
export function comparePlatform({ tabId }: TabReference): Result<ComparisonView, Failure> {
  const connection = readConnection();
  if (!connection.ok) return connection;
  const sheet = findSheet(tabId);
  if (sheet === undefined) return failure(failures.tabGone());
  const tabName = sheet.getName();
  if (tabName === PLATFORM_TAB_NAME) return failure(failures.ownTab(tabName));
  const inventory = listAll(connection.value);
  if (!inventory.ok) return inventory;
  // What a run writes meanwhile would be compared half old and half new.
  return withDocumentLock(() => {
    const rows = rowsToCompare(sheet, connection.value);
    if (!rows.ok) return rows;
    const comparison = compareListings(rows.value, inventory.value, otherTabsHolding(tabId));
    const written = writePlatformTab(platformTable(comparison, tabName));
    if (!written.ok) return written;
    return success({
      tabId,
      tabName,
      counts: comparisonCounts(comparison),
      sentences: comparisonWords(comparison, inventory.value.listings.length),
      platformTabId: written.value,
    });
  });
}

/** Every row with a key, as a sync would plan it. */
function rowsToCompare(
  sheet: GoogleAppsScript.Spreadsheet.Sheet,
  to: Connection,
): Result<readonly ComparedRow[], Failure> {
  const tab = openTab(sheet, { to, action: 'sync', heedsMarks: false, mayDecide: true });
  if (!tab.ok) return tab;
  const { table, own, plannerFor } = tab.value;
  const collected = collectRunRows(table.rows, own, 'sync', plannerFor, false);
  if (!collected.ok) return collected;
  return success(
    collected.value.rows.map(({ row, planner }) => ({
      rowNumber: row.rowNumber,
      identity: planner.keyOf(row),
      step: planner.plan(row),
    })),
  );
}

/** Everything the platform lists, as far as there is time. */
function listAll(connection: Connection): Result<Inventory, Failure> {
  const endMs = Date.now() + LONGEST_LISTING_MS;
  let inventory = NOTHING_LISTED;
  while (!inventory.isOver && Date.now() < endMs) {
    const page = askForPage(connection, inventory.pages + 1, endMs);
    if (!page.ok) return failure(listFailure(page.error));
    if (page.value === undefined) return failure(failures.listUnreadable());
    inventory = withPage(inventory, page.value);
  }
  return success(inventory);
}

/** A key that may update and not list is nothing that stops anything else. */
function listFailure(error: ApiError): Failure {
  return error.kind === 'unauthorized' ? failures.mayNotList(error.message) : stopFailure(error);
}

function askForPage(
  connection: Connection,
  pageNumber: number,
  endMs: number,
): Result<ListingPage | undefined, ApiError> {
  const body = { SerialNumber: connection.chatbotId, PageNumber: pageNumber, PageSize: PAGE_SIZE };
  const request = buildRequest({ endpoint: 'listListings', body }, connection);
  for (let attempts = 1; ; attempts += 1) {
    const [sent] = sendTogether([request], connection.key, endMs);
    if (sent === undefined) throw new Error('A request has no answer.');
    const clean = (text: string) => withoutKey(text, connection.key);
    const answer = readAnswer('listListings', cleanAnswer(sent.answer, connection.key), Date.now(), clean);
    if (answer.ok) return success(answer.value.endpoint === 'listListings' ? answer.value.page : undefined);
    const waitMs = backoffMs(attempts, Math.random(), answer.error.retryAfterMs);
    const isOver = attempts >= MAX_ATTEMPTS || waitMs > LONGEST_WAIT_MS || Date.now() + waitMs > endMs;
    if (!isRetryable(answer.error) || isOver) return answer;
    Utilities.sleep(waitMs);
  }
}

/** What the platform lists becomes cells: the key must not be among it, whatever it stands in. */
function cleanAnswer(answer: TransportAnswer, key: string): TransportAnswer {
  return answer.kind === 'answered' ? { ...answer, text: longTextWithoutKey(answer.text, key) } : answer;
}
