/** Server-sent events: one hub that every open page listens to. */
import type { ServerEvent } from './wire.ts';

/** Sends events to every listener. */
export interface EventHub {
  send(event: ServerEvent): void;
  /** A `text/event-stream` answer that lives until its reader goes away; the first event is `hello`. */
  open(): Response;
  /** Ends every open stream, so that the server can close. */
  close(): void;
}

/** `changed` events closer together than this are sent as one: a run writes hundreds of cells in a burst. */
const COALESCE_MS = 40;

/** Creates a hub without listeners. */
export function createEventHub(): EventHub {
  const readers = new Set<ReadableStreamDefaultController<Uint8Array>>();
  let changedTimer: NodeJS.Timeout | undefined;

  const broadcast = (event: ServerEvent): void => {
    for (const reader of readers) {
      reader.enqueue(encodeEvent(event));
    }
  };

  return {
    send(event) {
      if (event.kind !== 'changed') {
        broadcast(event);
        return;
      }
      changedTimer ??= setTimeout(() => {
        changedTimer = undefined;
        broadcast(event);
      }, COALESCE_MS);
    },
    open: () => streamTo(readers),
    close() {
      clearTimeout(changedTimer);
      for (const reader of readers) {
        reader.close();
      }
      readers.clear();
    },
  };
}

function streamTo(readers: Set<ReadableStreamDefaultController<Uint8Array>>): Response {
  let own: ReadableStreamDefaultController<Uint8Array> | undefined;
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      own = controller;
      readers.add(controller);
      controller.enqueue(encodeEvent({ kind: 'hello' }));
    },
    cancel() {
      if (own !== undefined) {
        readers.delete(own);
      }
    },
  });
  return new Response(stream, { headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store' } });
}

function encodeEvent(event: ServerEvent): Uint8Array {
  return new TextEncoder().encode(`data: ${JSON.stringify(event)}\n\n`);
}
