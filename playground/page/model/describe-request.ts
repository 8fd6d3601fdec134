/** Requests in words, for the requests panel. */
import type { Fault } from '../../platform/platform.ts';
import type { RequestLine } from '../../serve/wire.ts';

/** How much a request carried, such as `5 rows · 2.1 kB`. */
export function describeBody({ carries, bodyBytes }: Pick<RequestLine, 'carries' | 'bodyBytes'>): string {
  const size = bodyBytes < 1000 ? `${bodyBytes} B` : `${(bodyBytes / 1000).toFixed(1)} kB`;
  return carries === undefined ? size : `${carries} · ${size}`;
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

const TIME_OF_DAY = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' });

/** Time of day to the second, in the browser's zone. */
export function describeTime(receivedAtMs: number): string {
  return TIME_OF_DAY.format(receivedAtMs);
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
