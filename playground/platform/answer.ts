/** What the stand-in answers: the documented envelope, a fault's distortion of it, or a dropped connection. */

/** An answer on the wire, or none at all because the connection is cut. */
export type Answer =
  | {
      readonly kind: 'sent';
      readonly status: number;
      readonly contentType: string;
      readonly text: string;
      readonly headers: Readonly<Record<string, string>>;
      /** Whether the envelope reports success. */
      readonly isSuccess: boolean;
    }
  | { readonly kind: 'dropped' };

const API_VERSION = '1.0.0';
const JSON_TYPE = 'application/json; charset=utf-8';

/** The envelope of a request that was carried out. */
export function succeeded(data: unknown): Answer {
  return sent(200, { data, isSuccess: true, code: 200, message: '' });
}

/** A business error: HTTP 200, and the envelope says why not. */
export function refused(code: number, message: string): Answer {
  return sent(200, { data: null, isSuccess: false, code, message });
}

/** An HTTP error; the envelope repeats the status as `Code`. */
export function failed(status: number, message: string, headers: Readonly<Record<string, string>> = {}): Answer {
  return sent(status, { data: null, isSuccess: false, code: status, message }, headers);
}

/** A page such as a proxy shows while the platform behind it is away. */
export function gatewayPage(): Answer {
  const text = '<!doctype html><html><head><title>502 Bad Gateway</title></head><body>502 Bad Gateway</body></html>';
  return { kind: 'sent', status: 200, contentType: 'text/html; charset=utf-8', text, headers: {}, isSuccess: false };
}

/** The first half of an answer's text, as when a proxy closes the connection early. */
export function truncated(answer: Answer): Answer {
  if (answer.kind === 'dropped') return answer;
  return { ...answer, text: answer.text.slice(0, Math.ceil(answer.text.length / 2)) };
}

/** What an envelope says. */
interface EnvelopeParts {
  readonly data: unknown;
  readonly isSuccess: boolean;
  readonly code: number;
  readonly message: string;
}

function sent(status: number, parts: EnvelopeParts, headers: Readonly<Record<string, string>> = {}): Answer {
  return { kind: 'sent', status, contentType: JSON_TYPE, text: envelope(parts), headers, isSuccess: parts.isSuccess };
}

/**
 * The documented envelope; every endpoint answers with all five members.
 *
 * @see https://chat.gaiagpt.me/guides/developer/api/realestate/update "Update Real Estate", Response (read 2026-11-21)
 */
function envelope({ data, isSuccess, code, message }: EnvelopeParts): string {
  return JSON.stringify({ Data: data, Version: API_VERSION, Success: isSuccess, Code: code, Message: message });
}
