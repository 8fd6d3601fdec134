/** Keeps each tab's settings in the document's properties, by sheet id, so that renaming a tab changes nothing. */

import type { TabDecisions } from '../../core/mapping/tab-decisions.ts';
import { headerRowSetting } from '../../core/settings/header-row-setting.ts';
import { formatDecisions, parseDecisions } from '../../core/settings/stored-decisions.ts';
import { isSplit, partsOf, wholeText } from '../../core/settings/stored-parts.ts';
import type { TabSettings } from '../../core/settings/tab-settings.ts';
import { parseTabSettings } from '../../core/settings/tab-settings.ts';
import type { Failure } from '../../core/terms/failure.ts';
import { type Result, success } from '../../core/terms/result.ts';
import { ACTION_NAMES, ACTION_WORDS, type Action } from '../../core/words/actions.ts';
import {
  collectGoneTabs,
  documentProperties,
  type FileProperties,
  makeRoom,
  readFileProperties,
} from './document-store.ts';

/** The settings of a tab; the defaults where nobody has saved any. */
export function readTabSettings(tabId: number): TabSettings {
  const name = propertyOf(tabId);
  const value = documentProperties().getProperty(name);
  return parseTabSettings(isSplit(value) ? wholeText(name, readFileProperties()) : value);
}

/** The number of a tab's header row where somebody has set it. */
export function headerRowSettingIn(stored: FileProperties, tabId: number): number | undefined {
  return headerRowSetting(wholeText(propertyOf(tabId), stored));
}

/** Saves the settings of a tab, or says that there is no room for them. What belongs to tabs that are gone is removed. */
export function saveTabSettings(tabId: number, settings: TabSettings): Result<null, Failure> {
  const parts = partsOf(propertyOf(tabId), JSON.stringify(settings));
  const room = makeRoom(parts);
  if (!room.ok) return room;
  // All at once: parts of two versions are none.
  documentProperties().setProperties({ ...parts });
  const kept = collectGoneTabs(room.value);
  const isOwn = (name: string) => name.startsWith(`${propertyOf(tabId)}:`);
  for (const name of Object.keys(kept).filter((name) => isOwn(name) && parts[name] === undefined)) {
    documentProperties().deleteProperty(name);
  }
  return success(null);
}

/** What somebody last chose to do with the rows of a tab. */
export function chosenActionIn(stored: FileProperties, tabId: number): Action | undefined {
  const chosen = stored[actionPropertyOf(tabId)];
  return ACTION_NAMES.find((name) => name === chosen);
}

/**
 * Remembers what somebody chose to do with the rows of a tab, where there is room. A choice to delete is forgotten with the one
 * before: nobody shall find a button that deletes because of another person's choice.
 */
export function keepChosenAction(tabId: number, action: Action): void {
  const name = actionPropertyOf(tabId);
  if (ACTION_WORDS[action].alwaysAsks) documentProperties().deleteProperty(name);
  else if (makeRoom({ [name]: action }).ok) documentProperties().setProperty(name, action);
}

/** What was decided of a tab's columns; `undefined` where nothing was, or a person wants it decided anew. */
export function readDecisions(tabId: number): TabDecisions | undefined {
  return parseDecisions(documentProperties().getProperty(decisionsPropertyOf(tabId)));
}

/**
 * Keeps what was decided of a tab's columns. Where there is no room for it, everything goes on; it is then decided again by
 * the next who needs it.
 */
export function keepDecisions(tabId: number, decisions: TabDecisions): void {
  const text = formatDecisions(decisions);
  const name = decisionsPropertyOf(tabId);
  if (text !== undefined && makeRoom({ [name]: text }).ok) documentProperties().setProperty(name, text);
}

/** Forgets what was decided of a tab's columns. */
export function forgetDecisions(tabId: number): void {
  documentProperties().deleteProperty(decisionsPropertyOf(tabId));
}

function decisionsPropertyOf(tabId: number): string {
  return `decisions:${tabId}`;
}

function actionPropertyOf(tabId: number): string {
  return `action:${tabId}`;
}

function propertyOf(tabId: number): string {
  return `tab:${tabId}`;
}
