/** What `google.script.run` carries, both ways. */
import { describe, expect, test } from 'vitest';
import type { Json } from '../../../../playground/apps-script/emulator.ts';
import { checkArguments } from '../../../../playground/apps-script/machine/json-rules.ts';
import { addOn, emulatorFor, returned } from '../emulator-fixture.ts';

// @see "Report: Values to transfer between JavaScript and Google Apps Script", https://tanaikech.github.io (2023-08), and
// https://developers.google.com/apps-script/guides/html/communication#parameters_and_return_values (read 2026-11-21)
describe('from the page', () => {
  test.each([
    ['a date', [new Date(0)], '0'],
    ['a date inside', [{ rows: [1, 2, 3, new Date(0)] }], '3'],
    ['a function', [{ act: () => 1 }], 'act'],
    ['a Map', [{ map: new Map() }], 'map'],
    ['a typed array', [{ bytes: new Uint8Array(1) }], 'bytes'],
  ])('%s is refused', (_what, args, property) => {
    expect(checkArguments(args)).toEqual({
      kind: 'illegal',
      message: `Failed due to illegal value in property: ${property}`,
    });
  });

  test('a circle is refused', () => {
    const circle: Record<string, unknown> = {};
    circle.self = circle;
    expect(checkArguments([circle])).toMatchObject({ kind: 'illegal' });
  });

  test('undefined becomes null, at the top and in arrays', () => {
    expect(checkArguments([undefined, [undefined], { left: undefined }])).toEqual({
      kind: 'sendable',
      json: '[null,[null],{}]',
    });
  });

  test('arguments arrive as objects of the add-on’s realm', async () => {
    const code = 'function echo(value) { return [value instanceof Object, value.list instanceof Array, value]; }';
    const emulator = await emulatorFor({ files: addOn(code) });
    const value: Json = { list: [1, 'two', null, true] };
    expect(returned(await emulator.call('echo', [value], { source: 'sidebar' }))).toEqual([true, true, value]);
  });
});

describe('to the page', () => {
  test.each([
    ['a date spoils the whole answer', '({ rows: [[1, new Date()]] })', null],
    ['a service object spoils it too', '({ sheet: SpreadsheetApp.getActiveSheet() })', null],
    ['Map, Set and RegExp arrive empty', '[new Map([[1, 2]]), new Set([1]), /x/]', [{}, {}, {}]],
    ['a function arrives as its source', '({ f: function () { return 1; } })', { f: 'function () { return 1; }' }],
    ['undefined is null in arrays and missing in objects', '[undefined, { a: undefined }]', [null, {}]],
    ['nothing is null', 'undefined', null],
    ['Int8Array is keyed by index', 'new Int8Array([5, 6])', { 0: 5, 1: 6 }],
  ])('%s', async (_what, expression, value) => {
    const emulator = await emulatorFor({ files: addOn(`function answer() { return ${expression}; }`) });
    expect(returned(await emulator.call('answer', [], { source: 'sidebar' }))).toEqual(value);
  });

  test('an error arrives with its name before its message', async () => {
    const emulator = await emulatorFor({ files: addOn(`function fail() { throw new TypeError('no'); }`) });
    const { outcome } = await emulator.call('fail', [], { source: 'sidebar' });
    expect(outcome).toMatchObject({ kind: 'threw', message: 'TypeError: no' });
  });
});
