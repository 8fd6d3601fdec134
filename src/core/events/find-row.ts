/** Finds the row a message is about, by what both say to know a listing by. */
import { plainText } from '../sheet/table.ts';
import { mlsHash, stampedId } from './event-stamp.ts';
import { type ListingIdentity, pageKey } from './listing-identity.ts';
import type { EventRow } from './merge-row.ts';

/** The row of a message: one, none, or several that claim it. */
export type FoundRow =
  | { readonly kind: 'one'; readonly row: number }
  | { readonly kind: 'none' }
  | { readonly kind: 'several'; readonly why: string };

/** Rows by what they are known by. Positions are the caller's own. */
export interface RowIndex {
  /** Takes up a row, or what has become of it. */
  add(position: number, row: EventRow): void;
  find(identity: ListingIdentity): FoundRow;
}

/**
 * An index over rows. A message finds its row by the producer's number, by MLS name and number (the number alone where one row
 * has it and names no other MLS), and by the page's address; answers that differ are several.
 */
export function createRowIndex(rowAt: (position: number) => EventRow): RowIndex {
  const byId = new Map<string, Set<number>>();
  const byNumber = new Map<string, Set<number>>();
  const byPage = new Map<string, Set<number>>();
  return {
    add(position, { cells, stamp }) {
      if (stamp.listingId !== '') put(byId, stamp.listingId, position);
      const number = cells.mlsNumber;
      if (number !== undefined && number !== '') put(byNumber, numberKey(number), position);
      const page = plainText(cells.url ?? '').trim();
      if (page !== '') put(byPage, pageKey(page), position);
    },
    find(identity) {
      const { listingId, mlsNumber, url } = identity;
      const answers: readonly Answer[] = [
        answer('the sender’s number', listingId === '' ? [] : rowsAt(byId, stampedId(listingId))),
        answer(`MLS number ${mlsNumber}`, mlsNumber === '' ? [] : byMlsNumber(identity)),
        answer('the page address', url === '' ? [] : rowsAt(byPage, pageKey(url))),
      ];
      return judge(answers.filter(({ rows }) => rows.length > 0));
    },
  };

  function byMlsNumber({ mlsNumber, mlsNames }: ListingIdentity): readonly number[] {
    const exact = rowsAt(byNumber, mlsNumber.toLowerCase());
    // A column that holds numbers has lost the leading zeros.
    const rows = exact.length > 0 ? exact : rowsAt(byNumber, `number ${mlsNumber.replace(/^0+(?=\d)/, '')}`);
    if (mlsNames.length === 0 || rows.length === 0) return rows;
    const hashes = mlsNames.map(mlsHash);
    const named = rows.map((row) => ({ row, known: mlsHashesOf(rowAt(row)) }));
    const same = named.filter(({ known }) => known.some((hash) => hashes.includes(hash)));
    return (same.length > 0 ? same : named.filter(({ known }) => known.length === 0)).map(({ row }) => row);
  }
}

/** The rows that one thing to know a listing by leads to. */
interface Answer {
  readonly by: string;
  readonly rows: readonly number[];
}

function answer(by: string, rows: readonly number[]): Answer {
  return { by, rows };
}

/** An exact answer may choose among the rows of a vague one: the one row that every answer allows. */
function judge(answers: readonly Answer[]): FoundRow {
  const [first] = answers;
  if (first === undefined) return { kind: 'none' };
  const common = first.rows.filter((row) => answers.every(({ rows }) => rows.includes(row)));
  const [row] = common;
  if (row !== undefined && common.length === 1) return { kind: 'one', row };
  if (answers.length === 1) return { kind: 'several', why: `Several rows have ${first.by}.` };
  return {
    kind: 'several',
    why: `Two rows claim it: ${answers.map(({ by }) => by).join(' and ')} stand in different rows.`,
  };
}

function mlsHashesOf({ cells, stamp }: EventRow): readonly string[] {
  const name = plainText(cells.mlsName ?? '').trim();
  return name === '' ? stamp.mlsHashes : [...stamp.mlsHashes, mlsHash(name)];
}

function numberKey(number: NonNullable<EventRow['cells']['mlsNumber']>): string {
  return typeof number === 'number' ? `number ${number}` : plainText(number).trim().toLowerCase();
}

function put(index: Map<string, Set<number>>, key: string, position: number): void {
  const rows = index.get(key);
  if (rows === undefined) index.set(key, new Set([position]));
  else rows.add(position);
}

function rowsAt(index: ReadonlyMap<string, ReadonlySet<number>>, key: string): readonly number[] {
  const rows = index.get(key);
  return rows === undefined ? [] : [...rows];
}
