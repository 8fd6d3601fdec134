/** Puts rows into as few requests as their count and their bytes allow. */

import type { SendRow } from './batch.ts';
import type { Operation } from './operation.ts';

/** How rows of one kind share requests. */
export interface Packing<O extends Operation> {
  /**
   * How many rows a request may have.
   *
   * @param attempts How often its rows were tried before.
   * @param rowCount How many rows there are to pack.
   */
  mostRows(attempts: number, rowCount: number): number;
  /** What a row adds to the body of its request. */
  contentOf(operation: O): unknown;
  /** Rows for which this differs never share a request. */
  apartBy?(operation: O): string;
}

/** Bytes of JSON that the rows of one request take; the platform documents no limit, so this is cautious. */
const MAX_BYTES = 400_000;

/** Rows in requests, in their order; those that were tried more often keep apart, so that none inherits tries. */
export function packRows<O extends Operation>(
  rows: readonly SendRow<O>[],
  packing: Packing<O>,
): readonly (readonly SendRow<O>[])[] {
  const apart = ({ operation, attempts }: SendRow<O>) => `${packing.apartBy?.(operation) ?? ''} ${attempts}`;
  return groupBy(rows, apart).flatMap((group) => packGroup(group, packing, rows.length));
}

function packGroup<O extends Operation>(
  rows: readonly SendRow<O>[],
  { contentOf, mostRows }: Packing<O>,
  rowCount: number,
): readonly (readonly SendRow<O>[])[] {
  const requests: SendRow<O>[][] = [];
  let requestBytes = 0;
  for (const row of rows) {
    const bytes = utf8Bytes(JSON.stringify(contentOf(row.operation)));
    const last = requests[requests.length - 1];
    if (last !== undefined && last.length < mostRows(row.attempts, rowCount) && requestBytes + bytes <= MAX_BYTES) {
      last.push(row);
      requestBytes += bytes;
    } else {
      requests.push([row]);
      requestBytes = bytes;
    }
  }
  return requests;
}

/** The length of a text in UTF-8; each half of a surrogate pair stands for two of its four bytes. */
function utf8Bytes(text: string): number {
  const twoBytes = text.match(/[\u0080-\u07ff\ud800-\udfff]/g)?.length ?? 0;
  const threeBytes = text.match(/[\u0800-\ud7ff\ue000-\uffff]/g)?.length ?? 0;
  return text.length + twoBytes + 2 * threeBytes;
}

/** Rows with the same key together, in the order in which the keys come. */
function groupBy<Row>(rows: readonly Row[], keyOf: (row: Row) => string): readonly (readonly Row[])[] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return [...groups.values()];
}
