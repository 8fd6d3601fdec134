import { describe, expect, it } from 'vitest';
import { readMessages } from '../../../src/core/events/read-messages.ts';
import { routeMessage } from '../../../src/core/events/route-message.ts';
import { NOON, update } from './listing-message.ts';

const kinds = (text: string) => readMessages(text).pieces.map(({ kind }) => kind);

describe('a pasted text', () => {
  const one = JSON.stringify(update());
  const indented = (value: unknown) => JSON.stringify(value, null, 2);

  it.each([
    ['one message', one, 1],
    ['a list', `[${one},${one}]`, 2],
    ['an inbox page', `{"next":"t","contains":[${one},${one}]}`, 2],
    ['JSON Lines', `${one}\r\n\r\n${one}\n${one}`, 3],
    ['a Markdown fence with a byte-order mark', `\uFEFF\`\`\`json\n[${one}]\n\`\`\`\n`, 1],
    ['indented JSON', indented([update()]), 1],
    ['indented messages one after the other, as files put together', `${indented(update())}\n${indented(update())}`, 2],
    ['messages on one line, and a comma behind each line', `${one}${one},\n${one},\n`, 3],
    ['a list without its end', indented([update(), update()]).slice(0, -2), 2],
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

  it('keeps a message that was cut off in one piece, and takes those around it', () => {
    const cut = indented(update({ image: [{ id: 'https://a.example/1' }, { id: 'https://a.example/2' }] })).slice(
      0,
      -20,
    );
    const text = `${indented(update())}\n${cut}\n${one}`;
    expect(readMessages(text).pieces).toMatchObject([
      { kind: 'json' },
      { kind: 'unreadable', raw: cut.trimEnd(), why: 'This is no JSON.' },
      { kind: 'json' },
    ]);
    expect(readMessages(indented([update(), update()]).slice(0, -20)).pieces).toMatchObject([
      { kind: 'json' },
      { kind: 'unreadable' },
    ]);
  });

  it('takes the message out of a letter, and keeps the words around it', () => {
    const { pieces } = readMessages(`Here it is:\n\`\`\`json\n${indented(update())}\n\`\`\`\nBest, Lou`);
    expect(pieces).toMatchObject([
      { kind: 'unreadable', raw: 'Here it is:\n```json' },
      { kind: 'json' },
      { kind: 'unreadable', raw: '```\nBest, Lou' },
    ]);
  });

  it.each(['{"a":\n', '[\n', '{"a"\n', '{}x', '[{', '"'])('is not gone through again and again: %j', (part) => {
    const text = part.repeat(20_000);
    expect(readMessages(`${one}\n${text}\n${one}`).pieces.filter(({ kind }) => kind === 'json').length).toBeGreaterThan(
      0,
    );
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

  it.each<[unknown, string]>([
    [{}, 'passed'],
    [{ type: 'Notification', timestamp: 1_751_044_816_000 }, 'passed'],
    [{ type: 'Notification', object: { type: 'Publication', object: {} } }, 'passed'],
    [{ type: 'Notification', object: 'https://team.example.net/inbox/b1' }, 'aside'],
    [{ type: 'Notification', object: { listingId: 4 } }, 'aside'],
    [{ data: { object: {} } }, 'aside'],
    [{ '@odata.context': 'https://a.example', value: [{ ListingKey: '1' }] }, 'aside'],
    [{ ListingKey: '1', ListPrice: 5 }, 'aside'],
    [{ topic: ' ', data: { object: { listingId: 1 } } }, 'aside'],
  ])('without a topic is passed over where it says nothing of a listing: %j', (node, kind) => {
    expect(routeMessage(node as Readonly<Record<string, unknown>>, NOON.nowMs).kind).toBe(kind);
  });

  it('is a removal when it says deleted, whatever its status', () => {
    expect(routeMessage(update({ deleted: true }), NOON.nowMs)).toMatchObject({ kind: 'removal' });
    expect(routeMessage(update({ deleted: false }), NOON.nowMs)).toMatchObject({ kind: 'update' });
  });
});
