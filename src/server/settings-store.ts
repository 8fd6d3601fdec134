/** Keeps each tab's settings in the document's properties, by sheet id, so that renaming a tab changes nothing. */
import { failures } from '../core/failures.ts';
import { headerRowSetting } from '../core/header-row-setting.ts';
import type { Failure, TabSettings } from '../core/protocol.ts';
import { failure, type Result, success } from '../core/result.ts';
import { documentProperties } from './connection-store.ts';
import { planning } from './planning.ts';

/** The settings of a tab; the defaults where nobody has saved any. */
export function readTabSettings(tabId: number): TabSettings {
  return planning().parseTabSettings(documentProperties().getProperty(propertyOf(tabId)));
}

/** The number of a tab's header row where somebody has set it. */
export function readHeaderRowSetting(tabId: number): number | undefined {
  return headerRowSetting(documentProperties().getProperty(propertyOf(tabId)));
}

/** Saves the settings of a tab, or says that they are too large. */
export function saveTabSettings(tabId: number, settings: TabSettings): Result<null, Failure> {
  const text = planning().formatTabSettings(settings);
  if (text === undefined) return failure(failures.settingsTooLarge());
  documentProperties().setProperty(propertyOf(tabId), text);
  return success(null);
}

function propertyOf(tabId: number): string {
  return `tab:${tabId}`;
}
