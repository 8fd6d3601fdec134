import { describe, expect, it } from 'vitest';
import { readMessages } from '../../../src/core/events/read-messages.ts';
import { routeMessage } from '../../../src/core/events/route-message.ts';
import { NOON, update } from './listing-message.ts';

const kinds = (text: string) => readMessages(text).pieces.map(({ kind }) => kind);

describe('a pasted text', () => {
  const one = JSON.stringify(update());

  it.each([
    ['one message', one, 1],
    ['a list', `[${one},${one}]`, 2],
    ['an inbox page', `{"next":"t","contains":[${one},${one}]}`, 2],
    ['JSON Lines', `${one}\r\n\r\n${one}\n${one}`, 3],
    ['a Markdown fence with a byte-order mark', `\uFEFF\`\`\`json\n[${one}]\n\`\`\`\n`, 1],
    ['indented JSON', JSON.stringify([update()], null, 2), 1],
  ])('holds messages as %s', (_what, text, count) => {
    expect(kinds(text)).toEqual(Array.from({ length: count }, () => 'json'));
  });

  it('keeps a broken line among good ones as it stands', () => {
    expect(readMessages(`${one}\n{"topic": \n${one}`).pieces[1]).toEqual({
      kind: 'unreadable',
      raw: '{"topic": ',
      why: 'This line is no JSON.',
    });
  });

  it.each([150, 20_000])('keeps what is nested %i levels deep, and takes what stands beside it', (levels) => {
    const deep = `{"topic":"realestate/listing#update","data":${'['.repeat(levels)}${']'.repeat(levels)}}`;
    for (const text of [`[${one},${deep},${one}]`, `${one}\n${deep}\n${one}`, `{"contains":[${one},${deep},${one}]}`]) {
      const { pieces } = readMessages(text);
      expect(pieces.map(({ kind }) => kind)).toEqual(['json', 'unreadable', 'json']);
      expect(pieces[1]).toMatchObject({ why: 'This is nested too deeply to be a message.' });
    }
    expect(readMessages(deep.slice(deep.indexOf('['), -1)).pieces).toMatchObject([{ kind: 'unreadable' }]);
  });

  it.each(['', 'MLS number,Price\n1,2', 'hello', '42'])('is no JSON of messages: “%s”', (text) => {
    const { isJson, pieces } = readMessages(text);
    expect(isJson && pieces.some(({ kind }) => kind === 'json')).toBe(false);
  });
});

describe('a wrapped message', () => {
  const wrapped = (depth: number): Readonly<Record<string, unknown>> =>
    depth === 0 ? update() : { type: 'AddAction', object: wrapped(depth - 1) };

  it.each([0, 1, 4])('is found %i objects deep', (depth) => {
    expect(routeMessage(wrapped(depth), NOON.nowMs)).toMatchObject({ kind: 'update' });
  });

  it('is kept aside when it is wrapped five times', () => {
    expect(routeMessage(wrapped(5), NOON.nowMs)).toMatchObject({ kind: 'aside' });
  });

  it('is a removal when it says deleted, whatever its status', () => {
    expect(routeMessage(update({ deleted: true }), NOON.nowMs)).toMatchObject({ kind: 'removal' });
    expect(routeMessage(update({ deleted: false }), NOON.nowMs)).toMatchObject({ kind: 'update' });
  });
});
