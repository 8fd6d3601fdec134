/** Keeps each tab's settings in the document's properties, by sheet id, so that renaming a tab changes nothing. */

import type { TabDecisions } from '../../../core/mapping/tab-decisions.ts';
import { createsMissing, headerRowSetting } from '../../../core/settings/header-row-setting.ts';
import {
  type NamedSettings,
  namedSettingsIn,
  placesOfNamed,
  storedNamed,
} from '../../../core/settings/named-settings.ts';
import { formatDecisions, parseDecisions } from '../../../core/settings/stored-decisions.ts';
import { isSplit, partsOf, wholeText } from '../../../core/settings/stored-parts.ts';
import type { TabSettings } from '../../../core/settings/tab-settings.ts';
import { parseTabSettings } from '../../../core/settings/tab-settings.ts';
import type { Failure } from '../../../core/terms/failure.ts';
import { type Result, success } from '../../../core/terms/result.ts';
import { ACTION_NAMES, ACTION_WORDS, type Action } from '../../../core/words/actions.ts';
import {
  collectGoneTabs,
  documentProperties,
  type FileProperties,
  makeRoom,
  readFileProperties,
} from './document-store.ts';

/** The settings of a tab; the defaults where nobody has saved any. */
export function readTabSettings(tabId: number): TabSettings {
  return parseTabSettings(readText(propertyOf(tabId)));
}

/** The same, in what was read of the store already. */
export function tabSettingsIn(stored: FileProperties, tabId: number): TabSettings {
  return parseTabSettings(wholeText(propertyOf(tabId), stored));
}

/** The number of a tab's header row where somebody has set it. */
export function headerRowSettingIn(stored: FileProperties, tabId: number): number | undefined {
  return headerRowSetting(wholeText(propertyOf(tabId), stored));
}

/** Whether a tab creates listings that the platform does not have. */
export function createsMissingIn(stored: FileProperties, tabId: number): boolean {
  return createsMissing(wholeText(propertyOf(tabId), stored));
}

/** Saves the settings of a tab, or says that there is no room for them. What belongs to tabs that are gone is removed. */
export function saveTabSettings(tabId: number, settings: TabSettings): Result<null, Failure> {
  const room = saveText(propertyOf(tabId), JSON.stringify(settings));
  if (room.ok) collectGoneTabs(room.value);
  return room.ok ? success(null) : room;
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

/** Settings of this file that have a name. */
export function readNamedSettings(): readonly NamedSettings[] {
  return namedSettingsIn(readFileProperties());
}

/** Saves settings under a name, in place of those that have it. */
export function saveNamedSettings(named: NamedSettings): Result<null, Failure> {
  const values = storedNamed(named);
  const room = makeRoom(values);
  if (!room.ok) return room;
  // All at once, as with those of a tab; parts that a longer text had are left over.
  documentProperties().setProperties({ ...values });
  for (const place of placesOfNamed(room.value, named.name))
    if (values[place] === undefined) documentProperties().deleteProperty(place);
  return success(null);
}

/** Forgets a name and its settings. */
export function forgetNamedSettings(name: string): void {
  for (const place of placesOfNamed(readFileProperties(), name)) documentProperties().deleteProperty(place);
}

/** What was decided of a tab's columns; `undefined` where nothing was, or a person wants it decided anew. */
export function readDecisions(tabId: number): TabDecisions | undefined {
  return parseDecisions(readText(decisionsPropertyOf(tabId)));
}

/** The same, in what was read of the store already. */
export function decisionsIn(stored: FileProperties, tabId: number): TabDecisions | undefined {
  return parseDecisions(wholeText(decisionsPropertyOf(tabId), stored));
}

/**
 * Keeps what was decided of a tab's columns. Where there is no room for it beside what is stored, everything goes on; it is
 * then decided again by the next who needs it. Answers what is stored by then.
 */
export function keepDecisions(tabId: number, decisions: TabDecisions, stored: FileProperties): FileProperties {
  const text = formatDecisions(decisions);
  if (text === undefined) return stored;
  const name = decisionsPropertyOf(tabId);
  const saved = saveText(name, text, stored);
  return saved.ok ? { ...saved.value, ...partsOf(name, text) } : stored;
}

/** Forgets what was decided of a tab's columns. */
export function forgetDecisions(tabId: number): void {
  const name = decisionsPropertyOf(tabId);
  for (const part of partsIn(readFileProperties(), name)) documentProperties().deleteProperty(part);
  documentProperties().deleteProperty(name);
}

/** A text that may be split over several values. */
function readText(name: string): string | null {
  const value = documentProperties().getProperty(name);
  return isSplit(value) ? wholeText(name, readFileProperties()) : value;
}

/** Saves a text over as many values as it needs; gives what is stored besides. */
function saveText(name: string, text: string, stored?: FileProperties): Result<FileProperties, Failure> {
  const parts = partsOf(name, text);
  const room = makeRoom(parts, stored);
  if (!room.ok) return room;
  // All at once: parts of two versions are none.
  documentProperties().setProperties({ ...parts });
  const left = partsIn(room.value, name).filter((part) => parts[part] === undefined);
  for (const part of left) documentProperties().deleteProperty(part);
  return success(Object.fromEntries(Object.entries(room.value).filter(([stored]) => !left.includes(stored))));
}

function partsIn(stored: FileProperties, name: string): readonly string[] {
  return Object.keys(stored).filter((stored) => stored.startsWith(`${name}:`));
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
