/** Which lines are to be believed: sums of their hashes, by bucket of their keys, that are kept where no copy of a file goes. */

/** Keys are spread over so many buckets; where one does not add up, only its keys are sent again. */
export const BUCKETS = 256;

/** A sum for each bucket: unsigned, modulo 2³². What is added in another order is the same sum. */
export type Sums = readonly number[];

/** What is kept of a ledger outside of it. */
export interface Proof {
  /** The highest number that was given to a line. */
  readonly number: number;
  /** What its lines add up to, and what they may add up to after the next flush. */
  readonly now: Sums;
  readonly next?: Sums;
  /** By bucket: lines up to this number count no more, because they once did not add up. */
  readonly floors: ReadonlyMap<number, number>;
  /** Buckets in which a request may have been under way, or have arrived without a clear answer. */
  readonly tried: ReadonlySet<number>;
  /** Buckets that were like this when their lines were lost: of their keys anything may still arrive. */
  readonly tainted: ReadonlySet<number>;
  /** Bytes of all bodies in the ledger, roughly. */
  readonly bodyBytes: number;
}

/** The bucket of a key, by its hash. */
export function bucketOf(keyHash: number): number {
  return keyHash % BUCKETS;
}

const HEX_SUM = 8;

/** The text of a proof: some 2 kB, twice as much while two sums count, and never more than a property holds. */
export function formatProof({ number, now, next, floors, tried, tainted, bodyBytes }: Proof): string {
  const floorTexts = [...floors].map(([bucket, floor]) => `${bucket}:${floor}`);
  return [
    'v1',
    number,
    bodyBytes,
    formatSet(tried),
    formatSet(tainted),
    floorTexts.join(',') || '-',
    formatSums(now),
    ...(next === undefined ? [] : [formatSums(next)]),
  ].join(' ');
}

const SUMS = `[0-9a-f]{${BUCKETS * HEX_SUM}}`;
const SET = `[0-9a-f]{${BUCKETS / 4}}`;
const PROOF = new RegExp(`^v1 (\\d+) (\\d+) (${SET}) (${SET}) (-|[\\d:,]+) (${SUMS})(?: (${SUMS}))?$`);

/** Reads a proof; `undefined` where there is none. */
export function parseProof(text: string | null): Proof | undefined {
  const [, number, bodyBytes, tried, tainted, floors, now, next] = PROOF.exec(text ?? '') ?? [];
  if (tried === undefined || tainted === undefined || floors === undefined || now === undefined) return undefined;
  const pairs = floors === '-' ? [] : floors.split(',').map((pair) => pair.split(':').map(Number));
  return {
    number: Number(number),
    bodyBytes: Number(bodyBytes),
    now: parseSums(now),
    ...(next !== undefined && { next: parseSums(next) }),
    floors: new Map(pairs.map(([bucket = 0, floor = 0]) => [bucket, floor])),
    tried: parseSet(tried),
    tainted: parseSet(tainted),
  };
}

function formatSums(sums: Sums): string {
  return sums.map((sum) => sum.toString(16).padStart(HEX_SUM, '0')).join('');
}

function parseSums(text: string): Sums {
  return Array.from({ length: BUCKETS }, (_, bucket) =>
    Number.parseInt(text.slice(bucket * HEX_SUM, (bucket + 1) * HEX_SUM), 16),
  );
}

/** Four buckets make a digit. */
function formatSet(buckets: ReadonlySet<number>): string {
  return Array.from({ length: BUCKETS / 4 }, (_, digit) =>
    [0, 1, 2, 3].reduce((bits, bit) => bits + (buckets.has(4 * digit + bit) ? 2 ** bit : 0), 0).toString(16),
  ).join('');
}

function parseSet(text: string): ReadonlySet<number> {
  const hasBit = (bucket: number) =>
    ((Number.parseInt(text.charAt(Math.floor(bucket / 4)), 16) >> (bucket % 4)) & 1) === 1;
  return new Set(Array.from({ length: BUCKETS }, (_, bucket) => bucket).filter(hasBit));
}
