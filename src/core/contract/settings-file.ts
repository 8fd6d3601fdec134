/** A tab's settings as a text that can be kept, mailed and read again. */
import * as v from 'valibot';
import { FORMAT_PROPERTY, formatStanding, STORE_FORMAT, settingsWithMark } from '../settings/store-format.ts';
import type { TabSettings } from '../settings/tab-settings.ts';
import { DEFAULT_TAB_SETTINGS } from '../settings/tab-settings.ts';
import { tabSettingsSchema } from '../settings/tab-settings-schema.ts';
import { parseJson } from '../terms/parse-json.ts';
import { failure, type Result, success } from '../terms/result.ts';

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

/** Reads exported settings; the error is a sentence. Settings that an older version did not have are the defaults. */
export function readSettingsFile(text: string): Result<TabSettings, string> {
  if (text.trim() === '') return failure('Paste exported settings or choose a file first.');
  const json = parseJson(text);
  if (!json.ok && json.error === 'tooDeep')
    return failure('This text is nested too deeply to be an export of settings.');
  const stored = json.ok ? json.value : undefined;
  if (!isRecord(stored) || !('mapping' in stored)) {
    return failure('This is not an export of tab settings. Use the text that “Export” shows.');
  }
  const { [FORMAT_PROPERTY]: format, ...settings } = stored;
  if (format !== undefined && formatStanding(String(format)) === 'newer')
    return failure('These settings are of a newer version. Update the add-on first.');
  const parsed = v.safeParse(tabSettingsSchema, { ...DEFAULT_TAB_SETTINGS, ...Object(settingsWithMark(settings)) });
  return parsed.success ? success(parsed.output) : failure(issueWords(parsed.issues[0]));
}

function issueWords(issue: v.BaseIssue<unknown>): string {
  const path = v.getDotPath(issue);
  return `These settings cannot be used${path === null ? '' : `, because of “${path}”`}: ${issue.message}.`;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
