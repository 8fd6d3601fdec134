/** Small sheets of listings for tests that look at single rows. */
import { listingRows, records } from '../listings.ts';
import type { Scene, Stage } from './stage.ts';

/** The keys of four complete listings. */
export const FOUR_KEYS = ['A1', 'A2', 'A3', 'A4'] as const;

/** Four complete listings, on the tab and on the platform. */
export function openFour(stage: Stage): Promise<Scene> {
  return stage.begin({ rows: listingRows(...FOUR_KEYS), platform: { listings: records(...FOUR_KEYS) } });
}

/** The MLS numbers that the platform has. */
export function keysThere({ platform }: Scene): readonly string[] {
  return platform.listings().map((record) => String(record.MLSNumber));
}
