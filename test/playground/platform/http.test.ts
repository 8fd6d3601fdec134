/** The stand-in as an HTTP server: credentials, content type, paths, methods, sizes and its life. */
import { request } from 'node:http';
import { describe, expect, test } from 'vitest';
import { startPlatform } from '../../../playground/platform/start-platform.ts';
import { CHATBOT_ID, post, refusal, SECRET_KEY, seededPlatform, success, updateBody } from './support.ts';

const UPDATE_PATH = '/chat/Chatbot/RealEstateUpdate';

/** "Update Real Estate": `Authorization` among the headers, `chatrobot-sessionkey` in the examples (read 2026-11-21). */
describe('credentials', () => {
  test.each([['Authorization'], ['AUTHORIZATION'], ['chatrobot-sessionkey']])(
    'the key is accepted in %s',
    async (name) => {
      const platform = await seededPlatform();
      const answer = await post(platform, 'RealEstateUpdate', updateBody(), { [name]: SECRET_KEY });
      expect(answer).toMatchObject({ status: 200, envelope: success(1) });
    },
  );

  test.each([
    ['no credentials', {}, 'Unauthorized: send the secret key as authorization or chatrobot-sessionkey.'],
    [
      'a Bearer prefix',
      { Authorization: `Bearer ${SECRET_KEY}` },
      'Unauthorized: send the secret key without "Bearer".',
    ],
    ['a wrong key', { Authorization: 'wrong' }, 'Unauthorized: the secret key is wrong.'],
    ['a key cut short', { Authorization: SECRET_KEY.slice(0, -1) }, 'Unauthorized: the secret key is wrong.'],
  ])('%s is answered with 401 and changes nothing', async (_case, headers, message) => {
    const platform = await seededPlatform();
    const before = platform.listings();
    const answer = await post(platform, 'RealEstateUpdate', updateBody(), headers);
    expect(answer).toMatchObject({ status: 401, envelope: refusal(401, message) });
    expect(platform.listings()).toEqual(before);
  });

  test.each([
    ['authorization', 'chatrobot-sessionkey'],
    ['chatrobot-sessionkey', 'authorization'],
  ] as const)('a stand-in that demands %s does not look at %s', async (demanded, other) => {
    const platform = await seededPlatform({ authHeaders: [demanded] });
    expect((await post(platform, 'RealEstateUpdate', updateBody(), { [demanded]: SECRET_KEY })).status).toBe(200);
    expect(await post(platform, 'RealEstateUpdate', updateBody(), { [other]: SECRET_KEY })).toMatchObject({
      status: 401,
      envelope: refusal(401, `Unauthorized: send the secret key as ${demanded}.`),
    });
  });
});

describe('content', () => {
  test.each([['application/json'], ['application/json; charset=utf-8'], ['Application/JSON;charset=UTF-8']])(
    'Content-Type %s is accepted',
    async (contentType) => {
      const platform = await seededPlatform();
      const headers = { Authorization: SECRET_KEY, 'Content-Type': contentType };
      expect((await post(platform, 'RealEstateUpdate', updateBody(), headers)).envelope).toEqual(success(1));
    },
  );

  /** "Update Real Estate": "must be application/json"; its examples forget it, so clients send these (read 2026-11-21). */
  test.each([['text/plain;charset=UTF-8'], ['application/x-www-form-urlencoded'], ['application/jsonp']])(
    'Content-Type %s is answered with 415',
    async (contentType) => {
      const platform = await seededPlatform();
      const headers = { Authorization: SECRET_KEY, 'Content-Type': contentType };
      expect(await post(platform, 'RealEstateUpdate', updateBody(), headers)).toMatchObject({
        status: 415,
        envelope: refusal(415, 'Content-Type must be application/json.'),
      });
    },
  );

  test('the documents’ own cURL, which names no content type, is refused as their table of headers says', async () => {
    const platform = await seededPlatform();
    // What `curl -X POST -H 'chatrobot-sessionkey: …' -d '…'` sends (curl 8).
    const headers = { 'chatrobot-sessionkey': SECRET_KEY, 'Content-Type': 'application/x-www-form-urlencoded' };
    for (const endpoint of ['RealEstateUpdate', 'RealEstateDelete']) {
      expect((await post(platform, endpoint, updateBody(), headers)).status).toBe(415);
    }
  });

  test.each([['{"SerialNumber":'], [''], ["{'Key': 1}"], ['{"Bathrooms": 2,5}']])(
    'the malformed body %o is answered with 400',
    async (body) => {
      const platform = await seededPlatform();
      expect(await post(platform, 'RealEstateUpdate', body)).toMatchObject({
        status: 400,
        envelope: refusal(400, 'The body is not JSON.'),
      });
    },
  );

  test('a body that is not UTF-8 is answered with 400', async () => {
    const platform = await seededPlatform();
    const response = await fetch(`${platform.origin}${UPDATE_PATH}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Authorization: SECRET_KEY },
      body: Uint8Array.of(0x22, 0xe9, 0x22),
    });
    expect(response.status).toBe(400);
  });

  test('a body of more than 5 MB is answered with 413, one of just 5 MB is read', async () => {
    const platform = await seededPlatform();
    const emptyBytes = JSON.stringify(updateBody({ Description: '' })).length;
    const bodyOf = (bytes: number) => updateBody({ Description: 'x'.repeat(bytes - emptyBytes) });
    expect((await post(platform, 'RealEstateUpdate', bodyOf(5_000_000))).envelope).toEqual(success(1));
    expect(await post(platform, 'RealEstateUpdate', bodyOf(5_000_001))).toMatchObject({
      status: 413,
      envelope: refusal(413, 'The body is larger than 5000000 bytes.'),
    });
    expect(platform.journal.entries().map((entry) => entry.bodyBytes)).toEqual([5_000_000, 5_000_001]);
  });
});

describe('paths and methods', () => {
  test.each([
    ['/'],
    ['/chat/Chatbot/RealEstateExport'],
    ['/chat/chatbot/realestateupdate'],
    ['/chat/Chatbot/RealEstateUpdate/'],
  ])('POST %s is answered with 404', async (path) => {
    const platform = await seededPlatform();
    const response = await fetch(platform.origin + path, { method: 'POST' });
    expect(response.status).toBe(404);
    expect(await response.json()).toEqual(refusal(404, `There is nothing at ${path}.`));
  });

  test.each([['GET'], ['PUT'], ['DELETE'], ['PATCH']])('%s on an endpoint is answered with 405', async (method) => {
    const platform = await seededPlatform();
    const response = await fetch(`${platform.origin}${UPDATE_PATH}`, { method });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('POST');
    expect(await response.json()).toEqual(refusal(405, 'RealEstateUpdate is called with POST.'));
  });
});

describe('the life of a stand-in', () => {
  test('it listens on loopback and stops listening once closed', async () => {
    const platform = await startPlatform({ secretKey: SECRET_KEY, chatbotId: CHATBOT_ID });
    expect(platform.origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect((await fetch(platform.origin)).status).toBe(404);
    await platform.close();
    await expect(fetch(platform.origin)).rejects.toThrow('fetch failed');
  });

  test('closing does not wait for a slow answer', async () => {
    const platform = await startPlatform({ secretKey: SECRET_KEY, chatbotId: CHATBOT_ID });
    platform.faults.add({ fault: { kind: 'slow', delayMs: 60_000 }, times: 1 });
    const answer = post(platform, 'RealEstateUpdate', updateBody());
    answer.catch(() => undefined);
    await expect.poll(() => platform.faults.rules()).toEqual([]);
    await platform.close();
    await expect(answer).rejects.toThrow('fetch failed');
  });

  test('a port that is taken is an error', async () => {
    const platform = await seededPlatform();
    const port = Number(new URL(platform.origin).port);
    await expect(startPlatform({ secretKey: SECRET_KEY, chatbotId: CHATBOT_ID, port })).rejects.toThrow('EADDRINUSE');
  });

  test.each([
    ['a blank key', { secretKey: ' ', chatbotId: CHATBOT_ID }],
    ['a blank chatbot ID', { secretKey: SECRET_KEY, chatbotId: '' }],
  ])('%s is an error', async (_case, options) => {
    await expect(startPlatform(options)).rejects.toThrow('The stand-in needs a key and a chatbot ID.');
  });

  test('its records are its own: changing the seed or what it hands out changes nothing', async () => {
    const seed = { Key: 'NO-1', MLSNumber: 'MLS-1' };
    const platform = await seededPlatform({ listings: [seed] });
    seed.MLSNumber = 'changed';
    expect(platform.listings()).toEqual([{ Key: 'NO-1', MLSNumber: 'MLS-1' }]);
  });
});

/** Web pages can reach a port of this machine under a name of their own (DNS rebinding). */
describe('the host that is asked for', () => {
  function statusFor(origin: string, host: string): Promise<number | undefined> {
    return new Promise((resolve, reject) => {
      const headers = { Host: host, Authorization: SECRET_KEY, 'Content-Type': 'application/json' };
      const asked = request(`${origin}${UPDATE_PATH}`, { method: 'POST', headers }, (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      });
      asked.on('error', reject);
      asked.end(JSON.stringify(updateBody()));
    });
  }

  test.each([
    ['usapi.hottask.com', 200],
    ['127.0.0.1:8080', 200],
    ['LOCALHOST', 200],
    ['attacker.example', 421],
    ['127.0.0.1.attacker.example', 421],
    ['usapi.hottask.com.attacker.example:80', 421],
  ])('%s is answered with %d', async (host, status) => {
    const platform = await seededPlatform();
    expect(await statusFor(platform.origin, host)).toBe(status);
  });

  test('a request for another host changes nothing, and its sender learns nothing of what is here', async () => {
    const platform = await seededPlatform();
    const before = platform.listings();
    await statusFor(platform.origin, 'attacker.example');
    expect(platform.listings()).toEqual(before);
  });
});

test('a body that is nested deeply is refused in words', async () => {
  const platform = await seededPlatform();
  const body = `{"Images":${'['.repeat(64)}${']'.repeat(64)}}`;
  expect(await post(platform, 'RealEstateUpdate', body)).toMatchObject({
    status: 400,
    envelope: refusal(400, 'The body is nested deeper than 64 levels.'),
  });
});
