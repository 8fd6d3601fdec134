import { request } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Playground, startPlayground } from '../../../playground/serve/start-playground.ts';

let playground: Playground;
beforeAll(async () => {
  playground = await startPlayground({ port: 0 });
});
afterAll(() => playground.close());

/** A call as a page of the playground makes it, with headers that `fetch` does not let one choose. */
function ask(method: string, path: string, headers: Readonly<Record<string, string>> = {}, body = ''): Promise<number> {
  return new Promise((resolve, reject) => {
    const call = request(new URL(path, playground.url), { method, headers }, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    });
    call.on('error', reject);
    call.end(body);
  });
}

test('the requests panel is cleared by a call without a body', async () => {
  expect(await ask('DELETE', '/api/requests')).toBe(200);
});

test('a body that does not say its length is not read', async () => {
  expect(await ask('POST', '/api/close-frame', { 'transfer-encoding': 'chunked' }, '{"kind":"modal"}')).toBe(411);
});

test('a body that says to be too long is not read', async () => {
  expect(await ask('POST', '/api/close-frame', { 'content-length': '50000001' })).toBe(413);
});
