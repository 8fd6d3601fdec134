/** What a team decided about messages in a tab. */
import * as v from 'valibot';
import { lazySchema } from '../terms/lazy-schema.ts';
import { parseStored } from '../terms/parse-stored.ts';
import type { ColumnChoices } from './merge-row.ts';

/** As saved, by sheet id. */
export interface EventSettings extends ColumnChoices {
  /** Columns that somebody was asked about and did not want, by name. */
  readonly declined: readonly string[];
}

/** What holds where nobody decided anything. */
export const DEFAULT_EVENT_SETTINGS: EventSettings = { never: [], always: [], declined: [] };

const names = v.pipe(v.array(v.pipe(v.string(), v.maxLength(50))), v.maxLength(100));
const eventSettingsSchema = lazySchema(() => v.strictObject({ never: names, always: names, declined: names }));

/** Reads stored settings; what cannot be read counts as never set. */
export function parseEventSettings(text: string | null): EventSettings {
  return parseStored(eventSettingsSchema, text) ?? DEFAULT_EVENT_SETTINGS;
}
