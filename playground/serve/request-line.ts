/** A request of the journal as one line: what the panel shows before anybody unfolds it. */
import type { JournalEntry } from '../platform/platform.ts';
import type { RequestDetail, RequestLine } from './wire.ts';

/** The line of an entry; body and answer stay behind until they are asked for. */
export function requestLine(entry: JournalEntry): RequestLine {
  const { number, receivedAt, method, endpoint, bodyBytes, status, answer, fault } = entry;
  const carries = carriedBy(entry.body);
  return {
    number,
    receivedAt,
    method,
    endpoint,
    bodyBytes,
    status,
    isGood: status >= 200 && status < 300 && /"Success"\s*:\s*true/.test(answer),
    ...(carries !== undefined && { carries }),
    ...(fault !== undefined && { fault }),
  };
}

/** What an unfolded request shows. */
export function requestDetail({ body, answer, isApplied }: JournalEntry): RequestDetail {
  return { body, answer, isApplied };
}

/** How much a body carries, such as `5 rows`, or the one key it is about. */
function carriedBy(body: unknown): string | undefined {
  if (typeof body !== 'object' || body === null) {
    return undefined;
  }
  if ('rows' in body && Array.isArray(body.rows)) {
    return plural(body.rows.length, 'row');
  }
  if ('Keys' in body && Array.isArray(body.Keys)) {
    return plural(body.Keys.length, 'key');
  }
  return 'Key' in body ? String(body.Key) : undefined;
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
