/** Packs rows into requests: one update or delete per request, many chatbot rows (or very many deletes) in one. */

import type { FieldName } from '../listing/fields.ts';
import type { ApiCall } from '../platform/endpoints.ts';
import type { Operation } from './operation.ts';
import { MAX_TRIES } from './retry.ts';

/** A row on its way to the platform. */
export interface SendRow<O extends Operation = Operation> {
  readonly rowNumber: number;
  readonly identity: string;
  readonly operation: O;
  readonly fingerprint: string;
  /** Whether an earlier try (of this or an earlier run) may have reached the platform without an answer. */
  readonly isUnclear: boolean;
  /** What a person should know although the row is fine; shown in the detail. */
  readonly notes: readonly string[];
  /** Tries made so far in this run. */
  readonly tries: number;
  /** How often it was only asked to wait in this slice, which is not counted as a try at first. */
  readonly pauses?: number;
  /** Fields whose value was computed instead of read as it stands. */
  readonly derived: readonly FieldName[];
}

/** One request and the rows it carries, at least one. */
export interface Batch {
  readonly call: ApiCall;
  readonly rows: readonly SendRow[];
  /** Tries made so far. */
  readonly tries: number;
  readonly pauses: number;
  /** Not to be sent before this time. */
  readonly notBeforeMs: number;
}

/** Rows in one `UpdateGoogleSheetData`; the platform documents no limit, so this is cautious. */
export const MAX_ROWS_PER_PUSH = 100;

/** Bytes of JSON that the rows of one request take; the platform documents no limit, so this is cautious. */
const MAX_BYTES = 400_000;

/** Up to this many deletes go one key per request, so that every row gets an exact outcome. */
export const MAX_SINGLE_DELETES = 50;

/** Keys in one bulk delete. */
export const MAX_KEYS_PER_DELETE = 50;

type PushRow = SendRow<Extract<Operation, { kind: 'push' }>>;
type UpdateRow = SendRow<Extract<Operation, { kind: 'update' }>>;
type DeleteRow = SendRow<Extract<Operation, { kind: 'delete' }>>;

/** Packs rows into batches, in row order within each kind; rows that were tried more often keep apart from the others. */
export function toBatches(rows: readonly SendRow[]): readonly Batch[] {
  const updates = rows.filter(isUpdate);
  // A first sync has nothing else, and may have a hundred thousand of them.
  if (updates.length === rows.length) return updates.map(updateBatch);
  const deletes = rows.filter(isDelete);
  const bulkSize = deletes.length > MAX_SINGLE_DELETES ? MAX_KEYS_PER_DELETE : 1;
  return [
    ...groupBy(rows.filter(isPush), triesOf)
      .flatMap((group) => packed(group, pushContent, mostPushes))
      .map(pushBatch),
    ...updates.map(updateBatch),
    ...groupBy(deletes, (row) => `${row.operation.keyType} ${row.tries}`)
      .flatMap((group) => packed(group, deleteContent, () => bulkSize))
      .map(deleteBatch),
  ];
}

/** Two batches with half of the rows each; a batch of one row cannot be split. */
export function splitInHalves(batch: Batch): readonly Batch[] {
  return chunks(batch.rows, Math.ceil(batch.rows.length / 2)).flatMap(rebatch);
}

/** One batch per row, for answers that must be exact. */
export function splitIntoRows(batch: Batch): readonly Batch[] {
  return batch.rows.flatMap((row) => rebatch([row]));
}

function rebatch(rows: readonly SendRow[]): readonly Batch[] {
  const pushes = rows.filter(isPush);
  const deletes = rows.filter(isDelete);
  return [
    ...(pushes.length > 0 ? [pushBatch(pushes)] : []),
    ...rows.filter(isUpdate).map(updateBatch),
    ...(deletes.length > 0 ? [deleteBatch(deletes)] : []),
  ];
}

/**
 * Rows of equal tries in requests, in their order, by count and by bytes.
 *
 * @param contentOf What a row adds to the body of its request.
 * @param mostRows How many rows a request may have after so many tries.
 */
function packed<R extends SendRow>(
  rows: readonly R[],
  contentOf: (row: R) => unknown,
  mostRows: (tries: number) => number,
): readonly (readonly R[])[] {
  const groups: R[][] = [];
  let groupBytes = 0;
  for (const row of rows) {
    const bytes = utf8Bytes(JSON.stringify(contentOf(row)));
    const last = groups[groups.length - 1];
    if (last !== undefined && last.length < mostRows(row.tries) && groupBytes + bytes <= MAX_BYTES) {
      last.push(row);
      groupBytes += bytes;
    } else {
      groups.push([row]);
      groupBytes = bytes;
    }
  }
  return groups;
}

function pushContent({ operation }: PushRow): unknown {
  return operation.row;
}

function deleteContent({ operation }: DeleteRow): unknown {
  return operation.key;
}

/** Rows that failed together as often as is tried go on in smaller and smaller requests, in later slices too. */
function mostPushes(tries: number): number {
  return Math.ceil(MAX_ROWS_PER_PUSH / 2 ** Math.max(0, tries - MAX_TRIES + 1));
}

/** The length of a text in UTF-8; each half of a surrogate pair stands for two of its four bytes. */
function utf8Bytes(text: string): number {
  const twoBytes = text.match(/[\u0080-\u07ff\ud800-\udfff]/g)?.length ?? 0;
  const threeBytes = text.match(/[\u0800-\ud7ff\ue000-\uffff]/g)?.length ?? 0;
  return text.length + twoBytes + 2 * threeBytes;
}

/** Rows with the same key together, in the order in which the keys come. */
function groupBy<R>(rows: readonly R[], keyOf: (row: R) => string | number): readonly (readonly R[])[] {
  const groups = new Map<string | number, R[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group === undefined) groups.set(keyOf(row), [row]);
    else group.push(row);
  }
  return [...groups.values()];
}

function triesOf({ tries }: SendRow): number {
  return tries;
}

function pushBatch(rows: readonly PushRow[]): Batch {
  const serialNumber = rows[0]?.operation.serialNumber ?? '';
  return fresh({ endpoint: 'updateRows', body: { serialNumber, rows: rows.map((row) => row.operation.row) } }, rows);
}

function updateBatch(row: UpdateRow): Batch {
  const call = { endpoint: 'updateListing', bodyText: row.operation.bodyText } as const;
  return { call, rows: [row], tries: row.tries, pauses: row.pauses ?? 0, notBeforeMs: 0 };
}

function deleteBatch(rows: readonly DeleteRow[]): Batch {
  const { serialNumber = '', keyType = 'MLSNumber' } = rows[0]?.operation ?? {};
  const body = { SerialNumber: serialNumber, Keys: rows.map((row) => row.operation.key), KeyType: keyType };
  return fresh({ endpoint: 'deleteListings', body }, rows);
}

function fresh(call: ApiCall, rows: readonly SendRow[]): Batch {
  const most = (count: (row: SendRow) => number) => Math.max(...rows.map(count));
  return { call, rows, tries: most(triesOf), pauses: most(({ pauses = 0 }) => pauses), notBeforeMs: 0 };
}

function chunks<T>(items: readonly T[], size: number): readonly (readonly T[])[] {
  const result: T[][] = [];
  for (let start = 0; start < items.length; start += size) result.push(items.slice(start, start + size));
  return result;
}

function isPush(row: SendRow): row is PushRow {
  return row.operation.kind === 'push';
}

function isUpdate(row: SendRow): row is UpdateRow {
  return row.operation.kind === 'update';
}

function isDelete(row: SendRow): row is DeleteRow {
  return row.operation.kind === 'delete';
}
