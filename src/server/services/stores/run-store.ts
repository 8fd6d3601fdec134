/** Keeps the record of the run that holds this spreadsheet, and the wish to cancel it. */
import { type EndedRun, parseEndedRun } from '../../../core/engine/ended-run.ts';
import { parseReached, parseRunRecord, type Reached, type RunRecord } from '../../../core/engine/run-record.ts';
import { documentProperties, type FileProperties, readFileProperties } from './document-store.ts';

const RUN_PROPERTY = 'run';
const CANCEL_PROPERTY = 'run.cancel';
const LAST_RUN_PROPERTY = 'run.last';
const ASIDE_RUN_PROPERTY = 'run.aside';

/** In the cache, which may forget them at any time. */
const WATCHED_KEY = 'run.watched';
const REACHED_KEY = 'run.reached';
/** Longer than a sidebar waits between two looks. */
const WATCHED_SECONDS = 30;

/** The record of the last run that has not ended, alive or abandoned. */
export function readRun(): RunRecord | undefined {
  return parseRunRecord(documentProperties().getProperty(RUN_PROPERTY));
}

/** The same, in what was read of the store already. */
export function runIn(stored: FileProperties): RunRecord | undefined {
  return parseRunRecord(stored[RUN_PROPERTY] ?? null);
}

/** Saves the record; this is the run's sign of life. @param more What is stored in the same call. */
export function saveRun(record: RunRecord, more: FileProperties = {}): void {
  documentProperties().setProperties({ ...more, [RUN_PROPERTY]: JSON.stringify(record) });
}

/** The run that ended last. */
export function readLastRun(): EndedRun | undefined {
  return parseEndedRun(documentProperties().getProperty(LAST_RUN_PROPERTY));
}

/** The same, in what was read of the store already. */
export function lastRunIn(stored: FileProperties): EndedRun | undefined {
  return parseEndedRun(stored[LAST_RUN_PROPERTY] ?? null);
}

/** Remembers the run that ended last. */
export function saveLastRun(run: EndedRun): void {
  documentProperties().setProperty(LAST_RUN_PROPERTY, JSON.stringify(run));
}

/**
 * Remembers a run that ends, and takes it off the spreadsheet: one call, so that no kill comes between.
 *
 * @param more What is stored in the same call.
 */
export function endRun(run: EndedRun, more: FileProperties): void {
  documentProperties().setProperties({ ...more, [LAST_RUN_PROPERTY]: JSON.stringify(run), [RUN_PROPERTY]: '' });
}

/**
 * Puts a run in the place of one that ends: one call, so that no kill comes between and loses either.
 *
 * @param ended The run that makes room.
 * @param more What is stored in the same call.
 * @returns What stood there before; `restoreRuns` takes the replacement back with it.
 */
export function replaceRun(record: RunRecord, ended: EndedRun, more: FileProperties): FileProperties {
  const stored = { ...more, [LAST_RUN_PROPERTY]: JSON.stringify(ended), [RUN_PROPERTY]: JSON.stringify(record) };
  const before = readFileProperties();
  documentProperties().setProperties(stored);
  return Object.fromEntries(Object.keys(stored).map((name) => [name, before[name] ?? '']));
}

/** Makes a replacement undone, as if the run that came had never been. */
export function restoreRuns(before: FileProperties): void {
  documentProperties().setProperties(before);
}

/** Takes the run off the spreadsheet. A wish to cancel it may stay: it names its run. */
export function removeRun(): void {
  documentProperties().deleteProperty(RUN_PROPERTY);
}

/** Asks the execution that is under way to stop after its wave. It is a property of its own, so no save can undo it. */
export function wishToCancel(runId: string): void {
  documentProperties().setProperty(CANCEL_PROPERTY, runId);
  documentCache()?.put(CANCEL_PROPERTY, runId);
}

/**
 * Whether a wish to stop the run can be seen at a glance. The cache answers much faster than properties, so it can be asked
 * after every wave; it may forget, so between chunks `isCancelWished` is asked as well.
 *
 * @param reached Told to whoever watches the run; one that nobody watches pays nothing for it.
 */
export function isCancelSignalled(runId: string, reached?: Reached): boolean {
  const seen = documentCache()?.getAll([CANCEL_PROPERTY, WATCHED_KEY]) ?? {};
  if (reached !== undefined && seen[WATCHED_KEY] === runId) {
    documentCache()?.put(REACHED_KEY, JSON.stringify({ runId, ...reached }), WATCHED_SECONDS);
  }
  return seen[CANCEL_PROPERTY] === runId;
}

/** Watches a run from another execution: how far it was after its last wave, as far as that is known. */
export function watchRun(runId: string): Reached | undefined {
  const cache = documentCache();
  cache?.put(WATCHED_KEY, runId, WATCHED_SECONDS);
  return parseReached(cache?.get(REACHED_KEY) ?? null, runId);
}

function documentCache(): GoogleAppsScript.Cache.Cache | null {
  return CacheService.getDocumentCache();
}

/** Whether somebody asked to stop the run. */
export function isCancelWished(runId: string): boolean {
  return documentProperties().getProperty(CANCEL_PROPERTY) === runId;
}

/** A run that waits in the background until another one, which its person began after it, has ended. */
export function readAsideRun(): RunRecord | undefined {
  return parseRunRecord(documentProperties().getProperty(ASIDE_RUN_PROPERTY));
}

/** Puts the run that holds the spreadsheet aside; there is one at most. */
export function putRunAside(record: RunRecord): void {
  documentProperties().setProperties({ [ASIDE_RUN_PROPERTY]: JSON.stringify(record), [RUN_PROPERTY]: '' });
}

/** The run that was put aside holds the spreadsheet again. */
export function bringRunBack(record: RunRecord): void {
  saveRun(record, { [ASIDE_RUN_PROPERTY]: '' });
}

/** Identifies the person at the keyboard even where Google hides the address. */
export function currentUserKey(): string {
  return Session.getTemporaryActiveUserKey();
}

/** The address of the person at the keyboard, or `''` where Google does not tell it. */
export function currentUserAddress(): string {
  return Session.getActiveUser().getEmail();
}
