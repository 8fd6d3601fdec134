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
  | { readonly kind: 'tooDeep'; readonly bodyBytes: number; readonly text: string }
  | { readonly kind: 'notJson'; readonly bodyBytes: number; readonly text: string }
  | { readonly kind: 'tooLarge'; readonly bodyBytes: number };

/** The largest body that is read: 5 MB. The documents name no limit; this one is the stand-in's own. */
export const MAX_BODY_BYTES = 5_000_000;

/** The most levels of brackets that are read. No documented body has more than five. */
export const MAX_BODY_LEVELS = 64;

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

/** Reads a body that is there as a whole. */
export function parseBody(bytes: Uint8Array, bodyBytes: number): ReceivedBody {
  const text = new TextDecoder().decode(bytes);
  if (!isUtf8(bytes)) return { kind: 'notJson', bodyBytes, text };
  if (depthOf(text) > MAX_BODY_LEVELS) return { kind: 'tooDeep', bodyBytes, text };
  try {
    return { kind: 'json', bodyBytes, text, value: JSON.parse(text) };
  } catch {
    return { kind: 'notJson', bodyBytes, text };
  }
}

/** How deeply the brackets of a text are nested at most, those in strings left out. */
function depthOf(text: string): number {
  let [depth, deepest] = [0, 0];
  let isInString = false;
  for (let index = 0; index < text.length; index += 1) {
    const sign = text[index];
    if (isInString && sign === '\\') index += 1;
    else if (sign === '"') isInString = !isInString;
    else if (!isInString && (sign === '[' || sign === '{')) deepest = Math.max(deepest, ++depth);
    else if (!isInString && (sign === ']' || sign === '}')) depth -= 1;
  }
  return deepest;
}
