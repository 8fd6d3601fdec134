import { readFile } from 'node:fs/promises';
import vm from 'node:vm';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { beforeAll, describe, expect, test } from 'vitest';
import { ACTIONS } from '../../src/core/actions/actions.ts';
import { FUNCTION_NAMES } from '../../src/core/contract/argument-schemas.ts';
import { INBOX_HOSTS } from '../../src/core/events/inbox.ts';

/** What Google calls by itself: on opening, after an installation, and when the add-on's own trigger fires. */
const CALLED_BY_GOOGLE = ['onOpen', 'onInstall', 'onEdit', 'doGet', 'doPost', 'continueRunByTrigger'];

/** The names of the functions that the menu of a script calls. */
function menuFunctionsOf(code: string): readonly string[] {
  const names: string[] = [];
  const menu = {
    addSeparator: () => menu,
    addItem: (_caption: string, name: string) => names.push(name),
    addToUi() {},
  };
  const context = vm.createContext({ SpreadsheetApp: { getUi: () => ({ createAddonMenu: () => menu }) } });
  vm.runInContext(`${code}\nonOpen();`, context);
  return names;
}

/** Everything that a script adds to the global object. */
function globalsOf(code: string): readonly string[] {
  const context = vm.createContext({});
  const names = () => vm.runInContext('Object.getOwnPropertyNames(globalThis)', context) as readonly string[];
  const before = new Set(names());
  vm.runInContext(code, context);
  return names().filter((name) => !before.has(name));
}

/** @see https://developers.google.com/apps-script/guides/v8-runtime "Unsupported features" (read 2026-11-21). */
const MISSING_GLOBALS = [
  ...['setTimeout', 'setInterval', 'clearTimeout', 'fetch', 'FormData', 'File', 'Blob', 'URL', 'URLSearchParams'],
  ...['TextEncoder', 'TextDecoder', 'DOMException', 'atob', 'btoa', 'crypto', 'window', 'navigator', 'performance'],
  ...['process', 'structuredClone', 'queueMicrotask', 'AbortController', 'Event', 'Headers', 'Request', 'Response'],
];

const CODE_FROM_TEXT = /\beval\s*\(|\bnew Function\b|\bFunction\s*\(/;

const UNKNOWN_SYNTAX = /^\s*(static\s+\w+\s*=|#\w+\s*[=;(])/m;

/** Which of the missing globals a script refers to. */
async function missingGlobalsIn(code: string): Promise<readonly string[]> {
  // esbuild replaces exactly the free references to a defined name, so what is replaced was referred to.
  const define = Object.fromEntries(MISSING_GLOBALS.map((name) => [name, `missing_${name}`]));
  const { outputFiles } = await build({ stdin: { contents: code }, write: false, define, outfile: 'Code.js' });
  return outputFiles[0]?.text.match(/\bmissing_\w+/g) ?? [];
}

const dist = (name: string) => readFile(new URL(`../../dist/${name}`, import.meta.url), 'utf8');

describe('dist/Code.js', () => {
  let code = '';
  beforeAll(async () => {
    code = await dist('Code.js');
  });

  test.each(FUNCTION_NAMES)('the sidebar function %s is exported', (name) => {
    const isExported = code.includes(`\nfunction ${name}(`);
    expect(isExported, `sidebar function ${name} is in the contract but nobody exports it`).toBe(true);
  });

  test('defines what Google, the menu and the sidebar call, and the one object they delegate to', () => {
    const expected = ['addOn', ...CALLED_BY_GOOGLE, ...menuFunctionsOf(code), ...FUNCTION_NAMES];
    expect([...globalsOf(code)].sort()).toEqual(expected.sort());
  });

  test('has a line in the menu for every action', () => {
    const functionNames = Object.values(ACTIONS).map(({ menuItem }) => menuItem.functionName);
    expect(menuFunctionsOf(code)).toEqual(expect.arrayContaining(functionNames));
  });

  test('touches no service while it loads: a bare context has none', () => {
    expect(() => vm.runInContext(code, vm.createContext({}))).not.toThrow();
  });

  test('names its functions where Apps Script looks for them', () => {
    const functions = globalsOf(code).filter((name) => name !== 'addOn');
    for (const name of functions) expect(code).toContain(`\nfunction ${name}(`);
  });

  test('makes no code of text', () => {
    expect(code).not.toMatch(CODE_FROM_TEXT);
  });

  test('refers to no global that Apps Script lacks', async () => {
    expect(await missingGlobalsIn(code)).toEqual([]);
  });

  test('holds no syntax that Apps Script cannot parse', () => {
    expect(code).not.toMatch(UNKNOWN_SYNTAX);
  });
});

describe('dist/Sidebar.html', () => {
  let html = '';
  beforeAll(async () => {
    html = await dist('Sidebar.html');
  });

  test('is one file without outside resources', () => {
    expect(html).not.toMatch(/<(script|link|img|iframe)[^>]+(src|href)=/i);
    expect(html).not.toMatch(/@import|url\(\s*['"]?https?:/i);
  });

  test('has no template literal, because Google strips // inside them', () => {
    expect(html).not.toContain('`');
  });

  test('is at most 60 kB gzipped', () => {
    expect(gzipSync(html).length).toBeLessThanOrEqual(60_000);
  });

  test('never sets HTML from text', () => {
    expect(html).not.toMatch(/insertAdjacentHTML|document\.write|outerHTML\s*=/);
  });
});

test('dist/appsscript.json is the manifest, with no scope more than the docs justify', async () => {
  expect(JSON.parse(await dist('appsscript.json'))).toEqual({
    timeZone: 'Etc/UTC',
    runtimeVersion: 'V8',
    exceptionLogging: 'STACKDRIVER',
    oauthScopes: [
      'https://www.googleapis.com/auth/spreadsheets.currentonly',
      'https://www.googleapis.com/auth/script.container.ui',
      'https://www.googleapis.com/auth/script.external_request',
      'https://www.googleapis.com/auth/userinfo.email',
      'https://www.googleapis.com/auth/script.scriptapp',
      ...(process.env.LISTING_SYNC_MAIL === 'yes' ? ['https://www.googleapis.com/auth/script.send_mail'] : []),
    ],
    urlFetchWhitelist: [
      'https://usapi.hottask.com/',
      // The script's own web app, for the message that tries it.
      'https://script.google.com/macros/',
      'https://script.google.com/a/',
      ...INBOX_HOSTS.map((host) => `https://${host}/`),
    ],
    webapp: { access: 'ANYONE_ANONYMOUS', executeAs: 'USER_DEPLOYING' },
  });
});
