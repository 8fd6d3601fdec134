/** What the journal keeps of a request and its answer: everything but credentials. */
import type { Answer } from '../answer.ts';
import type { JournalEntry } from '../platform.ts';
import type { ReceivedBody, ReceivedRequest } from '../receive-request.ts';

/** What became of a request. */
export interface Handled {
  readonly answer: Answer;
  /** Whether records changed. */
  readonly isApplied: boolean;
  /** Absent on an unknown path. */
  readonly endpoint?: string;
  /** The faults that struck, by name. */
  readonly fault?: string;
}

const CREDENTIAL_HEADERS: ReadonlySet<string> = new Set([
  'authorization',
  'chatrobot-sessionkey',
  'cookie',
  'proxy-authorization',
]);

/** The entry of a handled request. A key that strayed into the path, the body or the answer is removed as well. */
export function journalEntry(
  request: ReceivedRequest,
  handled: Handled,
  secretKey: string,
): Omit<JournalEntry, 'number'> {
  const redact = (text: string) => text.replaceAll(secretKey, '[redacted]');
  const { answer, isApplied, endpoint = '', fault } = handled;
  return {
    receivedAt: request.receivedAt,
    method: request.method,
    path: redact(request.path),
    endpoint,
    headers: withoutCredentials(request.headers, redact),
    body: keptBody(request.body, redact),
    bodyBytes: request.body.bodyBytes,
    status: answer.kind === 'sent' ? answer.status : 0,
    answer: answer.kind === 'sent' ? redact(answer.text) : '',
    isApplied,
    ...(fault !== undefined && { fault }),
  };
}

/** Whatever carries a credential is replaced, right or wrong: a mistyped key is a secret too. */
function withoutCredentials(
  headers: Readonly<Record<string, string>>,
  redact: (text: string) => string,
): Readonly<Record<string, string>> {
  const kept = Object.entries(headers).map(([name, value]) => [
    name,
    CREDENTIAL_HEADERS.has(name) ? '[redacted]' : redact(value),
  ]);
  return Object.fromEntries(kept);
}

function keptBody(body: ReceivedBody, redact: (text: string) => string): unknown {
  switch (body.kind) {
    case 'json':
      return JSON.parse(body.text, (_name, value) => (typeof value === 'string' ? redact(value) : value));
    case 'tooDeep':
    case 'notJson':
      return redact(body.text);
    case 'tooLarge':
      return '';
    default:
      return body satisfies never;
  }
}
