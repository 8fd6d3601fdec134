/** Settings of tabs that were saved under a name, for other tabs of the file. */
import * as v from 'valibot';
import { lazySchema } from '../terms/lazy-schema.ts';
import { murmurHash } from '../terms/murmur-hash.ts';
import { parseStored } from '../terms/parse-stored.ts';
import { partsOf, wholeText } from './stored-parts.ts';
import { parseTabSettings, type TabSettings } from './tab-settings.ts';

type Stored = Readonly<Record<string, string>>;

/** Settings and what people call them. */
export interface NamedSettings {
  readonly name: string;
  readonly settings: TabSettings;
}

/** A name as people type it. */
export const settingsNameSchema = v.pipe(
  v.string(),
  v.trim(),
  v.nonEmpty('These settings have no name yet.'),
  v.maxLength(60, 'A name has 60 letters at most.'),
);

/** A file keeps so many. */
export const MOST_NAMED = 20;

const STORED = lazySchema(() => v.object({ name: v.string(), settings: v.unknown() }));
const PLACE = /^named\.[0-9a-f]{16}$/;

/** All of a file, by name; what cannot be read is left out. */
export function namedSettingsIn(stored: Stored): readonly NamedSettings[] {
  return Object.keys(stored)
    .filter((place) => PLACE.test(place))
    .flatMap((place) => {
      const kept = parseStored(STORED, wholeText(place, stored));
      return kept === undefined
        ? []
        : [{ name: kept.name, settings: parseTabSettings(JSON.stringify(kept.settings ?? {})) }];
    })
    .sort((one, other) => one.name.localeCompare(other.name));
}

/** The values to store for them. */
export function storedNamed(named: NamedSettings): Stored {
  return partsOf(placeOf(named.name), JSON.stringify(named));
}

/** Where a store keeps the settings of a name, all parts of them. */
export function placesOfNamed(stored: Stored, name: string): readonly string[] {
  const place = placeOf(name);
  return Object.keys(stored).filter((one) => one === place || one.startsWith(`${place}:`));
}

function placeOf(name: string): string {
  return `named.${murmurHash(name).slice(0, 16)}`;
}
