/** Finds listings that have left a tab, and writes them into a tab of their own, from which the usual delete takes them. */

import { leftListings, leftTable, leftWords } from '../../../core/compare/left-listings.ts';
import type { LeftView, TabReference } from '../../../core/contract/server-functions.ts';
import { isAlive } from '../../../core/engine/run-record.ts';
import { countingLines } from '../../../core/ledger/ledger.ts';
import { ledgerPlace } from '../../../core/ledger/ledger-line.ts';
import type { Connection } from '../../../core/settings/connection.ts';
import type { Failure } from '../../../core/terms/failure.ts';
import { failure, type Result, success } from '../../../core/terms/result.ts';
import { failures } from '../../../core/words/failures.ts';
import { LEFT_TAB_NAME } from '../../../core/words/own-headers.ts';
import { busyFailure, withDocumentLock } from '../../services/document-lock.ts';
import { type AskedTab, confirmedIn, openAsked, sentBodies } from '../../services/left-watch.ts';
import { openLedger } from '../../services/own-tabs/ledger-tab.ts';
import { isListTab, writeLeftTab } from '../../services/own-tabs/platform-tab.ts';
import { findSheet } from '../../services/sheet/open-tab.ts';
import { readConnection } from '../../services/stores/connection-store.ts';
import { readFileProperties } from '../../services/stores/document-store.ts';
import { noteLeftHome } from '../../services/stores/left-home-store.ts';
import { mayDeleteHere } from '../../services/stores/may-delete-store.ts';
import { readRun } from '../../services/stores/run-store.ts';
import { readTabSettings } from '../../services/stores/settings-store.ts';
import { noteToldTabs, untoldDeletedTabs } from '../../services/stores/told-tabs-store.ts';

const NOTHING: LeftView = { left: 0, words: '' };

/** Looks for them, where the tab wishes to know. */
export function findLeft({ tabId }: TabReference): Result<LeftView, Failure> {
  const connection = readConnection();
  if (!connection.ok) return connection;
  const sheet = findSheet(tabId);
  if (sheet === undefined) return failure(failures.tabGone());
  const { rowsThatLeft } = readTabSettings(tabId);
  if (rowsThatLeft === 'keep' || isListTab(sheet)) return success(NOTHING);
  return withDocumentLock(() => {
    const listed = listLeft(tabId, connection.value, 'watched');
    if (!listed.ok) return listed;
    const { left, words, leftTabId, own } = listed.value;
    const asks = rowsThatLeft === 'delete' && own > 0 && mayDeleteHere();
    return success({ left, words, ...(leftTabId !== undefined && { leftTabId }), ...(asks && { asks }) });
  });
}

/** What was listed. */
export interface ListedLeft extends AskedTab, LeftView {
  /** How many of them are of the tab itself. */
  readonly own: number;
}

/**
 * Lists what has left a tab; the document's lock is held.
 *
 * @param audience Listings of tabs that were deleted are told of once, to somebody who is there.
 */
export function listLeft(
  tabId: number,
  connection: Connection,
  audience: 'watched' | 'unwatched',
): Result<ListedLeft, Failure> {
  if (isListInUse()) return failure(busyFailure());
  const kept = readFileProperties();
  const ledger = openLedger(kept);
  const lines = countingLines(ledger.current());
  const deleted =
    audience === 'watched'
      ? untoldDeletedTabs(
          kept,
          lines.map((line) => line.tabId),
        )
      : new Set<number>();
  const isConfirmed = confirmedIn(ledger, ledgerPlace(connection.baseUrl, connection.chatbotId));
  const asked = openAsked(tabId, connection, sentBodies(ledger, connection.baseUrl), deleted, isConfirmed);
  if (!asked.ok) return asked;
  const { tab } = asked.value;
  const found = leftListings(lines, asked.value.question);
  const own = found.left.filter(({ line }) => line.tabId === tabId).length;
  const listed = { ...asked.value, left: found.left.length, words: leftWords(found, tab), own };
  if (listed.left === 0) return success(listed);
  const { dayOf } = ledger.knownKeys(connection, tab);
  noteLeftHome(tabId);
  const written = writeLeftTab(leftTable(found.left, tab, dayOf));
  if (!written.ok) return written;
  // While some listings are still unknown, there may be more to tell of these tabs later.
  if (found.unknown === 0) noteToldTabs(found.left.map(({ line }) => line.tabId).filter((id) => deleted.has(id)));
  return success({ ...listed, leftTabId: written.value });
}

/** Whether rows of the list wait in a run: a list that is written anew would take their marks away. */
function isListInUse(): boolean {
  const run = readRun();
  return run !== undefined && run.tabName === LEFT_TAB_NAME && isAlive(run, Date.now());
}
