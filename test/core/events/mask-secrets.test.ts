import { describe, expect, it } from 'vitest';
import { hideKnown, maskMessage, maskSecrets } from '../../../src/core/events/mask-secrets.ts';
import { EMPTY_TAB, takeInto, update } from './listing-message.ts';

describe('a text that is kept', () => {
  it.each([
    ['{"x-api-key": "abc-123-def"', '{"x-api-key": "•••"'],
    ['{"secret":"s3cr\\"et","a":1', '{"secret":"•••","a":1'],
    [
      'curl -H "x-api-key: abc123def" https://pod.example/inbox/',
      'curl -H "x-api-key: •••" https://pod.example/inbox/',
    ],
    ['Authorization: Bearer abc.def', 'Authorization: •••'],
    ['token is Bearer abcdefgh12', 'token is Bearer •••'],
    ['originatingSystemKey: 0017, agentKey=b-77', 'originatingSystemKey: 0017, agentKey=b-77'],
    ['Best kept secret: a private lake', 'Best kept secret: a private lake'],
  ])('%s is kept as %s', (text, masked) => {
    expect(maskSecrets(text)).toBe(masked);
    expect(maskSecrets(masked)).toBe(masked);
  });
});

describe('a message that is kept', () => {
  it.each<[unknown, unknown]>([
    [
      { apiKey: 's3cr"et', a: 1 },
      { apiKey: '•••', a: 1 },
    ],
    [{ headers: { Authorization: 'Bearer abc.def' } }, { headers: { Authorization: '•••' } }],
    [
      { secret: 12345, password: '' },
      { secret: '•••', password: '' },
    ],
    [
      { note: ['Bearer abcdefgh12', 'Wifi password: guest, or ask'] },
      { note: ['Bearer •••', 'Wifi password: •••, or ask'] },
    ],
    [
      { originatingSystemKey: '0017', agentKey: 'b-77' },
      { originatingSystemKey: '0017', agentKey: 'b-77' },
    ],
    [
      { image: [{ id: 'https://img.example/1?access_token=a1' }] },
      { image: [{ id: 'https://img.example/1?access_token=a1' }] },
    ],
  ])('%j is kept as %j', (message, masked) => {
    expect(maskMessage(message)).toEqual(masked);
    expect(maskMessage(masked)).toEqual(masked);
  });

  it('is one line however often it comes, and a listing’s words are never mistaken for a secret', () => {
    const odd = { topic: 'realestate/listing#update', apiKey: 'sk-1', data: { object: { listingStatus: 'Active' } } };
    const { ground } = takeInto(EMPTY_TAB, [odd, odd, { ...odd, apiKey: '•••' }]);
    expect(ground.lines.map(({ raw }) => raw)).toEqual([JSON.stringify({ ...odd, apiKey: '•••' })]);
    const prose = 'Gate password: ask us. "Best kept secret": the lake';
    expect(takeInto(EMPTY_TAB, [update({ description: prose })]).ground.rows[0]?.cells.description).toBe(prose);
  });
});

it('a secret that this file knows is hidden wherever it stands', () => {
  expect(hideKnown('{"description":"my-known-secret"}', ['my-known-secret', ''])).toBe('{"description":"•••"}');
});
