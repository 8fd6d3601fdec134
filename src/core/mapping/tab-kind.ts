/** Tells a tab of chatbot rows from one of listings by its headers alone. */
import type { FieldName } from '../listing/fields.ts';
import type { TabKind } from '../words/actions.ts';
import { meaningsOf } from './header-meanings.ts';

/** Chatbot rows may have a price and a link as well; more of a listing than that makes it one. */
const MOST_FIELDS_BY_CHANCE = 3;

/** A row number of the platform in a column `ID`, and no columns of a listing: chatbot rows. Anything else: listings. */
export function tabKindOf(headers: readonly string[]): Extract<TabKind, 'listings' | 'chatbotRows'> {
  const others = headers.filter((header) => header.trim().toLowerCase() !== 'id');
  if (others.length === headers.length) return 'listings';
  const fields = new Set<FieldName>(
    others.flatMap((header) =>
      meaningsOf(header).flatMap(({ field, strength }) => (strength === 'proposal' ? [] : [field])),
    ),
  );
  return fields.has('MLSNumber') || fields.size > MOST_FIELDS_BY_CHANCE ? 'listings' : 'chatbotRows';
}
