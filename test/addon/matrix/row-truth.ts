/** Whether what a row of listings says is true, by what the platform received, answered and holds. */
import type { JournalEntry, Platform } from '../../../playground/platform/platform.ts';
import { keysOf } from './plot.ts';
import type { ListingLine } from './tab-layout.ts';

/**
 * Whether a row's status is true of the row it stands in.
 *
 * @param doubtful Rows, by token, that our check may hold back: from the beginning, or for what people did to them.
 */
export function isTrueClaim(
  { status, token, mlsNumber }: ListingLine,
  entries: readonly JournalEntry[],
  platform: Platform,
  doubtful: ReadonlySet<string>,
): boolean {
  const ofKey = entries.filter((entry) => keysOf(entry).includes(mlsNumber));
  switch (status) {
    case '':
      return true;
    case 'Updated':
      return ofKey.some((entry) => entry.isApplied && descriptionIn(entry).split(' ')[0] === token);
    case 'Deleted':
      return (
        ofKey.some((entry) => entry.isApplied && entry.endpoint === 'RealEstateDelete') &&
        !platform.listings().some((record) => record.MLSNumber === mlsNumber)
      );
    case 'Not found':
      return ofKey.some((entry) => !entry.isApplied && entry.status === 200);
    case 'Invalid':
    case 'Skipped':
      return doubtful.has(token);
    default:
      return false;
  }
}

function descriptionIn({ body }: JournalEntry): string {
  return typeof body === 'object' && body !== null && 'Description' in body ? String(body.Description) : '';
}

/** Whether a row can be sent at all; one that cannot leaves its key to the next row. */
export function isSendable({ listingStatus, bedrooms }: ListingLine): boolean {
  return listingStatus === 'Withdrawn' || bedrooms !== 'many';
}

/** What is wrong with a row after an undisturbed run; `''` when nothing is. */
export function settledProblem({ status, mlsNumber, description, ...line }: ListingLine, platform: Platform): string {
  const record = platform.listings().find((candidate) => candidate.MLSNumber === mlsNumber);
  const isThere = record !== undefined;
  if (line.listingStatus === 'Withdrawn') {
    const isRight = ['Deleted', 'Unchanged', 'Not found'].includes(status) && !isThere;
    return isRight ? '' : 'shall be gone';
  }
  if (line.bedrooms === 'many') return status === 'Invalid' ? '' : 'cannot be sent';
  if (!isThere) return status === 'Not found' ? '' : 'is not on the platform';
  const isRight = ['Updated', 'Unchanged'].includes(status) && record.Description === description;
  return isRight ? '' : `is ${String(record.Description)} on the platform and ${description} here`;
}
