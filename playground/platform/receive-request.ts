/** Takes a request off the wire: its body within the limit, its text, and its JSON if it is JSON. */
import { isUtf8 } from 'node:buffer';

/** A request as the stand-in sees it before it judges it. */
export interface ReceivedRequest {
  readonly receivedAt: number;
  readonly method: string;
  readonly path: string;
  /** By name in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: ReceivedBody;
}

/** A request body. `bodyBytes` counts everything that was sent, even what was too much to keep. */
export type ReceivedBody =
  | { readonly kind: 'json'; readonly bodyBytes: number; readonly text: string; readonly value: unknown }
  | { readonly kind: 'notJson'; readonly bodyBytes: number; readonly text: string }
  | { readonly kind: 'tooLarge'; readonly bodyBytes: number };

/** The largest body that is read: 5 MB. The documents name no limit; this one is the stand-in's own. */
export const MAX_BODY_BYTES = 5_000_000;

/** Reads a body to its end, so that a client whose body is too large still gets to read its answer. */
export async function receiveBody(stream: ReadableStream<Uint8Array> | null): Promise<ReceivedBody> {
  const chunks: Uint8Array[] = [];
  let bodyBytes = 0;
  for await (const chunk of stream ?? []) {
    bodyBytes += chunk.byteLength;
    if (bodyBytes <= MAX_BODY_BYTES) chunks.push(chunk);
  }
  if (bodyBytes > MAX_BODY_BYTES) return { kind: 'tooLarge', bodyBytes };
  return parseBody(Buffer.concat(chunks), bodyBytes);
}

function parseBody(bytes: Uint8Array, bodyBytes: number): ReceivedBody {
  const text = new TextDecoder().decode(bytes);
  if (!isUtf8(bytes)) return { kind: 'notJson', bodyBytes, text };
  try {
    return { kind: 'json', bodyBytes, text, value: JSON.parse(text) };
  } catch {
    return { kind: 'notJson', bodyBytes, text };
  }
}
