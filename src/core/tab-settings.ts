/** A tab's settings: the defaults, and reading what was stored. */
import * as v from 'valibot';
import { type FieldName, fieldDefinition } from './listing/fields.ts';
import type { EmptyPolicy, TabSettings } from './protocol.ts';
import { tabSettingsSchema } from './tab-settings-schema.ts';

/** Longest value a property may have, in bytes. @see https://developers.google.com/apps-script/guides/services/quotas (read 2026-11-21). */
const LONGEST_PROPERTY_BYTES = 9 * 1024;

/** What holds for a tab nobody has set up. */
export const DEFAULT_TAB_SETTINGS: TabSettings = {
  mapping: {},
  unmapped: [],
  keyTypes: ['NewOaks', 'MLSNumber', 'URL'],
  missing: 'hold',
  ifEmpty: {},
  policies: { pending: 'skip', underContract: 'skip', hold: 'skip', soldRental: 'sold' },
  taughtWords: {},
  seenHeaders: [],
  extraHeaders: [],
  excludedHeaders: [],
  sendsShownText: false,
};

/** Reads stored settings; what cannot be read counts as never set. */
export function parseTabSettings(text: string | null): TabSettings {
  if (text === null || text === '') return DEFAULT_TAB_SETTINGS;
  try {
    const stored: unknown = JSON.parse(text);
    const parsed = v.safeParse(tabSettingsSchema, { ...DEFAULT_TAB_SETTINGS, ...asObject(stored) });
    return parsed.success ? parsed.output : DEFAULT_TAB_SETTINGS;
  } catch {
    // Settings of an unknown future version, or overwritten by another script: start from the defaults.
    return DEFAULT_TAB_SETTINGS;
  }
}

/** The settings as text, or `undefined` when a property cannot hold them. */
export function formatTabSettings(settings: TabSettings): string | undefined {
  const text = JSON.stringify(settings);
  const bytes = encodeURIComponent(text).replace(/%../g, '_').length;
  return bytes <= LONGEST_PROPERTY_BYTES ? text : undefined;
}

/** What happens to a row that leaves a field empty: the field's own policy, else the tab's. */
export function emptyPolicyOf(field: FieldName, settings: Pick<TabSettings, 'ifEmpty' | 'missing'>): EmptyPolicy {
  const isHeld = fieldDefinition(field).isRequired && settings.missing === 'hold';
  return settings.ifEmpty[field] ?? { kind: isHeld ? 'hold' : 'leaveOut' };
}

function asObject(value: unknown): Readonly<Record<string, unknown>> {
  return v.is(v.record(v.string(), v.unknown()), value) ? value : {};
}
