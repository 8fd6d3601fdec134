/** The web app's stand-in around the emulator: what a script sees of a request, and what a sender sees of a script. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Disturbance, Emulator } from '../../../playground/apps-script/emulator.ts';
import { startEmulator } from '../../../playground/apps-script/start-emulator.ts';
import { deployWebApp } from '../../../playground/webapp/deploy-web-app.ts';
import type { WebApp } from '../../../playground/webapp/web-app.ts';
import { addOn, STARTS_AT_MS } from '../apps-script/emulator-fixture.ts';

const CODE = `
  function doGet() { return HtmlService.createHtmlOutput('<b>hello</b>').setTitle('Greeting'); }
  function doPost(e) {
    const { what } = e.parameter;
    if (what === 'throw') throw new Error('no such row');
    if (what === 'nothing') return undefined;
    if (what === 'number') return 5;
    if (what === 'document') return ContentService.createTextOutput(String([
      SpreadsheetApp.getActiveSpreadsheet(), PropertiesService.getDocumentProperties(), LockService.getDocumentLock(),
    ].map((one) => one === null)));
    const store = PropertiesService.getScriptProperties();
    store.setProperty(what || 'seen', 'here');
    return ContentService.createTextOutput(JSON.stringify(e)).setMimeType(ContentService.MimeType.JSON);
  }
`;
const MANIFEST = { webapp: { access: 'ANYONE_ANONYMOUS', executeAs: 'USER_DEPLOYING' } };

let emulator: Emulator;
let app: WebApp;
let disturbance: Disturbance | undefined;
let access: NonNullable<Emulator['webApp']>['access'] | undefined;

beforeAll(async () => {
  emulator = await startEmulator({ files: addOn(CODE, MANIFEST), hosts: {}, startsAt: STARTS_AT_MS });
  access = emulator.webApp?.access;
  app = await deployWebApp(() => emulator, { access: () => access, disturb: () => disturbance });
});
afterAll(async () => {
  await app.close();
  await emulator.close();
});

const path = new URL('https://script.google.com/macros/s/AKfycbx-playground/exec').pathname;

function post(query: string, body: string, headers: Readonly<Record<string, string>> = {}) {
  return fetch(`${app.origin}${path}${query}`, { method: 'POST', body, headers, redirect: 'manual' });
}

/** Follows the redirect of `ContentService` as a sender must. */
async function textOf(response: Response): Promise<string> {
  const location = new URL(response.headers.get('location') ?? '');
  expect(location.origin).toBe('https://script.googleusercontent.com');
  return (await fetch(`${app.origin}${location.pathname}${location.search}`)).text();
}

// @see https://developers.google.com/apps-script/guides/web#request_parameters (read 2026-11-21)
test('a script sees query, path and body of a request, and no header', async () => {
  const response = await fetch(`${app.origin}${path}/deep/er?k=a+b&k=c%2Fd`, {
    method: 'POST',
    body: '{"ü":1}',
    headers: { 'content-type': 'application/json', 'x-signature': 'sha256=abc' },
    redirect: 'manual',
  });
  expect(response.status).toBe(302);
  expect(JSON.parse(await textOf(response))).toEqual({
    queryString: 'k=a+b&k=c%2Fd',
    parameter: { k: 'a b' },
    parameters: { k: ['a b', 'c/d'] },
    pathInfo: 'deep/er',
    contextPath: '',
    contentLength: 8,
    postData: { length: 8, type: 'application/json', contents: '{"ü":1}', name: 'postData' },
  });
});

test('what a form sends stands among the parameters', async () => {
  const type = { 'content-type': 'application/x-www-form-urlencoded' };
  const seen = JSON.parse(await textOf(await post('?k=1', 'k=2&name=Oak+St', type)));
  expect(seen.parameters).toEqual({ k: ['1', '2'], name: ['Oak St'] });
  expect(seen.postData.contents).toBe('k=2&name=Oak+St');
});

// @see https://developers.google.com/apps-script/guides/content (read 2026-11-21)
test('text is given once, by GET, at another address; whoever posts there gets 405 although the script has run', async () => {
  const response = await post('?what=ran', '');
  const location = new URL(response.headers.get('location') ?? '');
  const echo = `${app.origin}${location.pathname}${location.search}`;
  expect((await fetch(echo, { method: 'POST' })).status).toBe(405);
  expect(emulator.properties('script').ran).toBe('here');
  const given = await fetch(echo);
  expect([given.status, given.headers.get('content-type')]).toEqual([200, 'application/json; charset=utf-8']);
  expect((await fetch(echo)).status).toBe(404);
});

test('a page is answered at once with 200, and its words are not to be found in it as they are', async () => {
  const response = await fetch(`${app.origin}${path}`);
  expect(response.status).toBe(200);
  const text = await response.text();
  expect(text).toContain('<title>Greeting</title>');
  expect(text).toContain('goog.script.init(');
  expect(text).not.toContain('<b>hello</b>');
});

// @see https://github.com/tanaikech/taking-advantage-of-Web-Apps-with-google-apps-script (errors; read 2026-11-21)
test.each([
  ['throws', 'throw', 'Error: no such row'],
  ['returns nothing', 'nothing', 'The script completed but did not return anything.'],
  ['returns what is no page', 'number', 'The script completed but the returned value is not a supported return type.'],
])('a script that %s is answered by a page with status 200', async (_what, what, words) => {
  const response = await post(`?what=${what}`, '');
  expect(response.status).toBe(200);
  expect(await response.text()).toContain(words);
});

test('a script that is killed is answered by a page with status 200, and what it had done stays', async () => {
  disturbance = { killAfterServiceCall: 2 };
  const response = await post('?what=killed', '');
  disturbance = undefined;
  expect([response.status, await response.text()]).toEqual([
    200,
    expect.stringContaining('Exceeded maximum execution'),
  ]);
  expect(emulator.properties('script').killed).toBe('here');
});

// @see https://developers.google.com/apps-script/reference/lock/lock-service ("null" outside a document; read 2026-11-21)
test('a web app has no document, no document properties and no document lock', async () => {
  expect(await textOf(await post('?what=document', ''))).toBe('true,true,true');
});

test('the web app of a bound script may know its document, which no page settles', async () => {
  const edges = { webAppDocument: 'there' } as const;
  const other = await startEmulator({ files: addOn(CODE, MANIFEST), hosts: {}, edges });
  const { outcome } = await other.request({ method: 'POST', queryString: 'what=document' });
  await other.close();
  expect(outcome).toMatchObject({ kind: 'returned', value: { kind: 'text', content: 'false,false,false' } });
});

test('a web app that executes as whoever asks is refused loudly', async () => {
  const webapp = { access: 'ANYONE', executeAs: 'USER_ACCESSING' };
  const other = await startEmulator({ files: addOn(CODE, { webapp }), hosts: {} });
  await expect(other.request({ method: 'GET', queryString: '' })).rejects.toThrow('not emulated');
  await other.close();
});

test('requests at once run at once, up to thirty', async () => {
  const responses = await Promise.all(Array.from({ length: 34 }, (_, index) => post(`?what=p${index}`, '')));
  const statuses = responses.map(({ status }) => status);
  expect(statuses.filter((status) => status === 302).length).toBeGreaterThanOrEqual(30);
  const stored = Object.keys(emulator.properties('script')).filter((name) => /^p\d+$/.test(name));
  expect(stored).toHaveLength(statuses.filter((status) => status === 302).length);
});

// @see https://developers.google.com/apps-script/guides/web#permissions (read 2026-11-21)
test.each([
  ['open to everybody who is signed in', 'ANYONE' as const, path, 'POST', 302],
  ['open to the domain', 'DOMAIN' as const, path, 'POST', 302],
  ['open to its owner only', 'MYSELF' as const, path, 'POST', 404],
  ['taken down', undefined, path, 'POST', 404],
  ['asked under another id', 'ANYONE_ANONYMOUS' as const, path.replace('AKfycbx', 'other'), 'POST', 404],
  ['asked at its test address', 'ANYONE_ANONYMOUS' as const, path.replace('/exec', '/dev'), 'POST', 302],
  ['asked with a reserved name', 'ANYONE_ANONYMOUS' as const, `${path}?sid=1`, 'POST', 405],
  ['asked for its head', 'ANYONE_ANONYMOUS' as const, path, 'HEAD', 403],
])('a web app that is %s', async (_what, wanted, asked, method, status) => {
  const usual = access;
  access = wanted;
  const response = await fetch(`${app.origin}${asked}`, { method, redirect: 'manual' });
  access = usual;
  expect(response.status).toBe(status);
  if (status === 302) expect(response.headers.get('location')).toMatch(/^https:\/\/accounts\.google\.com\//);
});

test('a manifest without a web app deploys none', async () => {
  const other = await startEmulator({ files: addOn(CODE), hosts: {} });
  expect(other.webApp).toBeUndefined();
  await other.close();
});
