/** What is kept of an update beside its fingerprint, so that the fingerprint can be worked out from it again. */
import type { UpdateOperation } from './sync-listings/update-operation.ts';

type Content = Pick<UpdateOperation, 'bodyText' | 'daysMark'>;

/** The body, and behind it the mark for days that grow by themselves, where there is one. */
export function keptBody({ bodyText, daysMark }: Content): string {
  return daysMark === undefined ? bodyText : `${bodyText} ${daysMark}`;
}

/** Reads what was kept; a body ends with a brace, and no mark has one. */
export function readKeptBody(kept: string): Content {
  const end = kept.lastIndexOf('}') + 1;
  const bodyText = kept.slice(0, end);
  return end === kept.length ? { bodyText } : { bodyText, daysMark: kept.slice(end + 1) };
}
