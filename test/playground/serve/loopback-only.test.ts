/** Who may talk to the playground server. */
import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { loopbackOnly } from '../../../playground/serve/loopback-only.ts';

const app = new Hono().use(loopbackOnly).all('*', (context) => context.text('welcome'));

const statusFor = async (method: string, headers: Record<string, string>): Promise<number> => {
  const response = await app.request('/api/state', { method, headers });
  return response.status;
};

test.each([
  ['the address typed by hand', 'GET', { host: '127.0.0.1:8420', 'sec-fetch-site': 'none' }],
  [
    'a request of its own page',
    'POST',
    { host: '127.0.0.1:8420', origin: 'http://127.0.0.1:8420', 'sec-fetch-site': 'same-origin' },
  ],
  ['a page opened as localhost', 'GET', { host: 'localhost:8420', 'sec-fetch-site': 'same-origin' }],
  ['a tool without a browser', 'POST', { host: '127.0.0.1:8420' }],
])('%s is answered', async (_, method, headers) => {
  expect(await statusFor(method, headers)).toBe(200);
});

test.each([
  ['a foreign host name that leads here', 'GET', { host: 'rebound.example:8420' }],
  ['a host name that only begins like this machine', 'GET', { host: '127.0.0.1.example:8420' }],
  ['a form of another website', 'POST', { host: '127.0.0.1:8420', origin: 'https://other.example' }],
  ['another port of this machine', 'POST', { host: '127.0.0.1:8420', origin: 'http://127.0.0.1:9000' }],
  ['the sandboxed frame of an add-on', 'POST', { host: '127.0.0.1:8420', origin: 'null' }],
  ['an image of another website', 'GET', { host: '127.0.0.1:8420', 'sec-fetch-site': 'cross-site' }],
])('%s is refused', async (_, method, headers) => {
  expect(await statusFor(method, headers)).toBe(403);
});
