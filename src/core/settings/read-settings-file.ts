/** Reads a tab's settings out of a text that was exported. */
import * as v from 'valibot';
import { parseJson } from '../terms/parse-json.ts';
import { failure, type Result, success } from '../terms/result.ts';
import { FORMAT_PROPERTY, formatStanding, settingsWithMark } from './store-format.ts';
import { DEFAULT_TAB_SETTINGS, type TabSettings } from './tab-settings.ts';
import { tabSettingsSchema } from './tab-settings-schema.ts';

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
