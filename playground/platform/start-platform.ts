/** Starts the stand-in for the remote platform on a loopback port. */
import { once } from 'node:events';
import type { Server } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import { KEY_HEADERS } from './authorization.ts';
import { createApp } from './create-app.ts';
import { createFaultBoard } from './faults/fault-board.ts';
import { createJournal } from './journal/journal.ts';
import type { AnswerShapes, DocumentReading, Platform, PlatformOptions } from './platform.ts';
import { createRecords } from './records.ts';

const LOOPBACK = '127.0.0.1';

/** The plainest guess at what the documents leave open. */
const PLAIN_SHAPES: AnswerShapes = {
  page: 'plain',
  total: 'none',
  spelling: 'documented',
  keyMember: 'Key',
  empty: 'empty',
  filter: 'exact',
  mostOnPage: 100,
  created: 'key',
  listsBehind: 0,
};

/**
 * Starts a stand-in that keeps its records until it is closed. Without `port` a free one is taken.
 * Rejects when the port is taken, or when the key or the chatbot ID is blank.
 */
export async function startPlatform(options: PlatformOptions): Promise<Platform> {
  const { secretKey, chatbotId, authHeaders = KEY_HEADERS } = options;
  if (secretKey.trim() === '' || chatbotId.trim() === '') throw new Error('The stand-in needs a key and a chatbot ID.');
  const records = createRecords({
    listings: options.listings ?? [],
    rows: options.rows ?? [],
    adoptsUnknown: options.adoptsUnknown ?? false,
  });
  const faults = createFaultBoard();
  const journal = createJournal();
  let reading: DocumentReading = options.reading ?? 'members';
  let shapes: AnswerShapes = { ...PLAIN_SHAPES, ...options.shapes };
  const demands = { secretKey, chatbotId, acceptedHeaders: authHeaders, reading: () => reading, shapes: () => shapes };
  const server = await listen(createApp({ demands, records, faults, journal }), options.port ?? 0);
  return {
    origin: originOf(server),
    journal: journal.view,
    faults: { add: faults.add, clear: faults.clear, rules: faults.rules },
    reading: {
      current: () => reading,
      choose: (chosen) => {
        reading = chosen;
      },
    },
    shapes: {
      current: () => shapes,
      choose: (chosen) => {
        shapes = { ...shapes, ...chosen };
      },
    },
    listings: records.listings,
    rows: records.rows,
    close: () => close(server),
  };
}

async function listen(app: ReturnType<typeof createApp>, port: number): Promise<Server> {
  // Its own Request and Response stay inside: other code in this process keeps Node's.
  const server = createAdaptorServer({ fetch: app.fetch, overrideGlobalObjects: false });
  if (!isHttpServer(server)) throw new Error('The stand-in serves plain HTTP only.');
  server.listen(port, LOOPBACK);
  await once(server, 'listening');
  return server;
}

async function close(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  // One that is only just being made is not among them yet, and closing would wait for it.
  server.on('connection', (socket) => socket.destroy());
  server.closeAllConnections();
  await closed;
}

function isHttpServer(server: object): server is Server {
  return 'closeAllConnections' in server;
}

function originOf(server: Server): string {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The stand-in has no TCP address.');
  return `http://${LOOPBACK}:${address.port}`;
}
