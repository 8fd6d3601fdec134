/** The words for listings that were copied from the platform into a tab: which became rows, what they lack, and what to do next. */
import { count } from './counts.ts';

/** What copying did. */
export interface CopiedListings {
  readonly tabName: string;
  readonly firstRowNumber: number;
  /** How many rows were written. */
  readonly rows: number;
  /** What people call the fields that some of the new rows do not say, although the platform does. */
  readonly untold: readonly string[];
  /** Listings that were not copied, since a tab of the file has their key by now. */
  readonly known: number;
  /** … since no column of the tab can hold their key. */
  readonly keyless: number;
  /** … since the tab would say something else of them. */
  readonly contradicted: number;
  /** Of what it would say something else, as people call it. */
  readonly contradictedFields: readonly string[];
}

/** In sentences, the last of which says what to do next. */
export function copiedWords(copied: CopiedListings): readonly string[] {
  const { tabName, rows, firstRowNumber, untold, known, keyless, contradicted, contradictedFields } = copied;
  const to = `“${tabName}”`;
  const last = firstRowNumber + rows - 1;
  const where = rows === 1 ? `row ${firstRowNumber}` : `rows ${firstRowNumber} to ${last}`;
  return [
    rows === 0 ? `Nothing was copied into ${to}.` : `${count(rows, 'listing')} copied into ${to}: ${where}.`,
    ...(rows === 0 || untold.length === 0
      ? []
      : [`No column of ${to} takes what the platform has of: ${untold.join(', ')}.`]),
    ...(known === 0 ? [] : [`${notCopied(known)}: a row of this file has the key already.`]),
    ...(keyless === 0 ? [] : [`${notCopied(keyless)}: no column of ${to} that may be written takes the key.`]),
    ...(contradicted === 0
      ? []
      : [`${notCopied(contradicted)}: ${to} would say something else of: ${contradictedFields.join(', ')}.`]),
    rows > 0 ? NEXT : keyless + contradicted > 0 ? MAP : COMPARE,
  ];
}

const NEXT = 'Look at the new rows, then Check them or Sync.';
const MAP = 'Correct the columns or fixed values under Mapping, and copy again.';
const COMPARE = 'Compare again to see what is only there now.';

function notCopied(howMany: number): string {
  return `${count(howMany, 'listing')} not copied`;
}
