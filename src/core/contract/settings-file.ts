/** A tab's settings as a text that can be kept and mailed; the server reads it again. */
import { FORMAT_PROPERTY, STORE_FORMAT } from '../settings/store-format.ts';
import type { TabSettings } from '../settings/tab-settings.ts';

/** The settings as JSON that people can read. */
export function formatSettingsFile(settings: TabSettings): string {
  return JSON.stringify({ [FORMAT_PROPERTY]: STORE_FORMAT, ...settings }, undefined, 2);
}

/** A name for the file that tells which tab it is from; only characters every system takes. */
export function settingsFileName(tabName: string): string {
  const plain = tabName
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .toLowerCase();
  return `listing-sync-${plain === '' ? 'tab' : plain}.json`;
}
