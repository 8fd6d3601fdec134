/** Reads coordinates, and notices those that lost their sign. */
import { states } from '../listing/vocabulary/state-codes.ts';
import { lazily } from '../terms/lazily.ts';
import { type JsonNode, numberOf, textOf } from './json-node.ts';

/** Coordinates that can be trusted, or why there are none. */
export interface SaidPlace {
  readonly latitude?: number;
  readonly longitude?: number;
  readonly problem?: string;
}

const WESTERN_REGIONS = lazily(
  (): ReadonlySet<string> =>
    new Set(states().flatMap(({ code, name }) => (code === 'GU' || code === 'MP' ? [] : [code, name.toUpperCase()]))),
);

const US_REGIONS = lazily(
  (): ReadonlySet<string> =>
    new Set(states().flatMap(({ code, name, country }) => (country === 'US' ? [code, name.toUpperCase()] : []))),
);

/** What is odd about a postal code that is kept as it came: a ZIP of the US with fewer than five digits lost zeros, or more. */
export function zipProblem(zip: string, country: string, region: string): string | undefined {
  const isUs = country === 'US' || (country === '' && US_REGIONS().has(region.toUpperCase()));
  return isUs && /^\d{1,4}$/.test(zip)
    ? `ZIP ${zip} was kept as it came, but a ZIP of the US has five digits`
    : undefined;
}

/** Both or none: half a place, or one at 0/0, is none. East of Greenwich there is no US state or Canadian province. */
export function saidCoordinates(listing: JsonNode): SaidPlace {
  const latitude = numberOf(listing.latitude);
  const longitude = numberOf(listing.longitude);
  if (latitude.kind === 'none' || longitude.kind === 'none') return {};
  const isPlace =
    latitude.kind === 'number' &&
    longitude.kind === 'number' &&
    Math.abs(latitude.value) <= 90 &&
    Math.abs(longitude.value) <= 180;
  if (!isPlace) return { problem: 'Latitude and longitude name no place, so both were left out' };
  if (latitude.value === 0 && longitude.value === 0) return {};
  const region = textOf(listing.addressRegion);
  if (longitude.value > 0 && WESTERN_REGIONS().has(region.toUpperCase())) {
    return { problem: `Longitude ${longitude.value} is not in ${region}, so latitude and longitude were left out` };
  }
  return { latitude: latitude.value, longitude: longitude.value };
}
