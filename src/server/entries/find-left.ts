/** Finds listings that have left a tab, and writes them into a tab of their own, from which the usual delete takes them. */

import { fingerprintOf } from '../../core/actions/fingerprint.ts';
import { readKeptBody } from '../../core/actions/kept-body.ts';
import { isBlankRow } from '../../core/actions/row-planner.ts';
import { groundMark, type LeftQuestion, leftListings, leftTable, leftWords } from '../../core/compare/left-listings.ts';
import type { LeftView, TabReference } from '../../core/contract/server-functions.ts';
import { countingLines } from '../../core/ledger/ledger.ts';
import { type LedgerLine, ledgerPlace } from '../../core/ledger/ledger-line.ts';
import type { Connection } from '../../core/settings/connection.ts';
import type { Failure } from '../../core/terms/failure.ts';
import { parseJson } from '../../core/terms/parse-json.ts';
import { failure, type Result, success } from '../../core/terms/result.ts';
import { failures } from '../../core/words/failures.ts';
import { readConnection } from '../services/connection-store.ts';
import { withDocumentLock } from '../services/document-lock.ts';
import { groundSinceMs } from '../services/ground-store.ts';
import { type OpenLedger, openLedger } from '../services/ledger-tab.ts';
import { findSheet, type OpenTab, openTab } from '../services/open-tab.ts';
import { hasUnreadTab, isListTab, otherTabsHolding, writeLeftTab } from '../services/platform-tab.ts';
import { readTabSettings } from '../services/settings-store.ts';
import { noteToldTabs, untoldDeletedTabs } from '../services/told-tabs-store.ts';

const NOTHING: LeftView = { left: 0, words: '' };

/** Looks for them, where the tab wishes to know. */
export function findLeft({ tabId }: TabReference): Result<LeftView, Failure> {
  const connection = readConnection();
  if (!connection.ok) return connection;
  const sheet = findSheet(tabId);
  if (sheet === undefined) return failure(failures.tabGone());
  if (readTabSettings(tabId).rowsThatLeft === 'keep' || isListTab(sheet)) return success(NOTHING);
  return withDocumentLock(() => {
    const tab = openTab(sheet, { to: connection.value, action: 'sync', heedsMarks: false, mayDecide: false });
    return tab.ok ? findIn(tab.value, connection.value) : tab;
  });
}

function findIn(tab: OpenTab, connection: Connection): Result<LeftView, Failure> {
  const ledger = openLedger(tab.kept);
  const question = questionOf(tab, connection, ledger);
  if (!question.ok) return question;
  const found = leftListings(countingLines(ledger.current()), question.value);
  const words = leftWords(found, tab);
  const left = found.left.length;
  if (left === 0) return success({ left, words });
  const { dayOf } = ledger.knownKeys(connection, tab);
  const written = writeLeftTab(leftTable(found.left, tab, dayOf));
  if (!written.ok) return written;
  // Of those that are not looked into yet, or of which nobody can tell, something may still be to be told.
  if (found.unknown === 0)
    noteToldTabs(found.left.map(({ line }) => line.tabId).filter((tabId) => question.value.deletedTabs.has(tabId)));
  return success({ left, words, leftTabId: written.value });
}

function questionOf(
  tab: OpenTab,
  { baseUrl, chatbotId }: Connection,
  ledger: OpenLedger,
): Result<LeftQuestion, Failure> {
  const { tabId, table, settings, kept, plannerFor } = tab;
  const planner = plannerFor('sync');
  if (!planner.ok) return planner;
  const { keyColumnIndexes, readColumnIndexes, valueColumnIndexes, allKeysOf } = planner.value;
  const filled = table.rows.filter((row) => !isBlankRow(row, valueColumnIndexes ?? readColumnIndexes));
  const keys = filled.map((row) => allKeysOf?.(row));
  const known = keys.flatMap((ofRow) => ofRow ?? []);
  const keyHeaders = [...new Set(keyColumnIndexes)].map((index) => table.headers[index] ?? '');
  const isElsewhere = otherTabsHolding(tabId);
  const lines = countingLines(ledger.current());
  return success({
    tabId,
    deletedTabs: untoldDeletedTabs(
      kept,
      lines.map((line) => line.tabId),
    ),
    place: ledgerPlace(baseUrl, chatbotId),
    sinceMs: groundSinceMs(kept, tabId, groundMark(settings.keyTypes, keyHeaders)),
    keys: keys.includes(undefined) || hasUnreadTab(tabId) ? undefined : new Set(known),
    bodiesOf: (lines) => ledger.bodiesOf(lines).map((body, index) => valuesOf(lines[index], body, baseUrl)),
    isShown: (texts) => isElsewhere(texts) !== undefined,
  });
}

/** What was sent, where it is what the line is about. */
function valuesOf(
  line: LedgerLine | undefined,
  kept: string,
  address: string,
): Readonly<Record<string, unknown>> | undefined {
  const content = readKeptBody(kept);
  const fingerprint = fingerprintOf({ kind: 'update', key: '', keyType: 'MLSNumber', ...content }, address);
  const body = parseJson(content.bodyText);
  const isGood = line?.fingerprint === fingerprint && body.ok && typeof body.value === 'object' && body.value !== null;
  return isGood ? { ...body.value } : undefined;
}
