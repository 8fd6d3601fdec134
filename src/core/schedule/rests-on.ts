/** What a schedule rests on in a tab: when it changes, nobody has agreed to what would be sent. */
import { DEFAULT_TAB_SETTINGS, type TabSettings } from '../settings/tab-settings.ts';
import { murmurHash } from '../terms/murmur-hash.ts';

/** What is sent, where to, and how it is read. */
export interface Foundation {
  readonly chatbotId: string;
  readonly baseUrl: string;
  /** Headers of the columns that are read, in any order. */
  readonly usedHeaders: readonly string[];
  readonly settings: TabSettings;
}

/** A schedule may have ten tabs, with three of these each. */
const HASH_LENGTH = 8;

/** The settings that only say what was there when somebody looked. */
const NOTES: ReadonlySet<string> = new Set(['seenHeaders', 'headerRowNumber']);

/** Stands for a foundation: a short hash for each part, so that it can be said which of them changed. */
export function restsOn({ chatbotId, baseUrl, usedHeaders, settings }: Foundation): string {
  const parts = [[chatbotId, baseUrl], [...new Set(usedHeaders)].sort(), ownSettings(settings)];
  return parts.map((part) => murmurHash(JSON.stringify(part)).slice(0, HASH_LENGTH)).join('.');
}

/** Only what differs from the defaults: a version that adds a setting changes nothing. */
function ownSettings(settings: TabSettings): readonly (readonly [string, unknown])[] {
  const defaults = new Map<string, unknown>(Object.entries(DEFAULT_TAB_SETTINGS));
  return Object.entries(settings)
    .filter(([name, value]) => !NOTES.has(name) && JSON.stringify(value) !== JSON.stringify(defaults.get(name)))
    .sort(([one], [other]) => (one < other ? -1 : 1));
}

/** What changed, in words; `undefined` where nothing did. */
export function changeOf(before: string, now: string, tabName: string): string | undefined {
  const [placeBefore, columnsBefore, settingsBefore] = before.split('.').map((hash) => hash.slice(0, HASH_LENGTH));
  const [place, columns, settings] = now.split('.');
  if (placeBefore !== place) return 'The chatbot of this file, or the address of the platform, was changed.';
  if (columnsBefore !== columns) return `The columns of “${tabName}” that are sent were renamed, added or removed.`;
  return settingsBefore === settings ? undefined : `The settings of “${tabName}” were changed.`;
}
