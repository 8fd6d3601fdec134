/** The made-up content of the playground: three tabs as a person typed them, and what the stand-in has of them. */
import { CHATBOT_ROWS, UNKNOWN_ROW_IDS } from './demo/chatbot-rows.ts';
import { LISTINGS, listingPage, UNKNOWN_MLS_NUMBERS } from './demo/listings.ts';
import { PORTAL_EXPORT, UNKNOWN_EXPORT_NUMBERS } from './demo/portal-export.ts';
import { STARTER_LISTING } from './demo/starter-tab.ts';
import { columnOf } from './demo/table-text.ts';
import type { ChatbotRowRecord, ListingRecord } from './platform/platform.ts';

/** A tab of the demo spreadsheet. */
export interface DemoTab {
  readonly name: string;
  /** Cells as a person types them (`'=x` is text); rows may be shorter than the header row. */
  readonly rows: readonly (readonly string[])[];
}

/** The chatbot of the demo connection. */
export const DEMO_CHATBOT_ID = 'de30de30de30de30de30de30de30de30';

/** The key of the demo connection. It opens nothing but the stand-in. */
export const DEMO_SECRET_KEY = 'demo-key-that-opens-only-the-playground';

/** The tabs, in their order in the spreadsheet. */
export const DEMO_TABS: readonly DemoTab[] = [
  { name: 'Listings', rows: LISTINGS },
  { name: 'Chatbot rows', rows: CHATBOT_ROWS },
  { name: 'Portal export', rows: PORTAL_EXPORT },
];

/** The listings that the stand-in has: those of all tabs except the few that show *Not found*. */
export function demoListings(): readonly ListingRecord[] {
  const unknown = new Set([...UNKNOWN_MLS_NUMBERS, ...UNKNOWN_EXPORT_NUMBERS]);
  const own = columnOf(LISTINGS, 'MLS number').map((mlsNumber) => ({ mlsNumber, url: listingPage(mlsNumber) }));
  const known = [...own, ...exportedListings(), STARTER_LISTING].filter(({ mlsNumber }) => !unknown.has(mlsNumber));
  const byUrl = new Map(known.map((listing) => [listing.url, listing]));
  return [...byUrl.values()].map(({ mlsNumber, url }, index) => ({
    Key: `DEMO-${String(index + 1).padStart(4, '0')}`,
    Url: url,
    Status: 'Active',
    ...(mlsNumber !== '' && { MLSNumber: mlsNumber }),
  }));
}

/** The chatbot rows that the stand-in has: those with a good ID except the few that show *Not found*. */
export function demoRows(): readonly ChatbotRowRecord[] {
  const ids = new Set(columnOf(CHATBOT_ROWS, 'ID').filter((id) => /^\d+$/.test(id) && !UNKNOWN_ROW_IDS.includes(id)));
  return [...ids].map((id) => ({ ID: Number(id), Data: { Topic: 'as last pushed' } }));
}

/** The export's listings; the blank line of the notice has no page. */
function exportedListings(): readonly { readonly mlsNumber: string; readonly url: string }[] {
  const urlHeader = PORTAL_EXPORT[0]?.find((header) => header.startsWith('URL (SEE')) ?? '';
  const mlsNumbers = columnOf(PORTAL_EXPORT, 'MLS#');
  return columnOf(PORTAL_EXPORT, urlHeader)
    .map((url, index) => ({ url, mlsNumber: mlsNumbers[index] ?? '' }))
    .filter(({ url }) => url !== '');
}
