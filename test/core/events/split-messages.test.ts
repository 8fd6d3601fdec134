import { describe, expect, it } from 'vitest';
import { readMessages } from '../../../src/core/events/read-messages.ts';
import { splitMessages } from '../../../src/core/events/split-messages.ts';

describe('a large text', () => {
  const messages = Array.from({ length: 9 }, (_, id) => ({ topic: 'a/b#c', id, text: 'x'.repeat(40) }));

  it.each([
    ['a list', JSON.stringify(messages, null, 2)],
    ['JSON Lines', messages.map((one) => JSON.stringify(one)).join('\n')],
    ['an inbox page', JSON.stringify({ next: 't', contains: messages })],
  ])('is cut between messages: %s', (_what, text) => {
    const parts = splitMessages(text, 200) ?? [];
    expect(parts.length).toBeGreaterThan(3);
    expect(parts.flatMap((part) => readMessages(part).pieces)).toEqual(
      messages.map((node) => ({ kind: 'json', node })),
    );
  });

  it.each([1, 30, 1000])('keeps broken lines beside a message where it is cut to %i characters', (longest) => {
    const text = `{"topic": 1\n{"topic": "a/b#c"}\n{"topic":\n{"topic": "d/e#f"}\n{"topic`;
    const parts = splitMessages(text, longest) ?? [];
    expect(parts.map((part) => readMessages(part).isJson)).toEqual(parts.map(() => true));
    expect(parts.flatMap((part) => readMessages(part).pieces)).toEqual(readMessages(text).pieces);
  });
});
