/** What pages hear of the server, in which order, and how often. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createEventHub } from '../../../playground/serve/event-stream.ts';
import type { RequestLine, ServerEvent } from '../../../playground/serve/wire.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const line = (number: number): RequestLine => ({
  number,
  receivedAt: 0,
  method: 'POST',
  endpoint: 'RealEstateUpdate',
  bodyBytes: 2,
  status: 200,
  isGood: true,
});

/** A hub with a page that listens, and what the page has heard so far. */
function listen(changeDelayMs = 40) {
  const hub = createEventHub(() => changeDelayMs);
  const heard: ServerEvent[] = [];
  const reader = hub.open().body?.getReader();
  const read = async (): Promise<void> => {
    const part = await reader?.read();
    if (part === undefined || part.done) return;
    heard.push(JSON.parse(new TextDecoder().decode(part.value).replace(/^data: /, '')));
    await read();
  };
  void read();
  return { hub, heard };
}

test('hundreds of requests in a moment are one event, in their order', async () => {
  const { hub, heard } = listen();
  for (let number = 1; number <= 300; number += 1) hub.sendRequest(line(number));
  await vi.advanceTimersByTimeAsync(1_000);
  expect(heard.map(({ kind }) => kind)).toEqual(['hello', 'requests']);
  expect(heard[1]).toEqual({ kind: 'requests', lines: Array.from({ length: 300 }, (_, index) => line(index + 1)) });
});

test('what follows a request is told after it', async () => {
  const { hub, heard } = listen();
  hub.sendRequest(line(1));
  hub.send({ kind: 'requestsCleared' });
  await vi.advanceTimersByTimeAsync(1_000);
  expect(heard.map(({ kind }) => kind)).toEqual(['hello', 'requests', 'requestsCleared']);
});

test('changes are told once in the time that one may wait', async () => {
  const { hub, heard } = listen(800);
  for (let wave = 0; wave < 20; wave += 1) {
    hub.sendChange();
    await vi.advanceTimersByTimeAsync(100);
  }
  expect(heard.filter(({ kind }) => kind === 'changed')).toHaveLength(2);
});

test('a page that comes back to a closed playground is told to stay away', () => {
  const { hub } = listen();
  hub.close();
  expect(hub.open().status).toBe(204);
});
