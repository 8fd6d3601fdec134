/** What the page may ask of the server. */
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import {
  arrivalSchema,
  callRequestSchema,
  faultSettingSchema,
  handsRequestSchema,
} from '../../../playground/serve/requests.ts';

describe('hands', () => {
  test.each([
    { verb: 'select', args: ['Listings', ['3:3', 'A:C', 'B2:D4', 'B7']] },
    { verb: 'type', args: ['Listings', 'B7', '=1+1'] },
    { verb: 'paste', args: ['Listings', 'A1', [['a', 'b'], ['c']]] },
    { verb: 'sort', args: ['Listings', 3, false, 2] },
    { verb: 'hideRows', args: ['Listings', 2, 5] },
    { verb: 'filter', args: ['Listings', { columnNumber: 3, texts: ['Active'] }] },
    { verb: 'filter', args: ['Listings', null] },
  ])('takes $verb $args', (request) => {
    expect(v.parse(handsRequestSchema, request)).toEqual(request);
  });

  test.each([
    ['a verb a person does not have', { verb: 'protect', args: ['Listings', 'A1'] }],
    ['no range at all', { verb: 'select', args: ['Listings', []] }],
    ['a range that is none', { verb: 'clear', args: ['Listings', 'Other!A1'] }],
    ['row 0', { verb: 'deleteRows', args: ['Listings', 0, 1] }],
    ['an argument too many', { verb: 'activateTab', args: ['Listings', 'owner@example.com'] }],
    ['a member too many', { verb: 'activateTab', args: ['Listings'], user: 'owner@example.com' }],
  ])('refuses %s', (_, request) => {
    expect(v.is(handsRequestSchema, request)).toBe(false);
  });
});

describe('messages that arrive', () => {
  test.each([
    ['for the inbox alone', { arrival: 'new' }, true],
    ['for a webhook too', { arrival: 'late', address: 'https://script.google.com/macros/s/a/exec?k=b' }, true],
    ['for an address of somebody else', { arrival: 'new', address: 'https://www.example.com/macros/s/a/exec' }, false],
    ['of an unknown kind', { arrival: 'lost' }, false],
  ])('%s', (_, request, isTaken) => {
    expect(v.is(arrivalSchema, request)).toBe(isTaken);
  });
});

describe('calls', () => {
  test('come from the menu or the sidebar only', () => {
    const call = { callId: '1', functionName: 'getOverview', args: [{ a: [1, null, 'x', true] }], source: 'sidebar' };
    expect(v.is(callRequestSchema, call)).toBe(true);
    expect(v.is(callRequestSchema, { ...call, source: 'trigger' })).toBe(false);
  });
});

describe('fault switches', () => {
  test('a refused row needs the text it is known by', () => {
    expect(v.is(faultSettingSchema, { name: 'refusedRow', isOn: true })).toBe(false);
    expect(v.is(faultSettingSchema, { name: 'refusedRow', isOn: true, bodyIncludes: 'LK26-1002' })).toBe(true);
    expect(v.is(faultSettingSchema, { name: 'refusedRow', isOn: false })).toBe(true);
  });
});
