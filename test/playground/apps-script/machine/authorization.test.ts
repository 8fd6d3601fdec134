/** What code may do: by AuthMode, by scope, and at load time. */
import { describe, expect, test } from 'vitest';
import type { CallOptions } from '../../../../playground/apps-script/emulator.ts';
import { addOn, emulatorFor, returned, thrownBy, valueFrom } from '../emulator-fixture.ts';

// @see https://developers.google.com/workspace/add-ons/concepts/editor-auth-lifecycle (read 2026-11-21)
describe('AuthMode', () => {
  const ALLOWED = {
    'SpreadsheetApp.getActiveSpreadsheet()': ['LIMITED', 'CUSTOM_FUNCTION', 'FULL'],
    'PropertiesService.getUserProperties()': ['LIMITED', 'CUSTOM_FUNCTION', 'FULL'],
    'CacheService.getScriptCache()': ['LIMITED', 'CUSTOM_FUNCTION', 'FULL'],
    'UrlFetchApp.fetchAll([])': ['CUSTOM_FUNCTION', 'FULL'],
    'SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutput("x"))': ['FULL'],
    'ScriptApp.getProjectTriggers()': ['FULL'],
    'SpreadsheetApp.getUi().createAddonMenu().addToUi()': ['NONE', 'LIMITED', 'CUSTOM_FUNCTION', 'FULL'],
    'Utilities.getUuid()': ['NONE', 'LIMITED', 'CUSTOM_FUNCTION', 'FULL'],
    'SpreadsheetApp.getActiveSheet().getRange(1, 1).setValue(1)': ['LIMITED', 'FULL'],
  } as const;
  const MODES = ['NONE', 'LIMITED', 'CUSTOM_FUNCTION', 'FULL'] as const;
  const cases = Object.entries(ALLOWED).flatMap(([code, modes]) =>
    MODES.map((mode) => [code, mode, modes.some((allowed) => allowed === mode)] as const),
  );

  test.each(cases)('%s in mode %s: allowed is %s', async (code, authMode, isAllowed) => {
    const emulator = await emulatorFor();
    const message = await thrownBy(emulator, `${code};`, { authMode });
    if (isAllowed) expect(message).toBeUndefined();
    else expect(message).toMatch(/^Exception: You do not have permission to /);
  });

  test('holds at load time too, which takes the whole menu away', async () => {
    const code = `const saved = PropertiesService.getScriptProperties().getProperties();
      function onOpen() { SpreadsheetApp.getUi().createAddonMenu().addToUi(); }`;
    const emulator = await emulatorFor({ files: addOn(code), deployment: 'published' });
    const report = await emulator.call('onOpen', [], { source: 'open' });
    expect(report.outcome).toMatchObject({
      kind: 'threw',
      message: 'Exception: You do not have permission to call PropertiesService.getScriptProperties',
    });
    expect(report.serviceCalls['Menu.addToUi']).toBeUndefined();
  });
});

describe('the event of onOpen', () => {
  const files =
    addOn(`function onOpen(e) { return [String(e.authMode), e.authMode === ScriptApp.AuthMode.LIMITED, e.source ? e.source.getName() : null]; }
    function use() {}`);
  const open: CallOptions = { source: 'open' };

  test('is LIMITED in a bound script', async () => {
    const emulator = await emulatorFor({ files, spreadsheetName: 'Homes' });
    expect(returned(await emulator.call('onOpen', [], open))).toEqual(['LIMITED', true, 'Homes']);
  });

  test('is NONE in a published add-on until somebody used it in the file', async () => {
    const emulator = await emulatorFor({ files, deployment: 'published', spreadsheetName: 'Homes' });
    expect(returned(await emulator.call('onOpen', [], open))).toEqual(['NONE', false, null]);
    await emulator.call('use', [], { source: 'menu' });
    expect(returned(await emulator.call('onOpen', [], open))).toEqual(['LIMITED', true, 'Homes']);
  });

  test('onInstall runs with full rights', async () => {
    const emulator = await emulatorFor({ files: addOn('function onInstall(e) { return String(e.authMode); }') });
    expect(returned(await emulator.call('onInstall', [], { source: 'install' }))).toBe('FULL');
  });
});

// @see https://github.com/peterherrmann/BetterLog/issues/29 (text; read 2026-11-21)
describe('a scope missing from the manifest', () => {
  const SCOPE = 'https://www.googleapis.com/auth';
  const onlyDocument = addOn('', { oauthScopes: [`${SCOPE}/spreadsheets.currentonly`] });

  test.each([
    ['UrlFetchApp.fetch("https://example.com")', 'UrlFetchApp.fetch', `${SCOPE}/script.external_request`],
    [
      'SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutput("x"))',
      'Ui.showSidebar',
      `${SCOPE}/script.container.ui`,
    ],
    ['ScriptApp.newTrigger("f")', 'ScriptApp.newTrigger', `${SCOPE}/script.scriptapp`],
  ])('is named when %s needs it', async (code, method, scope) => {
    const emulator = await emulatorFor({ files: onlyDocument });
    expect(await thrownBy(emulator, `${code};`)).toBe(
      `Exception: You do not have permission to call ${method}. Required permissions: ${scope}`,
    );
  });

  test('blanks the e-mail address instead of failing', async () => {
    const emulator = await emulatorFor({ files: onlyDocument });
    expect(await valueFrom(emulator, 'return Session.getActiveUser().getEmail();')).toBe('');
  });

  test('does not matter where the manifest lists none', async () => {
    const emulator = await emulatorFor({ owner: 'owner@example.com' });
    expect(await valueFrom(emulator, 'return Session.getActiveUser().getEmail();')).toBe('owner@example.com');
  });
});

test('openById is out of reach under the scope for the current document', async () => {
  const emulator = await emulatorFor();
  expect(await thrownBy(emulator, 'SpreadsheetApp.openById("x");')).toMatch(/permissions are not sufficient/);
});
