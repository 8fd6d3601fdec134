import { describe, expect, test } from 'vitest';
import { readInboxPage, readPublishAnswer } from '../../../src/core/events/pod-answers.ts';
import type { TransportAnswer } from '../../../src/core/platform/read-answer.ts';

function answered(status: number, text = '{}'): TransportAnswer {
  return { kind: 'answered', status, text, retryAfter: '' };
}

const NO_ACCESS = answered(403, '{"error":"No access"}');
const SPENT: TransportAnswer = { kind: 'quota', reason: 'Service invoked too many times for one day: urlfetch.' };

describe('the answer of an inbox', () => {
  test.each<[string, string, object]>([
    ['with messages and where to go on', '{"next":"t2","contains":[{"a":1}]}', { next: 't2', contains: [{ a: 1 }] }],
    ['with one message and no list', '{"contains":{"a":1}}', { next: '', contains: [{ a: 1 }] }],
    ['that is a list', '[{"a":1}]', { next: '', contains: [{ a: 1 }] }],
  ])('%s is a page', (_, text, page) => {
    expect(readInboxPage(answered(200, text), [])).toEqual({ ok: true, value: { ...page, characters: text.length } });
  });

  test('hides what no cell may hold, whoever sends it', () => {
    const page = readInboxPage(answered(200, '{"contains":["key-000000-of-mine"]}'), ['key-000000-of-mine']);
    expect(page).toMatchObject({ ok: true });
    expect(JSON.stringify(page)).not.toContain('key-000000-of-mine');
  });

  test.each<[TransportAnswer, string, string]>([
    [answered(401), 'inboxRefused', 'The inbox refused the key (status 401).'],
    [NO_ACCESS, 'inboxRefused', 'It says: “No access”.'],
    [answered(404, '{"message":"Gone"}'), 'inboxUnreachable', 'It answers with status 404. It says: “Gone”.'],
    [answered(200, '<html>'), 'inboxUnreachable', 'something that is no inbox page'],
    [answered(200, '{"ok":true}'), 'inboxUnreachable', 'something that is no inbox page'],
    [{ kind: 'failed', reason: 'DNS error.' }, 'inboxUnreachable', 'DNS error.'],
    [{ kind: 'throttled', retryAfterMs: 1 }, 'inboxUnreachable', 'Google asks to send fewer requests.'],
    [SPENT, 'quota', ''],
  ])('%j is no page, and says why', (answer, kind, words) => {
    const message = expect.stringContaining(words);
    expect(readInboxPage(answer, [])).toMatchObject({ ok: false, error: { kind, message } });
  });
});

describe('the answer to a published message', () => {
  test.each<[TransportAnswer, string, string]>([
    [answered(201), 'Published', 'Accepted by the pod.'],
    [
      answered(400, '{"message":"No price"}'),
      'Rejected',
      'The pod refused it. It says: “No price”. Correct the row and publish again.',
    ],
    [answered(503), 'Failed', 'The pod answered with status 503. Publish again.'],
    [{ kind: 'failed', reason: 'DNS error.' }, 'Failed', 'The pod could not be reached. Publish again.'],
  ])('%j is what became of the row', (answer, status, detail) => {
    expect(readPublishAnswer(answer)).toEqual({ ok: true, value: { status, detail } });
  });

  test.each<[TransportAnswer, string]>([
    [NO_ACCESS, 'inboxRefused'],
    [answered(404), 'inboxUnreachable'],
    [answered(415), 'inboxUnreachable'],
    [SPENT, 'quota'],
  ])('%j holds for every further row', (answer, kind) => {
    expect(readPublishAnswer(answer)).toMatchObject({ ok: false, error: { kind } });
  });
});
