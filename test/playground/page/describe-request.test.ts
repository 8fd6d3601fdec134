/** Requests in words. */
import { expect, test } from 'vitest';
import { describeBody, describeFault, prettyJson } from '../../../playground/page/model/describe-request.ts';
import type { JournalEntry } from '../../../playground/platform/platform.ts';
import { requestLine } from '../../../playground/serve/request-line.ts';

const ENTRY: JournalEntry = {
  number: 1,
  receivedAt: 0,
  method: 'POST',
  path: '/chat/Chatbot/RealEstateUpdate',
  endpoint: 'RealEstateUpdate',
  headers: {},
  body: '',
  bodyBytes: 0,
  status: 200,
  answer: '{"Success":true}',
  isApplied: true,
};

test.each([
  [{ rows: [{ ID: 1 }, { ID: 2 }] }, 2143, '2 rows · 2.1 kB'],
  [{ Keys: ['LK26-1001'] }, 96, '1 key · 96 B'],
  [{ Key: 'LK26-1001', KeyType: 'MLSNumber' }, 900, 'LK26-1001 · 900 B'],
  ['not JSON', 8, '8 B'],
])('describes %j of %i bytes as "%s"', (body, bodyBytes, expected) => {
  expect(describeBody(requestLine({ ...ENTRY, body, bodyBytes }))).toBe(expected);
});

test.each([
  ['businessError', 'row refused'],
  ['slow + dropAfter', 'slow answer, done then dropped'],
  ['earthquake', 'earthquake'],
])('says the fault %s as "%s"', (fault, expected) => {
  expect(describeFault(fault)).toBe(expected);
});

test('indents JSON and leaves everything else as it came', () => {
  expect(prettyJson('{"Data":1}')).toBe('{\n  "Data": 1\n}');
  expect(prettyJson('<html>')).toBe('<html>');
});
