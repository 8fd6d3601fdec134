/** The journal: every request with its answer, and never a credential. */
import { describe, expect, test } from 'vitest';
import type { JournalEntry } from '../../../playground/platform/platform.ts';
import { CHATBOT_ID, deleteBody, post, SECRET_KEY, seededPlatform, success, updateBody } from './support.ts';

describe('what the journal keeps', () => {
  test('a request is kept with its body and its answer', async () => {
    const platform = await seededPlatform();
    const body = deleteBody(['MLS-1']);
    await post(platform, 'RealEstateDelete', body);
    expect(platform.journal.entries()).toMatchObject([
      {
        number: 1,
        method: 'POST',
        path: '/chat/Chatbot/RealEstateDelete',
        endpoint: 'RealEstateDelete',
        body,
        bodyBytes: JSON.stringify(body).length,
        status: 200,
        answer: JSON.stringify(success({ SuccessCount: 1 })),
        isApplied: true,
      },
    ]);
    expect(platform.journal.entries()[0]).not.toHaveProperty('fault');
  });

  test('a body that is not JSON is kept as text, and unknown paths are kept too', async () => {
    const platform = await seededPlatform();
    await post(platform, 'RealEstateUpdate', 'not JSON');
    await fetch(`${platform.origin}/nowhere`);
    expect(platform.journal.entries()).toMatchObject([
      { number: 1, body: 'not JSON', status: 400 },
      { number: 2, method: 'GET', path: '/nowhere', endpoint: '', body: '', bodyBytes: 0, status: 404 },
    ]);
  });

  test('reading the knowledge is no change of records', async () => {
    const platform = await seededPlatform();
    await post(platform, 'GetSource', { serialNumber: CHATBOT_ID });
    expect(platform.journal.entries()[0]?.isApplied).toBe(false);
  });

  test.each([
    ['the right key', { Authorization: SECRET_KEY }],
    ['a key with Bearer', { Authorization: `Bearer ${SECRET_KEY}` }],
    ['a wrong key', { Authorization: 'a-mistyped-key' }],
    ['a session key', { 'chatrobot-sessionkey': SECRET_KEY, Cookie: 'session=1' }],
    ['a key in the wrong header', { Authorization: 'x', 'X-Key': SECRET_KEY }],
  ])('%s is never kept', async (_case, headers) => {
    const platform = await seededPlatform();
    await post(platform, 'RealEstateDelete', deleteBody(['MLS-1']), headers);
    const kept = JSON.stringify(platform.journal.entries());
    for (const secret of [SECRET_KEY, 'a-mistyped-key', 'session=1']) expect(kept).not.toContain(secret);
    expect(kept).toContain('[redacted]');
  });

  test('a key that strays into the path, the body or the answer is not kept', async () => {
    const platform = await seededPlatform();
    await fetch(`${platform.origin}/${SECRET_KEY}`);
    await post(platform, 'RealEstateUpdate', updateBody({ Status: SECRET_KEY }));
    expect(JSON.stringify(platform.journal.entries())).not.toContain(SECRET_KEY);
    expect(platform.journal.entries()[1]).toHaveProperty('body.Status', '[redacted]');
  });
});

describe('who reads the journal', () => {
  test('a listener hears of each request until it stops', async () => {
    const platform = await seededPlatform();
    const heard: JournalEntry[] = [];
    const stop = platform.journal.onEntry((entry) => heard.push(entry));
    await post(platform, 'RealEstateDelete', deleteBody(['MLS-1']));
    stop();
    await post(platform, 'RealEstateDelete', deleteBody(['MLS-2']));
    expect(heard).toEqual([platform.journal.entries()[0]]);
  });

  test('clearing empties it, and numbers go on', async () => {
    const platform = await seededPlatform();
    await post(platform, 'RealEstateDelete', deleteBody(['MLS-1']));
    platform.journal.clear();
    await post(platform, 'RealEstateDelete', deleteBody(['MLS-2']));
    expect(platform.journal.entries().map((entry) => entry.number)).toEqual([2]);
  });
});
