/** The order in which the playground's page tells the server what a person did. */
import { expect, test } from 'vitest';
import { createHandsQueue } from '../../../playground/page/model/hands-queue.ts';
import type { HandsRequest } from '../../../playground/serve/wire.ts';

const type = (text: string): HandsRequest => ({ verb: 'type', args: ['Listings', 'A1', text] });

test('a request waits for the one before it, even when that one is refused', async () => {
  const log: string[] = [];
  const queue = createHandsQueue({
    hands: async ({ args }) => {
      log.push(`start ${args[2]}`);
      await Promise.resolve();
      log.push(`end ${args[2]}`);
      if (args[2] === 'first') {
        throw new Error('protected');
      }
    },
  });
  const first = queue.send(type('first'));
  const second = queue.send(type('second'));
  await expect(first).rejects.toThrow('protected');
  await second;
  expect(log).toEqual(['start first', 'end first', 'start second', 'end second']);
});

test('whoever waits for the last request finds the queue idle', async () => {
  const queue = createHandsQueue({ hands: () => Promise.resolve() });
  const seen: boolean[] = [];
  const sent = queue.send(type('x')).finally(() => seen.push(queue.isBusy()));
  seen.push(queue.isBusy());
  await sent;
  expect(seen).toEqual([true, false]);
  expect(queue.sentCount()).toBe(1);
});
