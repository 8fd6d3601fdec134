/** Collects what the platform lists, page by page, and knows when there is no more. */
import type { ListedListing, ListingPage } from '../platform/listing-page.ts';

/** What was collected so far. */
export interface Inventory {
  readonly listings: readonly ListedListing[];
  readonly pages: number;
  /** What the last page said that there are in all; absent where none said so. */
  readonly total?: number;
  /** Whether there is nothing more to ask for. */
  readonly isOver: boolean;
}

/** Listings that are asked for at once; the platform may send fewer, and no document names a limit. */
export const PAGE_SIZE = 100;

/** More pages than a comparison can have the time for. */
const MOST_PAGES = 500;

/** Before the first page. */
export const NOTHING_LISTED: Inventory = { listings: [], pages: 0, isOver: false };

/**
 * The inventory after its next page. It is over with a page that is empty or brings nothing new, since a platform that does not
 * heed page numbers repeats itself, and when as many were brought as there are said to be.
 */
export function withPage(inventory: Inventory, page: ListingPage): Inventory {
  const known = new Set(inventory.listings.map(nameOfListing));
  const fresh = page.listings.filter((listing) => {
    const name = nameOfListing(listing);
    const isNew = !known.has(name);
    known.add(name);
    return isNew;
  });
  const listings = [...inventory.listings, ...fresh];
  const total = page.total ?? inventory.total;
  const pages = inventory.pages + 1;
  const isOver = fresh.length === 0 || (total !== undefined && listings.length >= total) || pages >= MOST_PAGES;
  return { listings, pages, isOver, ...(total !== undefined && { total }) };
}

/** Whether all listings were brought, as far as the platform says how many there are. */
export function isComplete({ listings, total, isOver, pages }: Inventory): boolean {
  return isOver && pages < MOST_PAGES && (total === undefined || listings.length >= total);
}

/** By what two pages are seen to bring the same listing. */
function nameOfListing({ key, values }: ListedListing): string {
  return key === '' ? JSON.stringify(values) : `key ${key}`;
}
