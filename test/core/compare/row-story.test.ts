/** The ledger's lines as stories. */
import { expect, test } from 'vitest';
import {
  changedWords,
  linesOfKey,
  linesOfRun,
  nameWords,
  outcomeWords,
  type RunSpan,
  storyOf,
} from '../../../src/core/compare/row-story.ts';
import { formatLine, type LedgerLine, ledgerKey } from '../../../src/core/ledger/ledger-line.ts';

const FINGERPRINT = `v1:${'0'.repeat(32)}`;
const PLACE = 'abcdef01';

function line(number: number, change: Partial<LedgerLine> = {}): LedgerLine {
  return {
    number,
    state: 'confirmed',
    operation: 'update',
    fingerprint: FINGERPRINT,
    atMs: number * 1000,
    tabId: 7,
    bodyBytes: 0,
    place: PLACE,
    name: 'MLSNumber A1',
    ...change,
  };
}

test('a key has its own lines, the newest first, whatever the case of its name', () => {
  const texts = [line(1), line(3, { name: 'MLSNumber a1' }), line(2, { name: 'MLSNumber B2' })].map(formatLine);
  const found = linesOfKey(['nonsense', ...texts], ledgerKey(line(1)));
  expect(found.map(({ number }) => number)).toEqual([3, 1]);
});

test('a run has the last line of each key of its tab and its time', () => {
  const texts = [
    line(1, { atMs: 999 }),
    line(2, { state: 'unclear' }),
    line(3),
    line(4, { name: 'MLSNumber B2' }),
    line(5, { tabId: 8, name: 'MLSNumber C3' }),
    line(9, { name: 'MLSNumber D4' }),
  ].map(formatLine);
  const names = (asides: RunSpan['asides']) =>
    linesOfRun(texts, { tabId: 7, fromMs: 1_000, toMs: 5_000, asides }).map(({ number, name }) => `${number} ${name}`);
  expect(names([])).toEqual(['3 MLSNumber A1', '4 MLSNumber B2']);
  // While it stood aside, another one wrote.
  expect(names([[2_500, 3_500]])).toEqual(['2 MLSNumber A1', '4 MLSNumber B2']);
});

test('a story tells what changed since what was sent before, over lines that have no body', () => {
  const sent = { bodyBytes: 15 };
  const lines = [line(4, sent), line(3, sent), line(2, { state: 'unclear' }), line(1, sent)];
  const bodies: Readonly<Record<number, string>> = { 4: '', 3: '{"City":"Oslo"}', 1: '{"City":"Bergen"}' };
  const notKept = 'What was sent before is not kept any more, so that old and new cannot be compared.';
  expect(storyOf(lines, ({ number }) => bodies[number] ?? '')).toEqual([
    { atMs: 4000, outcome: 'Updated', changes: [notKept] },
    { atMs: 3000, outcome: 'Updated', changes: ['City: Bergen → Oslo'] },
    { atMs: 2000, outcome: 'No clear answer to an update', changes: [] },
    { atMs: 1000, outcome: 'Updated', changes: [] },
  ]);
});

test.each([
  ['confirmed', 'push', 'Pushed'],
  ['confirmed', 'update', 'Updated'],
  ['deleted', 'delete', 'Deleted'],
  ['taken-back', 'update', 'Taken back'],
  ['unclear', 'create', 'No clear answer to a create'],
  ['turned-down', 'delete', 'Not found or refused: a delete'],
] as const)('%s %s is “%s”', (state, operation, words) => {
  expect(outcomeWords(line(1, { state, operation }))).toBe(words);
});

test.each([
  ['a label instead of a name', '{"SalePrice":1}', '{"SalePrice":2}', ['Sale price: 1 → 2']],
  ['what came and what went', '{"City":"Oslo"}', '{"State":"CA"}', ['City: Oslo → nothing', 'State: nothing → CA']],
  ['a chatbot row', '{"ID":1,"Data":{"name":"a"}}', '{"ID":1,"Data":{"name":"b"}}', ['name: a → b']],
  ['nothing', '{"City":"Oslo"}', '{"City":"Oslo"}', []],
  ['what is no JSON', '{"City"', '{"City":"Oslo"}', []],
  [
    'more than can be told',
    '{}',
    JSON.stringify(Object.fromEntries(Array.from({ length: 10 }, (_, index) => [`x${index}`, index]))),
    [...Array.from({ length: 8 }, (_, index) => `x${index}: nothing → ${index}`), '… and 2 more'],
  ],
])('changes: %s', (_, before, after, words) => {
  expect(changedWords(before, after)).toEqual(words);
});

test.each([
  ['MLSNumber A 1', 'MLS number A 1'],
  ['URL https://example.com/a1', 'https://example.com/a1'],
  ['NewOaks K-7', 'Key K-7'],
  ['row 12', 'row 12'],
])('the key of %s is called %s', (name, words) => {
  expect(nameWords(name)).toBe(words);
});
