/** Whether what a row of listings says is true, by what the platform received, answered and holds. */
import type { JournalEntry, Platform } from '../../../playground/platform/platform.ts';
import { keysOf } from './plot.ts';
import type { ListingLine } from './tab-layout.ts';

/** What a claim is held against. */
export interface Truth {
  readonly entries: readonly JournalEntry[];
  readonly platform: Platform;
  /** All rows as they stand. */
  readonly lines: readonly ListingLine[];
  /** Rows, by token, that our check may hold back: from the beginning, or for what people did to them. */
  readonly doubtful: ReadonlySet<string>;
}

/** Whether a row's status is true of the row it stands in. */
export function isTrueClaim(line: ListingLine, truth: Truth): boolean {
  const { status, token, mlsNumber } = line;
  const { platform } = truth;
  const ofKey = truth.entries.filter((entry) => keysOf(entry).includes(mlsNumber));
  switch (status) {
    case '':
      return true;
    case 'Updated':
      return ofKey.some((entry) => entry.isApplied && speaksFor(line, tokenIn(entry), truth.lines));
    case 'Deleted':
      return (
        ofKey.some((entry) => entry.isApplied && entry.endpoint === 'RealEstateDelete') &&
        !platform.listings().some((record) => record.MLSNumber === mlsNumber)
      );
    case 'Not found':
      return ofKey.some((entry) => !entry.isApplied && entry.status === 200);
    case 'Unchanged':
      return settledProblem(line, platform, false) === '';
    case 'Invalid':
    case 'Skipped':
      return truth.doubtful.has(token);
    default:
      return false;
  }
}

/**
 * Whether what was sent for a token was sent for the row: it was the row's own, or that of a row it was copied from or
 * that was copied from it, and the row alone has the key now.
 */
function speaksFor({ token, mlsNumber }: ListingLine, sentToken: string, lines: readonly ListingLine[]): boolean {
  if (sentToken === token) return true;
  const isKin = originOf(sentToken) === originOf(token);
  return isKin && !lines.some((other) => other.token === sentToken && other.mlsNumber === mlsNumber);
}

function originOf(token: string): string {
  return token.slice(0, token.length - (/c+$/.exec(token)?.[0].length ?? 0));
}

function tokenIn(entry: JournalEntry): string {
  return descriptionIn(entry).split(' ')[0] ?? '';
}

function descriptionIn({ body }: JournalEntry): string {
  return typeof body === 'object' && body !== null && 'Description' in body ? String(body.Description) : '';
}

/** Whether a row can be sent at all; one that cannot leaves its key to the next row. */
export function isSendable({ listingStatus, bedrooms }: ListingLine): boolean {
  return listingStatus === 'Withdrawn' || bedrooms !== 'many';
}

/**
 * What is wrong with a row after an undisturbed run; `''` when nothing is.
 *
 * @param hadTwin Whether another row with this key was sent as well, so that the platform may hold what that one said.
 */
export function settledProblem(
  { status, mlsNumber, description, ...line }: ListingLine,
  platform: Platform,
  hadTwin: boolean,
): string {
  const record = platform.listings().find((candidate) => candidate.MLSNumber === mlsNumber);
  const isThere = record !== undefined;
  if (line.listingStatus === 'Withdrawn') {
    const isRight = ['Deleted', 'Unchanged', 'Not found'].includes(status) && !isThere;
    return isRight ? '' : 'shall be gone';
  }
  if (line.bedrooms === 'many') return status === 'Invalid' ? '' : 'cannot be sent';
  if (!isThere) return status === 'Not found' ? '' : 'is not on the platform';
  const isSame = record.Description === description || (hadTwin && status === 'Unchanged');
  const isRight = ['Updated', 'Unchanged'].includes(status) && isSame;
  return isRight ? '' : `is ${String(record.Description)} on the platform and ${description} here`;
}
