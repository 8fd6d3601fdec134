/** Keeps each tab's settings in the document's properties, by sheet id, so that renaming a tab changes nothing. */

import type { TabDecisions } from '../../core/mapping/tab-decisions.ts';
import { headerRowSetting } from '../../core/settings/header-row-setting.ts';
import { formatDecisions, parseDecisions } from '../../core/settings/stored-decisions.ts';
import type { TabSettings } from '../../core/settings/tab-settings.ts';
import { formatTabSettings, parseTabSettings } from '../../core/settings/tab-settings.ts';
import type { Failure } from '../../core/terms/failure.ts';
import { failure, type Result, success } from '../../core/terms/result.ts';
import { failures } from '../../core/words/failures.ts';
import { documentProperties } from './connection-store.ts';

/** The settings of a tab; the defaults where nobody has saved any. */
export function readTabSettings(tabId: number): TabSettings {
  return parseTabSettings(documentProperties().getProperty(propertyOf(tabId)));
}

/** The number of a tab's header row where somebody has set it. */
export function readHeaderRowSetting(tabId: number): number | undefined {
  return headerRowSetting(documentProperties().getProperty(propertyOf(tabId)));
}

/** Saves the settings of a tab, or says that they are too large. */
export function saveTabSettings(tabId: number, settings: TabSettings): Result<null, Failure> {
  const text = formatTabSettings(settings);
  if (text === undefined) return failure(failures.settingsTooLarge());
  documentProperties().setProperty(propertyOf(tabId), text);
  return success(null);
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
  if (text === undefined) return;
  try {
    documentProperties().setProperty(decisionsPropertyOf(tabId), text);
  } catch (exception) {
    console.info({ message: 'the decisions about a tab could not be kept', error: String(exception) });
  }
}

/** Forgets what was decided of a tab's columns. */
export function forgetDecisions(tabId: number): void {
  documentProperties().deleteProperty(decisionsPropertyOf(tabId));
}

function decisionsPropertyOf(tabId: number): string {
  return `decisions:${tabId}`;
}

function propertyOf(tabId: number): string {
  return `tab:${tabId}`;
}
