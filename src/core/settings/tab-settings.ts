/** A tab's settings: the defaults, and reading what was stored. */
import * as v from 'valibot';
import type { ChosenSources } from '../listing/field-source.ts';
import type { KeyType } from '../listing/fields.ts';
import type { CreatePolicy, DaysPolicy, EmptyPolicies, LeftPolicy, StatusPolicies } from '../listing/policies.ts';
import type { TaughtWords } from '../listing/reading.ts';
import { parseStored } from '../terms/parse-stored.ts';
import { USUAL_BELIEVED_DAYS } from './believed-days.ts';
import { tabSettingsSchema } from './tab-settings-schema.ts';

/** A tab's settings as saved: by sheet id, in the document, shared by everybody who can edit it. */
export interface TabSettings extends ChosenSources, EmptyPolicies {
  /** Absent: found automatically. */
  readonly headerRowNumber?: number;
  readonly keyTypes: readonly KeyType[];
  readonly policies: StatusPolicies;
  /** Words the team has taught, by vocabulary. */
  readonly taughtWords: TaughtWords;
  /** The mark of the tab's headers when these settings were saved, to notice changes; `''` when never saved. */
  readonly seenHeaders: string;
  /** Headers of unmapped columns that are sent as extra information. */
  readonly extraHeaders: readonly string[];
  /** Chatbot rows: headers that are not sent. */
  readonly excludedHeaders: readonly string[];
  /** Chatbot rows: headers that are sent although they are internal by name. */
  readonly includedHeaders: readonly string[];
  /** Chatbot rows: send the text as shown instead of the typed value. */
  readonly sendsShownText: boolean;
  /** What becomes of the address of a listing that messages filled and that does not say whether it may be shown. */
  readonly unflaggedAddress: 'hide' | 'show';
  /** What becomes of listings that the platform does not have. */
  readonly createMissing: CreatePolicy;
  /** What is done about listings that no row shows any more. */
  readonly rowsThatLeft: LeftPolicy;
  /** When days that are counted from a date are sent although nothing else has changed. */
  readonly countedDays: DaysPolicy;
  /** For how many days it is believed that the platform has what it confirmed; then a row is sent once more. */
  readonly believedDays: number;
  /** Listings: a listing for sale keeps its rent, and a rental its sale price. */
  readonly sendsBothPrices: boolean;
}

/** What holds for a tab nobody has set up. */
export const DEFAULT_TAB_SETTINGS: TabSettings = {
  mapping: {},
  unmapped: [],
  keyTypes: ['NewOaks', 'MLSNumber', 'URL'],
  missing: 'hold',
  ifEmpty: {},
  policies: { pending: 'skip', underContract: 'skip', hold: 'skip', soldRental: 'sold' },
  taughtWords: {},
  seenHeaders: '',
  extraHeaders: [],
  excludedHeaders: [],
  includedHeaders: [],
  sendsShownText: false,
  unflaggedAddress: 'hide',
  createMissing: 'off',
  countedDays: 'weekly',
  rowsThatLeft: 'ask',
  believedDays: USUAL_BELIEVED_DAYS,
  sendsBothPrices: false,
};

/** Reads stored settings; what cannot be read counts as never set. */
export function parseTabSettings(text: string | null): TabSettings {
  const stored = parseStored(v.record(v.string(), v.unknown()), text);
  if (stored === undefined) return DEFAULT_TAB_SETTINGS;
  // A setting that is newer than what was stored has its default.
  const parsed = v.safeParse(tabSettingsSchema, { ...DEFAULT_TAB_SETTINGS, ...stored });
  return parsed.success ? parsed.output : DEFAULT_TAB_SETTINGS;
}
