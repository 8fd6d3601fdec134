/** Whether what a row says is true, by what the platform received, answered and holds. */
import type { JournalEntry, Platform } from '../../../playground/platform/platform.ts';
import type { DisturbedAction } from './disturbed-plot.ts';
import { keysOf } from './plot.ts';
import type { RowLine } from './tab-layout.ts';

/** What a claim is held against. */
export interface Truth {
  readonly action: DisturbedAction;
  readonly entries: readonly JournalEntry[];
  readonly platform: Platform;
  /** All rows as they stand. */
  readonly lines: readonly RowLine[];
  /** Rows, by token, that our check may hold back: from the beginning, or for what people did to them. */
  readonly doubtful: ReadonlySet<string>;
}

/** What a row says whose content the platform confirmed. */
const CONFIRMED_STATUS = { sync: 'Updated', delete: 'Deleted', push: 'Pushed' } as const;

/** Whether a row's status is true of the row it stands in. */
export function isTrueClaim(line: RowLine, truth: Truth): boolean {
  const { status, token, key } = line;
  const { action, platform } = truth;
  const ofKey = truth.entries.filter((entry) => keysOf(entry).includes(key));
  switch (status) {
    case '':
      return true;
    case 'Updated':
    case 'Pushed':
      return (
        status === CONFIRMED_STATUS[action] &&
        ofKey.some((entry) => wasFound(entry, key, platform) && speaksFor(line, tokenIn(entry, key), truth.lines))
      );
    case 'Deleted':
      return (
        ofKey.some((entry) => entry.isApplied && entry.endpoint === 'RealEstateDelete') &&
        descriptionOn(platform, action, key) === undefined
      );
    case 'Not found':
      return ofKey.some((entry) => entry.status === 200 && !wasFound(entry, key, platform));
    case 'Unchanged':
      return settledProblem(line, truth, false) === '';
    case 'Invalid':
    case 'Skipped':
      return truth.doubtful.has(token);
    default:
      return false;
  }
}

/** Whether the platform knew a key of a request that it answered; of several chatbot rows it may know only some. */
function wasFound(entry: JournalEntry, key: string, platform: Platform): boolean {
  const isPush = entry.endpoint === 'UpdateGoogleSheetData';
  return entry.isApplied && (!isPush || descriptionOn(platform, 'push', key) !== undefined);
}

/** The description that the platform holds under a key; `undefined` when it does not have the key. */
function descriptionOn(platform: Platform, action: DisturbedAction, key: string): string | undefined {
  if (action === 'push') {
    const row = platform.rows().find(({ ID }) => String(ID) === key);
    return row === undefined ? undefined : String(row.Data.Description ?? '');
  }
  const listing = platform.listings().find(({ MLSNumber }) => MLSNumber === key);
  return listing === undefined ? undefined : String(listing.Description ?? '');
}

/**
 * Whether what was sent for a token was sent for the row: it was the row's own, or that of a row it was copied from or
 * that was copied from it, and the row alone has the key now.
 */
function speaksFor({ token, key }: RowLine, sentToken: string, lines: readonly RowLine[]): boolean {
  if (sentToken === token) return true;
  const isKin = originOf(sentToken) === originOf(token);
  return isKin && !lines.some((other) => other.token === sentToken && other.key === key);
}

function originOf(token: string): string {
  return token.slice(0, token.length - (/c+$/.exec(token)?.[0].length ?? 0));
}

function tokenIn(entry: JournalEntry, key: string): string {
  return descriptionIn(entry, key).split(' ')[0] ?? '';
}

/** The description that a request gave for a key. */
function descriptionIn({ body }: JournalEntry, key: string): string {
  if (typeof body !== 'object' || body === null) return '';
  if ('rows' in body && Array.isArray(body.rows)) {
    const row = body.rows.find(({ ID }: { readonly ID: unknown }) => String(ID) === key);
    return String(row?.Data.Description ?? '');
  }
  return 'Description' in body ? String(body.Description) : '';
}

/** Whether a row wants its listing gone. */
function wantsGone({ listingStatus }: RowLine, action: DisturbedAction): boolean {
  return action === 'delete' || (action === 'sync' && listingStatus === 'Withdrawn');
}

/** Whether a row holds a key: an ID that is none holds nothing. */
export function holdsKey({ key }: RowLine, action: DisturbedAction): boolean {
  return action !== 'push' || /^\d+$/.test(key);
}

/** Whether a row can be sent at all. */
function isSendable(line: RowLine, action: DisturbedAction): boolean {
  return holdsKey(line, action) && (action === 'push' || wantsGone(line, action) || line.bedrooms !== 'many');
}

/**
 * What is wrong with a row after an undisturbed run; `''` when nothing is.
 *
 * @param hadTwin Whether another row with this key was sent as well, so that the platform may hold what that one said.
 */
export function settledProblem(
  line: RowLine,
  { platform, action }: Pick<Truth, 'platform' | 'action'>,
  hadTwin: boolean,
): string {
  const { status, key, description } = line;
  const held = descriptionOn(platform, action, key);
  if (wantsGone(line, action)) {
    const isRight = ['Deleted', 'Unchanged', 'Not found'].includes(status) && held === undefined;
    return isRight ? '' : 'shall be gone';
  }
  if (!isSendable(line, action)) return status === 'Invalid' ? '' : 'cannot be sent';
  if (held === undefined) return status === 'Not found' ? '' : 'is not on the platform';
  const isSame = held === description || (hadTwin && status === 'Unchanged');
  const isRight = [CONFIRMED_STATUS[action], 'Unchanged'].includes(status) && isSame;
  return isRight ? '' : `is ${held} on the platform and ${description} here`;
}
