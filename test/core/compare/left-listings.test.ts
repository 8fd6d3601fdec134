/** Which listings have left, and of which it cannot be told. */
import { describe, expect, test } from 'vitest';
import {
  groundMark,
  type LeftQuestion,
  leftListings,
  leftTable,
  leftWords,
  whyStays,
} from '../../../src/core/compare/left-listings.ts';
import type { LedgerLine } from '../../../src/core/ledger/ledger-line.ts';

const lineOf = (name: string, more: Partial<LedgerLine> = {}): LedgerLine => ({
  number: 1,
  state: 'confirmed',
  operation: 'update',
  fingerprint: 'v1:0',
  atMs: 2_000,
  tabId: 7,
  bodyBytes: 9,
  place: 'here',
  name,
  ...more,
});

const QUESTION: LeftQuestion = {
  tabId: 7,
  deletedTabs: new Set([9]),
  place: 'here',
  sinceMs: 1_000,
  keys: new Set(['MLSNumber a1', 'URL https://x.example.com/9']),
  bodiesOf: (lines) => lines.map(({ name }) => ({ MLSNumber: name.slice('MLSNumber '.length), Address: '12 Oak St' })),
  isShown: () => false,
  strangers: () => [],
};

const found = (lines: readonly LedgerLine[], more: Partial<LeftQuestion> = {}) => {
  const { left, unknown } = leftListings(lines, { ...QUESTION, ...more });
  return { left: left.map(({ key }) => key), unknown };
};

const GONE = lineOf('MLSNumber A2');
const HOMES = { tabId: 7, tabName: 'Homes' };

describe('a listing has left', () => {
  test('where no row shows its key any more', () => {
    expect(found([lineOf('MLSNumber A1'), GONE])).toEqual({ left: ['A2'], unknown: 0 });
  });

  test('where its tab was deleted, whenever it was confirmed', () => {
    expect(found([lineOf('MLSNumber A1', { tabId: 9 }), lineOf('MLSNumber A3', { tabId: 9, atMs: 1 })])).toEqual({
      left: ['A3'],
      unknown: 0,
    });
  });

  test.each<[string, LedgerLine, Partial<LeftQuestion>]>([
    ['a row shows it in other letters', lineOf('MLSNumber a1'), {}],
    ['a row shows another key of it', GONE, { bodiesOf: () => [{ MLSNumber: 'A2', Url: 'https://X.example.com/9' }] }],
    ['another tab shows it', GONE, { isShown: (texts) => texts.includes('A2') }],
    ['it is another tab’s', lineOf('MLSNumber A2', { tabId: 8 }), {}],
    ['it is another chatbot’s', lineOf('MLSNumber A2', { place: 'there' }), {}],
    ['it was deleted', lineOf('MLSNumber A2', { state: 'deleted' }), {}],
    ['what became of it is unclear', lineOf('MLSNumber A2', { state: 'unclear' }), {}],
    ['it is a chatbot row', lineOf('row 12', { operation: 'push' }), {}],
  ])('not where %s', (_, line, more) => expect(found([line], more)).toEqual({ left: [], unknown: 0 }));

  test('where a row of the same address is another home', () => {
    const bodiesOf = () => [{ MLSNumber: 'A2', Address: '12 Oak St', Bedrooms: 2 }];
    const strangers = () => [{ Address: '12 Oak St', Bedrooms: 3 }, { Address: '14 Oak St' }, {}];
    expect(found([GONE], { bodiesOf, strangers })).toEqual({ left: ['A2'], unknown: 0 });
  });

  test.each<[string, Partial<LeftQuestion>, LedgerLine?]>([
    ['a row has no key, or one that cannot be read', { keys: undefined }],
    ['header row or key columns are others now', { sinceMs: undefined }],
    ['they were others when it was confirmed', {}, lineOf('MLSNumber A2', { atMs: 999 })],
    ['nobody knows what else it is known by', { bodiesOf: () => [undefined] }],
    [
      'a row whose key nobody knows has its address: it may be the listing under another key',
      { strangers: () => [{ Address: '12 OAK ST', Bedrooms: 3 }] },
    ],
  ])('nobody can tell where %s', (_, more, line = GONE) => {
    expect(found([line], more)).toEqual({ left: [], unknown: 1 });
  });

  test.each<[string, RegExp | undefined, Partial<LeftQuestion>, LedgerLine?]>([
    ['is still gone', undefined, {}],
    [
      'is of a deleted tab, whose columns nobody asks about',
      undefined,
      {},
      lineOf('MLSNumber A3', { tabId: 9, atMs: 1 }),
    ],
    ['is shown by a row again', /has the listing again/, {}, lineOf('MLSNumber A1')],
    ['is shown by its other key', /again/, { bodiesOf: () => [{ Url: 'https://x.example.com/9' }] }],
    ['is shown by another tab', /again/, { isShown: () => true }],
    ['is of a tab with a row without a key', /cannot be told/, { keys: undefined }],
    ['is of a tab whose columns changed', /cannot be told/, { sinceMs: undefined }],
    ['was confirmed before they changed', /cannot be told/, {}, lineOf('MLSNumber A2', { atMs: 999 })],
    ['is another tab’s', /cannot be told/, {}, lineOf('MLSNumber A2', { tabId: 8 })],
    ['is another chatbot’s', /cannot be told/, {}, lineOf('MLSNumber A2', { place: 'there' })],
    ['was sent with nobody knows what', /cannot be told/, { bodiesOf: () => [undefined] }],
  ])('that was listed and %s is judged once more before its delete', (_, why, more, line = GONE) => {
    const reason = whyStays(line, { ...QUESTION, ...more });
    if (why === undefined) expect(reason).toBeUndefined();
    else expect(reason).toMatch(why);
  });

  test('of which no line is believed is not deleted', () =>
    expect(whyStays(undefined, QUESTION)).toMatch(/cannot be told/));

  test('is told of the first two hundred, and of the others that they are not looked into yet', () => {
    const lines = Array.from({ length: 250 }, (_, index) => lineOf(`MLSNumber B${index}`));
    const { left, unknown } = found(lines);
    expect([left.length, unknown]).toEqual([200, 50]);
  });
});

test('the tab that lists them has the key by which each was confirmed, in the column of its kind', () => {
  const table = leftTable(leftListings([GONE], QUESTION).left, HOMES, () => '21 Nov');
  expect(table.headers.slice(0, 6)).toEqual(['Left', 'Last confirmed', 'Key', 'MLSNumber', 'Url', 'Address']);
  expect(table.lines).toEqual([['“Homes”', '21 Nov', '', 'A2', '', '12 Oak St', '', '', '', '']]);
});

test('what was found is said in sentences', () => {
  const { left } = leftListings([GONE], QUESTION);
  expect(leftWords({ left, unknown: 2 }, HOMES)).toBe(
    '1 listing that was confirmed from “Homes” is in no row of this file any more. The chatbot still has it; the tab “Listings that left” says which. To keep such listings without being asked, choose so under Mapping › Tab settings. 2 listings are in no row either, but it cannot be told whether they have left: columns or keys have changed, or a row has no key.',
  );
  expect(leftWords({ left: [], unknown: 0 }, HOMES)).toBe('');
});

test('another order of keys, or another header of a key column, is other ground', () => {
  const mark = groundMark(['MLSNumber', 'URL'], ['MLS number', 'Link']);
  expect(groundMark(['URL', 'MLSNumber'], ['MLS number', 'Link'])).not.toBe(mark);
  expect(groundMark(['MLSNumber', 'URL'], ['MLS', 'Link'])).not.toBe(mark);
});
