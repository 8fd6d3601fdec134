/** `UrlFetchApp` against a real server on the loopback. */
import type { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { EmulatorOptions } from '../../../../../playground/apps-script/emulator.ts';
import { isUrlAllowed } from '../../../../../playground/apps-script/services/url-fetch-app/url-allow-list.ts';
import { addOn, emulatorFor, returned, thrownBy, valueFrom } from '../../emulator-fixture.ts';
import { type Received, serverFor } from '../../server-fixture.ts';

const HOST = 'https://api.example.com';

async function networkFor(
  answer: (request: Received, response: ServerResponse) => void,
  options: Partial<EmulatorOptions> = {},
) {
  const { received, origin } = await serverFor(answer);
  return { received, emulator: await emulatorFor({ hosts: { 'api.example.com': origin }, ...options }) };
}

// @see https://developers.google.com/apps-script/reference/url-fetch/url-fetch-app (read 2026-11-21)
describe('a request', () => {
  test('keeps method, path, query, headers and body', async () => {
    const { received, emulator } = await networkFor((_request, response) => response.end('ok'));
    await emulator.evaluate(`UrlFetchApp.fetch('${HOST}/a/b?c=d%20e', {
      method: 'post', contentType: 'application/json', headers: { Authorization: 'secret' }, payload: '{"ü":1}' });`);
    expect(received).toMatchObject([
      {
        method: 'POST',
        url: '/a/b?c=d%20e',
        headers: { host: 'api.example.com', authorization: 'secret', 'content-type': 'application/json' },
        body: '{"ü":1}',
      },
    ]);
  });

  test('turns a payload object into a form, and a GET with a payload into a POST', async () => {
    const { received, emulator } = await networkFor((_request, response) => response.end());
    await emulator.evaluate(`UrlFetchApp.fetch('${HOST}/', { payload: { a: 'x y', b: '&' } });`);
    expect(received).toMatchObject([
      { method: 'POST', body: 'a=x+y&b=%26', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
    ]);
  });

  test.each([
    ["''", 'Attribute provided with no value: url'],
    ['undefined', 'Attribute provided with no value: url'],
    ["'no address'", 'Invalid argument: no address'],
    [`'${HOST}/' + 'x'.repeat(2082)`, 'Limit exceeded: URLFetch URL Length.'],
    ["'https://unknown.example.com/x'", 'DNS error: https://unknown.example.com/x'],
  ])('to %s throws even when HTTP errors are muted', async (url, message) => {
    const emulator = await emulatorFor();
    const body = `UrlFetchApp.fetch(${url}, { muteHttpExceptions: true });`;
    expect(await thrownBy(emulator, body)).toBe(`Exception: ${message}`);
  });

  test('may not set the Host header', async () => {
    const emulator = await emulatorFor();
    const body = `UrlFetchApp.fetch('${HOST}', { headers: { Host: 'evil' } });`;
    expect(await thrownBy(emulator, body)).toBe('Exception: Attribute provided with invalid value: Header:Host');
  });
});

describe('a response', () => {
  test('has code, text, signed bytes, and headers in the server’s own case', async () => {
    const { emulator } = await networkFor((_request, response) => {
      response.writeHead(
        201,
        [
          ['X-Odd-CASE', '1'],
          ['Set-Cookie', 'a=1'],
          ['Set-Cookie', 'b=2'],
          ['Date', 'now'],
          ['Connection', 'close'],
          ['Content-Length', '2'],
        ].flat(),
      );
      response.end('é');
    });
    const body = `const response = UrlFetchApp.fetch('${HOST}');
      const { 'X-Odd-CASE': odd, 'Set-Cookie': cookies } = response.getAllHeaders();
      return [response.getResponseCode(), response.getContentText(), response.getContent(), odd, cookies, response.getHeaders()['Set-Cookie']];`;
    expect(await valueFrom(emulator, body)).toEqual([201, 'é', [-61, -87], '1', ['a=1', 'b=2'], 'b=2']);
  });

  test('arrives unzipped', async () => {
    const { emulator } = await networkFor((_request, response) => {
      response.setHeader('Content-Encoding', 'gzip');
      response.end(gzipSync('zipped'));
    });
    expect(await valueFrom(emulator, `return UrlFetchApp.fetch('${HOST}').getContentText();`)).toBe('zipped');
  });

  // @see https://note.com/mangapostjapan (text: scheme and host only; read 2026-11-21)
  test('of 400 or more throws unless muted', async () => {
    const { emulator } = await networkFor((_request, response) => {
      response.statusCode = 404;
      response.end('not here');
    });
    expect(await thrownBy(emulator, `UrlFetchApp.fetch('${HOST}/a');`)).toBe(
      `Exception: Request failed for ${HOST} returned code 404. Truncated server response: not here (use muteHttpExceptions option to examine full response)`,
    );
    const muted = `return UrlFetchApp.fetch('${HOST}/a', { muteHttpExceptions: true }).getResponseCode();`;
    expect(await valueFrom(emulator, muted)).toBe(404);
  });

  test('that redirects is followed, or given as it is when redirects are off', async () => {
    const { received, emulator } = await networkFor((request, response) => {
      if (request.url === '/from') response.writeHead(302, { Location: '/to' });
      response.end(request.url);
    });
    const follow = `return UrlFetchApp.fetch('${HOST}/from', { method: 'post', payload: 'x' }).getContentText();`;
    expect(await valueFrom(emulator, follow)).toBe('/to');
    expect(received.map(({ method }) => method)).toEqual(['POST', 'GET']);
    const stay = `return UrlFetchApp.fetch('${HOST}/from', { followRedirects: false }).getResponseCode();`;
    expect(await valueFrom(emulator, stay)).toBe(302);
  });

  test('that never comes is an unavailable address or a timeout, muted or not', async () => {
    const { emulator } = await networkFor(
      (request, response) => {
        if (request.url === '/drop') response.destroy();
      },
      { fetchTimeoutSeconds: 0.2 },
    );
    const fetching = (path: string) => `UrlFetchApp.fetch('${HOST}${path}', { muteHttpExceptions: true });`;
    expect(await thrownBy(emulator, fetching('/drop'))).toBe(`Exception: Address unavailable: ${HOST}/drop`);
    expect(await thrownBy(emulator, fetching('/hang'))).toBe(`Exception: Timeout: ${HOST}/hang`);
  });
});

// @see "Benchmark: fetchAll method in UrlFetch service", https://tanaikech.github.io (2018-04; read 2026-11-21)
describe('fetchAll', () => {
  test('answers in the order of the requests and counts each of them', async () => {
    const { emulator } = await networkFor((request, response) => {
      setTimeout(() => response.end(request.url), request.url === '/0' ? 60 : 0);
    });
    const report = await emulator.evaluate(
      `return UrlFetchApp.fetchAll([0, 1, 2].map((n) => '${HOST}/' + n)).map((response) => response.getContentText());`,
    );
    expect(returned(report)).toEqual(['/0', '/1', '/2']);
    expect(report).toMatchObject({ fetchedUrls: 3, serviceCalls: { 'UrlFetchApp.fetchAll': 1 } });
  });

  test('loses every answer when one request fails, although all were sent', async () => {
    const { received, emulator } = await networkFor((request, response) => {
      if (request.url === '/1') response.destroy();
      else response.end();
    });
    const body = `UrlFetchApp.fetchAll([0, 1, 2].map((n) => ({ url: '${HOST}/' + n, muteHttpExceptions: true })));`;
    expect(await thrownBy(emulator, body)).toBe(`Exception: Address unavailable: ${HOST}/1`);
    expect(received.map(({ url }) => url).sort()).toEqual(['/0', '/1', '/2']);
  });

  test('costs one latency per wave of parallel requests', async () => {
    const latency = { startMs: 0, objectMs: 0, fetchMs: 1000, fetchAllParallelism: 10 };
    const { emulator } = await networkFor((_request, response) => response.end(), { latency });
    const report = await emulator.evaluate(`UrlFetchApp.fetchAll(Array(25).fill('${HOST}'));`);
    expect(report.virtualMs).toBe(3000);
  });

  test('takes no longer on a virtual clock because the machine is busy', async () => {
    const latency = { startMs: 0, objectMs: 0, fetchMs: 1 };
    const { emulator } = await networkFor((_request, response) => setTimeout(() => response.end(), 60), { latency });
    const report = await emulator.evaluate(`UrlFetchApp.fetchAll(['${HOST}']);`);
    expect(report.virtualMs).toBe(1);
  });
});

describe('a server that says in Server-Timing how long it took', () => {
  const late = (statedMs: string) =>
    networkFor((_request, response) => response.writeHead(200, { 'Server-Timing': `app;dur=${statedMs}` }).end('ok'), {
      latency: { fetchMs: 700, fetchAllParallelism: 2, objectMs: 0, startMs: 0, fileReadMs: 0 },
    });
  const fetchAll = (count: number, options = '') =>
    `return UrlFetchApp.fetchAll(Array(${count}).fill({ url: '${HOST}/', muteHttpExceptions: true ${options} })).length;`;

  test.each([
    [1, 30_700],
    [2, 30_700],
    [3, 61_400],
  ])('is believed by the clock: %i requests take %i ms', async (count, tookMs) => {
    const { emulator } = await late('30000');
    const startedMs = emulator.now();
    expect(await valueFrom(emulator, fetchAll(count))).toBe(count);
    expect(emulator.now() - startedMs).toBe(tookMs);
  });

  test('has its answer lost when that is longer than Google waits, and the clock shows the time-out', async () => {
    const { emulator, received } = await late('60000');
    const startedMs = emulator.now();
    expect(await thrownBy(emulator, fetchAll(1, ', timeoutSeconds: 40'))).toBe(`Exception: Timeout: ${HOST}/`);
    expect(emulator.now() - startedMs).toBe(40_000);
    expect(received).toHaveLength(1);
  });
});

describe('the daily quota', () => {
  // @see https://developers.google.com/apps-script/guides/services/quotas (read 2026-11-21)
  test('is per person and starts anew after 24 hours', async () => {
    const { emulator } = await networkFor((_request, response) => response.end(), {
      account: 'consumer',
      latency: { fetchMs: 0, fetchAllParallelism: 100 },
    });
    const many = `UrlFetchApp.fetchAll(Array(20000).fill('https://unknown.example.com'));`;
    const one = `return UrlFetchApp.fetch('${HOST}').getResponseCode();`;
    expect(await thrownBy(emulator, many)).toBe('Exception: DNS error: https://unknown.example.com');
    expect(await thrownBy(emulator, one)).toBe('Exception: Service invoked too many times for one day: urlfetch.');
    expect(await valueFrom(emulator, one, { user: 'other@example.com' })).toBe(200);
    await emulator.advanceClock(86_400_000);
    expect(await valueFrom(emulator, one)).toBe(200);
  });
});

// @see https://developers.google.com/apps-script/guides/services/quotas "Exceptions" (read 2026-11-21)
test('a call that comes too soon throws the words of the limit, and sends nothing', async () => {
  const words =
    'Service invoked too many times in a short time: urlfetch rate max. Try Utilities.sleep(1000) between calls.';
  const startsAt = Date.UTC(2026, 10, 21);
  const { emulator, received } = await networkFor((_request, response) => response.end('in'), {
    startsAt,
    refuseFetchAt: (atMs) => (atMs < startsAt + 60_000 ? words : undefined),
  });
  const one = `return UrlFetchApp.fetch('${HOST}/').getContentText();`;
  expect(await thrownBy(emulator, one)).toBe(`Exception: ${words}`);
  expect(await thrownBy(emulator, `UrlFetchApp.fetchAll(['${HOST}/', '${HOST}/']);`)).toBe(`Exception: ${words}`);
  expect(received).toEqual([]);
  await emulator.advanceClock(60_000);
  expect(await valueFrom(emulator, one)).toBe('in');
});

// @see https://developers.google.com/apps-script/manifest/allowlist-url (read 2026-11-21)
describe('urlFetchWhitelist', () => {
  test.each([
    ['https://a.com/foo', 'https://a.com/foo', true],
    ['https://a.com/foo/bar', 'https://a.com/foo', true],
    ['https://a.com/foo?x=1', 'https://a.com/foo', true],
    ['https://a.com/foobar', 'https://a.com/foo', false],
    ['https://a.com/Foo', 'https://a.com/foo', false],
    ['https://a.com/any', 'https://a.com/', true],
    ['http://a.com/any', 'https://a.com/', false],
    ['https://b.a.com/foo', 'https://*.a.com/foo', true],
    ['https://a.com.evil.com/', 'https://a.com/', false],
    ['https://evila.com/foo', 'https://*.a.com/foo', false],
  ])('%s under %s: allowed is %s', (url, prefix, isAllowed) => {
    expect(isUrlAllowed(url, [prefix])).toBe(isAllowed);
  });

  test('stops a fetch to anywhere else', async () => {
    const files = addOn('', { urlFetchWhitelist: [`${HOST}/`] });
    const { received, emulator } = await networkFor((_request, response) => response.end('in'), { files });
    expect(await valueFrom(emulator, `return UrlFetchApp.fetch('${HOST}/x').getContentText();`)).toBe('in');
    expect(await thrownBy(emulator, `UrlFetchApp.fetch('https://other.example.com/');`)).toMatch(/not permitted/);
    expect(received).toHaveLength(1);
  });
});
