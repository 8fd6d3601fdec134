/** Requests in words, for the requests panel. */
import type { Fault, JournalEntry } from '../../platform/platform.ts';

/** How much a request carried, such as `5 rows · 2.1 kB`. */
export function describeBody({ body, bodyBytes }: Pick<JournalEntry, 'body' | 'bodyBytes'>): string {
  const count = describeCount(body);
  const size = bodyBytes < 1000 ? `${bodyBytes} B` : `${(bodyBytes / 1000).toFixed(1)} kB`;
  return count === undefined ? size : `${count} · ${size}`;
}

const FAULT_WORDS: Readonly<Record<Fault['kind'], string>> = {
  slow: 'slow answer',
  late: 'late answer',
  status: 'platform failed',
  businessError: 'row refused',
  dropBefore: 'dropped before it was done',
  dropAfter: 'done then dropped',
  html: 'web page for an answer',
  truncated: 'answer cut off',
  wrongData: 'wrong data',
  subset: 'done in part',
  keyExpired: 'key expired',
};

/** The faults that struck a request, such as `slow answer, row refused`, in the stand-in's order. */
export function describeFault(fault: string): string {
  return fault
    .split(' + ')
    .map((kind) => (isFaultKind(kind) ? FAULT_WORDS[kind] : kind))
    .join(', ');
}

function isFaultKind(kind: string): kind is Fault['kind'] {
  return Object.hasOwn(FAULT_WORDS, kind);
}

/** Time of day to the second, in the browser's zone. */
export function describeTime(receivedAtMs: number): string {
  return new Date(receivedAtMs).toLocaleTimeString('en-GB');
}

/** Indented JSON; text that is no JSON stays as it is. */
export function prettyJson(value: unknown): string {
  if (typeof value !== 'string') {
    return JSON.stringify(value, null, 2) ?? '';
  }
  try {
    return JSON.stringify(JSON.parse(value), null, 2);
  } catch {
    return value;
  }
}

function describeCount(body: unknown): string | undefined {
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
