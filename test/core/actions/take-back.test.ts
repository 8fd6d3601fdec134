/** What was sent, and what was there before: what comes back, and what does not. */
import { expect, test } from 'vitest';
import { fingerprintOf, lastingFingerprintOf } from '../../../src/core/actions/fingerprint.ts';
import type { Operation } from '../../../src/core/actions/operation.ts';
import { bodyOf } from '../../../src/core/actions/operation-facts.ts';
import { takeBackOf } from '../../../src/core/actions/take-back.ts';
import type { LedgerLine } from '../../../src/core/ledger/ledger-line.ts';

const TO = { serialNumber: 'S', address: 'https://usapi.hottask.com' };

function update(city: string): Operation {
  const bodyText = JSON.stringify({ SerialNumber: 'S', Key: 'A1', KeyType: 'MLSNumber', City: city });
  return { kind: 'update', key: 'A1', keyType: 'MLSNumber', bodyText };
}

function push(name: string): Operation {
  return { kind: 'push', serialNumber: 'S', row: { ID: 7, Data: { name } } };
}

function line(operation: Operation, change: Partial<LedgerLine> = {}): LedgerLine {
  return {
    number: 2,
    state: 'confirmed',
    fingerprint: fingerprintOf(operation, TO.address),
    atMs: 0,
    tabId: 1,
    operation: operation.kind === 'push' ? 'push' : 'update',
    bodyBytes: 9,
    place: '0'.repeat(8),
    name: 'MLSNumber A1',
    ...change,
  };
}

test.each([
  ['a listing', update('Oslo'), update('Bergen')],
  ['a chatbot row', push('before'), push('now')],
])('%s gets back exactly what was sent before, and what goes is remembered', (_, before, now) => {
  const pair = { line: line(now), before: line(before), bodyBefore: bodyOf(before), bodyNow: bodyOf(now) };
  expect(takeBackOf(pair, TO)).toEqual({ operation: before, takenBack: fingerprintOf(now, TO.address) });
});

test.each([
  ['a body that is not the line’s', { bodyBefore: bodyOf(update('Forged')) }, 'unknownBefore'],
  ['a body that is not kept any more', { bodyBefore: '' }, 'notKept'],
  ['a body that is no JSON', { bodyBefore: '{"Key"' }, 'unknownBefore'],
  ['something in between that leaves a doubt', { hasDoubt: true }, 'unknownBefore'],
  ['nothing known before', { before: undefined }, 'unknownBefore'],
  ['something unclear before', { before: line(update('Oslo'), { state: 'unclear' }) }, 'unknownBefore'],
  ['what was taken back before', { before: line(update('Oslo'), { state: 'taken-back' }) }, 'unknownBefore'],
  ['what was deleted before', { before: line(update('Oslo'), { state: 'deleted' }) }, 'wasNotThere'],
  ['what was not found before', { before: line(update('Oslo'), { state: 'turned-down' }) }, 'wasNotThere'],
  ['a delete', { line: line(update('Bergen'), { state: 'deleted' }) }, 'deleted'],
  ['no clear answer', { line: line(update('Bergen'), { state: 'unclear' }) }, 'unclear'],
  ['a refusal', { line: line(update('Bergen'), { state: 'turned-down' }) }, 'nothing'],
  ['the same content again', { line: line(update('Oslo')) }, 'nothing'],
] as const)('is not taken back: %s', (_, change, expected) => {
  const [now, before] = [update('Bergen'), update('Oslo')];
  const pair = { line: line(now), before: line(before), bodyBefore: bodyOf(before), bodyNow: bodyOf(now) };
  expect(takeBackOf({ ...pair, ...change }, TO)).toBe(expected);
});

test('a body for another chatbot or address is not sent', () => {
  const before = update('Oslo');
  const pair = { line: line(update('Bergen')), before: line(before), bodyBefore: bodyOf(before), bodyNow: '' };
  expect(takeBackOf(pair, { ...TO, address: 'https://chat.example.com' })).toBe('unknownBefore');
});

test('a listing whose days grow by themselves gets back what it had, and what goes is known again in any week', () => {
  const dated = (city: string, week: number): Operation => ({
    kind: 'update',
    key: 'A1',
    keyType: 'MLSNumber',
    daysMark: `since 2026-11-01 week ${week}`,
    bodyText: JSON.stringify({ SerialNumber: 'S', Key: 'A1', KeyType: 'MLSNumber', DaysOnMarket: 20, City: city }),
  });
  const [before, now] = [dated('Oslo', 2968), dated('Bergen', 2969)];
  const pair = { line: line(now), before: line(before), bodyBefore: bodyOf(before), bodyNow: bodyOf(now) };
  const takenBack = lastingFingerprintOf(dated('Bergen', 3000), TO.address);
  expect(takeBackOf(pair, TO)).toEqual({ operation: before, takenBack });
  expect(takenBack).not.toBe(lastingFingerprintOf(before, TO.address));
});
