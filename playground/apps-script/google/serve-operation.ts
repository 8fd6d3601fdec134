/** Answers the operations that executions ask for: the closed list of the bridge, on Google's side. */

import { doAreasMeet } from '../bridge/area.ts';
import type { AnswerOf, OperationName, RequestOf } from '../bridge/protocol.ts';
import { ServiceException } from './exception.ts';
import { type Google, storeName } from './google.ts';
import { isUrlAllowed } from './http/url-allow-list.ts';
import { fetchEvery, refuseUnsendable } from './http/url-fetch.ts';
import { applyWrites } from './spreadsheet/apply-writes.ts';
import { mayEdit } from './spreadsheet/protection.ts';
import { readCells } from './spreadsheet/read-cells.ts';
import { viewOfTab } from './spreadsheet/spreadsheet.ts';
import { DEFAULT_COLUMN_WIDTH_PIXELS } from './spreadsheet/tab.ts';

/** The execution that asks. */
export interface Asker {
  readonly executionId: number;
  readonly user: string;
  /** Its virtual time. */
  readonly atMs: number;
}

/** An answer that took its own time on the virtual clock. */
export class TimedAnswer<T> {
  readonly answer: T;
  readonly untilMs: number;

  constructor(answer: T, untilMs: number) {
    this.answer = answer;
    this.untilMs = untilMs;
  }
}

type Served<T> = T | TimedAnswer<T> | Promise<T | TimedAnswer<T>>;

type Handlers = {
  readonly [K in OperationName]: (google: Google, request: RequestOf<K>, asker: Asker) => Served<AnswerOf<K>>;
};

/** Answers one operation; throws a `ServiceException` for what the add-on shall meet as an `Exception`. */
export async function serveOperation<K extends OperationName>(
  google: Google,
  name: K,
  request: RequestOf<K>,
  asker: Asker,
): Promise<AnswerOf<K> | TimedAnswer<AnswerOf<K>>> {
  return HANDLERS[name](google, request, asker);
}

const HANDLERS: Handlers = {
  listTabs: ({ spreadsheet }) => spreadsheet.tabs.map(({ tabId, name, isHidden }) => ({ tabId, name, isHidden })),
  readTab: ({ spreadsheet }, { tabId }) => {
    const { bounds, grid, frozenRowCount, filter } = spreadsheet.tab(tabId);
    return { ...bounds, ...grid.extent(), frozenRowCount, filterArea: filter?.area ?? null };
  },
  readCells: ({ spreadsheet }, { tabId, area, part }) => readCells(spreadsheet, spreadsheet.tab(tabId), area, part),
  readMerges: ({ spreadsheet }, { tabId, area }) =>
    spreadsheet.tab(tabId).merges.filter((merge) => doAreasMeet(merge, area)),
  readRules: ({ spreadsheet }, { tabId }) => spreadsheet.tab(tabId).rules,
  readProtections: ({ spreadsheet }, { tabId }) => spreadsheet.tab(tabId).protections,
  canEdit: ({ spreadsheet }, { tabId, area }, { user }) => mayEdit(spreadsheet, spreadsheet.tab(tabId), area, user),
  isHidden: ({ spreadsheet }, { tabId, number, by, axis }) => {
    const tab = spreadsheet.tab(tabId);
    return by === 'filter' ? tab.filteredRows.has(number) : tab.hidden[axis].has(number);
  },
  readColumnWidth: ({ spreadsheet }, { tabId, number }) =>
    spreadsheet.tab(tabId).columnWidths.get(number) ?? DEFAULT_COLUMN_WIDTH_PIXELS,
  applyWrites: ({ spreadsheet, emit }, { writes }, { user }) => {
    try {
      applyWrites(spreadsheet, writes, user);
    } finally {
      // Edits before a refused one stand and must be seen.
      emit({ kind: 'changed' });
    }
    return null;
  },
  insertTab: ({ spreadsheet, emit }, { name, index }, { user }) => {
    const { tabId } = spreadsheet.addTab(name, undefined, index);
    spreadsheet.setView(user, viewOfTab(tabId));
    emit({ kind: 'changed' });
    return tabId;
  },
  deleteTab: ({ spreadsheet, emit }, { tabId }) => {
    spreadsheet.deleteTab(tabId);
    emit({ kind: 'changed' });
    return null;
  },
  renameTab: ({ spreadsheet, emit }, { tabId, name }) => {
    spreadsheet.renameTab(tabId, name);
    emit({ kind: 'changed' });
    return null;
  },
  readView: ({ spreadsheet }, _request, { user }) => spreadsheet.viewOf(user),
  setView: ({ spreadsheet, emit }, view, { user }) => {
    spreadsheet.setView(user, view);
    emit({ kind: 'selection', user });
    return null;
  },
  restoreView: ({ spreadsheet, emit }, { tabId }, { user }) => {
    spreadsheet.setView(user, spreadsheet.lastViewOf(user, tabId));
    emit({ kind: 'selection', user });
    return null;
  },
  getProperties: (google, { scope }, asker) => {
    countProperty(google, asker);
    return google.properties.all(storeName(scope, asker.user));
  },
  getProperty: (google, { scope, key }, asker) => {
    countProperty(google, asker);
    return google.properties.get(storeName(scope, asker.user), key);
  },
  setProperties: (google, { scope, entries, doesReplaceAll }, asker) => {
    countProperty(google, asker);
    google.properties.set(storeName(scope, asker.user), entries, doesReplaceAll);
    return null;
  },
  deleteProperty: (google, { scope, key }, asker) => {
    countProperty(google, asker);
    google.properties.delete(storeName(scope, asker.user), key);
    return null;
  },
  getCached: ({ caches }, { scope, keys }, { user, atMs }) => caches.get(storeName(scope, user), keys, atMs),
  putCached: ({ caches }, { scope, entries, expirationSeconds }, { user, atMs }) => {
    caches.put(storeName(scope, user), entries, expirationSeconds, atMs);
    return null;
  },
  removeCached: ({ caches }, { scope, keys }, { user }) => {
    caches.remove(storeName(scope, user), keys);
    return null;
  },
  acquireLock: async ({ locks }, { scope, waitMs }, { user, executionId, atMs }) => {
    const attempt = await locks.acquire(storeName(scope, user), executionId, atMs, waitMs);
    return new TimedAnswer(attempt.isHeld, attempt.untilMs);
  },
  releaseLock: ({ locks }, { scope }, { user, executionId, atMs }) => {
    locks.release(storeName(scope, user), executionId, atMs);
    return null;
  },
  hasLock: ({ locks }, { scope }, { user, executionId }) => locks.isHeldBy(storeName(scope, user), executionId),
  fetch: (google, { requests }, asker) => fetchAll(google, requests, asker),
  createTrigger: ({ triggers }, { functionName, schedule }, { user, atMs }) => {
    const { id } = triggers.create(user, functionName, schedule, atMs);
    return { id, functionName, schedule };
  },
  listTriggers: ({ triggers }, _request, { user }) =>
    triggers.of(user).map(({ id, functionName, schedule }) => ({ id, functionName, schedule })),
  deleteTrigger: ({ triggers }, { id }, { user }) => {
    triggers.delete(user, id);
    return null;
  },
  askUser: async (google, dialog, { executionId, atMs }) => {
    // An open dialog suspends the script, and its locks do not survive that.
    // @see https://developers.google.com/apps-script/reference/base/ui#alertprompt (read 2026-11-21)
    google.locks.releaseAll(executionId, atMs);
    const answer = await google.options.onDialog?.(dialog);
    return { button: answer?.button ?? 'CLOSE', text: answer?.text ?? '' };
  },
  show: ({ emit }, showing) => {
    emit(showing);
    return null;
  },
};

function countProperty({ quotas }: Google, { user, atMs }: Asker): void {
  quotas.use('properties', user, 1, atMs);
}

/** Waits as long as the model says, unless the real network takes longer. */
async function fetchAll(google: Google, requests: RequestOf<'fetch'>['requests'], { user, atMs }: Asker) {
  const { manifest, quotas, network, latency, options } = google;
  for (const request of requests) {
    refuseUnsendable(request);
    refuseUnlisted(request.url, manifest.urlFetchWhitelist);
  }
  quotas.use('urlfetch', user, requests.length, atMs);
  const refusal = options.refuseFetchAt?.(atMs);
  if (refusal !== undefined) throw new ServiceException(refusal);
  const waves = Math.ceil(requests.length / latency.fetchAllParallelism);
  const startedMs = performance.now();
  const { answers, lateMs } = await fetchEvery(requests, network, latency);
  const untilMs = atMs + Math.max(waves * latency.fetchMs + lateMs, Math.floor(performance.now() - startedMs));
  if (answers instanceof ServiceException) throw new ServiceException(answers.message, untilMs);
  return new TimedAnswer(answers, untilMs);
}

/** The real text of this refusal is published nowhere. */
function refuseUnlisted(url: string, allowList: readonly string[] | undefined): void {
  if (allowList === undefined || isUrlAllowed(url, allowList)) return;
  throw new ServiceException(`UrlFetch calls to ${url} are not permitted by the urlFetchWhitelist of the manifest.`);
}
