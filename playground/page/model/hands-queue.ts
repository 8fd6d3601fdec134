/** Sends what the person does one after the other, so that a click never overtakes the typing before it. */
import type { HandsRequest } from '../../serve/wire.ts';
import type { ServerClient } from './server-client.ts';

/** The requests under way. */
export interface HandsQueue {
  send(request: HandsRequest): Promise<void>;
  /** Whether the server has yet to hear of something the person did. */
  isBusy(): boolean;
  /** Requests sent so far: tells whether anything was done since a snapshot was asked for. */
  sentCount(): number;
}

/** Creates an empty queue. */
export function createHandsQueue(server: Pick<ServerClient, 'hands'>): HandsQueue {
  let last: Promise<void> = Promise.resolve();
  let sent = 0;
  let done = 0;
  return {
    send(request) {
      sent += 1;
      // Counted before anybody who waits for it goes on: they ask at once whether the queue is still busy.
      const own = last
        .then(() => server.hands(request))
        .finally(() => {
          done += 1;
        });
      last = own.catch(() => {});
      return own;
    },
    isBusy: () => done < sent,
    sentCount: () => sent,
  };
}
