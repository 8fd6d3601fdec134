/** Makes the stand-in for the remote platform, and starts it on a loopback port. */
import { closeServer, listenOnLoopback, serverOf } from '../loopback/loopback-server.ts';
import { KEY_HEADERS } from './authorization.ts';
import { type AppParts, createApp } from './create-app.ts';
import { createFaultBoard } from './faults/fault-board.ts';
import { createJournal } from './journal/journal.ts';
import type { AnswerShapes, DocumentReading, Platform, PlatformOptions } from './platform.ts';
import { createRecords } from './records.ts';

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

/** A stand-in that nobody can reach over the network. */
export interface UnservedPlatform extends Omit<Platform, 'origin' | 'close'> {
  readonly parts: AppParts;
}

/**
 * Starts a stand-in that keeps its records until it is closed. Without `port` a free one is taken.
 * Rejects when the port is taken, or when the key or the chatbot ID is blank.
 */
export async function startPlatform(options: PlatformOptions): Promise<Platform> {
  const { parts, ...platform } = createPlatform(options);
  const server = serverOf(createApp(parts).fetch);
  const origin = await listenOnLoopback(server, options.port ?? 0);
  return { ...platform, origin, close: () => closeServer(server) };
}

/** Makes a stand-in; throws when the key or the chatbot ID is blank. */
export function createPlatform(options: Omit<PlatformOptions, 'port'>): UnservedPlatform {
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
  return {
    parts: { demands, records, faults, journal },
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
  };
}
