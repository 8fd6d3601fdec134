/** How often a law is tried. */

/** `usual` times, or as often as `LISTING_SYNC_SEQUENCES` says: ten thousand for a proof, a few while code is mutated. */
export function sequencesTried(usual: number): number {
  return Number(process.env.LISTING_SYNC_SEQUENCES ?? usual);
}
