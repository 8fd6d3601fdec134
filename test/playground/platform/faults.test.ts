/** Faults on demand: what the client sees, and whether the records were changed when it happened. */
import { describe, expect, test } from 'vitest';
import type { Fault, Platform } from '../../../playground/platform/platform.ts';
import { deleteBody, post, refusal, rowsBody, seededPlatform, success, updateBody } from './support.ts';

const GATEWAY_PAGE =
  '<!doctype html><html><head><title>502 Bad Gateway</title></head><body>502 Bad Gateway</body></html>';

async function platformWith(fault: Fault): Promise<Platform> {
  const platform = await seededPlatform();
  platform.faults.add({ fault });
  return platform;
}

function isUpdated(platform: Platform): boolean {
  return platform.listings()[0]?.Bedrooms === 3;
}

describe('what a fault answers', () => {
  test.each([
    ['status', { kind: 'status', status: 503 }, 503, refusal(503, 'The platform answers 503 for now.'), false],
    ['businessError', { kind: 'businessError', code: 409, message: 'busy' }, 200, refusal(409, 'busy'), false],
    ['keyExpired', { kind: 'keyExpired' }, 401, refusal(401, 'The secret key has expired.'), false],
    [
      'wrongData',
      { kind: 'wrongData', data: [{ Type: 'Text' }], isAfterWrite: false },
      200,
      success([{ Type: 'Text' }]),
      false,
    ],
    ['wrongData', { kind: 'wrongData', data: '1', isAfterWrite: true }, 200, success('1'), true],
    ['subset', { kind: 'subset', share: 0.5 }, 200, success(0), false],
    ['slow', { kind: 'slow', delayMs: 1 }, 200, success(1), true],
  ] as const satisfies readonly (readonly [string, Fault, number, object, boolean])[])(
    '%s %o',
    async (name, fault, status, envelope, isApplied) => {
      const platform = await platformWith(fault);
      expect(await post(platform, 'RealEstateUpdate', updateBody())).toMatchObject({ status, envelope });
      expect(isUpdated(platform)).toBe(isApplied);
      expect(platform.journal.entries()[0]).toMatchObject({ status, isApplied, fault: name });
    },
  );

  test.each([
    ['before', false],
    ['after', true],
  ])('a page instead of JSON %s the write', async (_moment, isAfterWrite) => {
    const platform = await platformWith({ kind: 'html', isAfterWrite });
    const answer = await post(platform, 'RealEstateUpdate', updateBody());
    expect(answer).toMatchObject({ status: 200, text: GATEWAY_PAGE });
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(isUpdated(platform)).toBe(isAfterWrite);
  });

  test.each([
    ['before', false],
    ['after', true],
  ])('an answer cut off in its middle %s the write', async (_moment, isAfterWrite) => {
    const platform = await platformWith({ kind: 'truncated', isAfterWrite });
    const answer = await post(platform, 'RealEstateUpdate', updateBody());
    expect(answer).toMatchObject({ status: 200, envelope: undefined });
    expect(answer.text.startsWith('{"Data":')).toBe(true);
    expect(isUpdated(platform)).toBe(isAfterWrite);
  });

  test.each([
    ['dropBefore', false],
    ['dropAfter', true],
  ] as const)('%s cuts the connection', async (kind, isApplied) => {
    const platform = await platformWith({ kind });
    await expect(post(platform, 'RealEstateUpdate', updateBody())).rejects.toThrow('fetch failed');
    expect(isUpdated(platform)).toBe(isApplied);
    expect(platform.journal.entries()).toMatchObject([{ status: 0, answer: '', isApplied, fault: kind }]);
  });

  test('a status can ask the client to wait', async () => {
    const platform = await platformWith({ kind: 'status', status: 429, retryAfterSeconds: 7 });
    const answer = await post(platform, 'RealEstateUpdate', updateBody());
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '7']);
  });

  test('a subset deletes and answers for the first part of the keys only', async () => {
    const platform = await platformWith({ kind: 'subset', share: 0.5 });
    const answer = await post(platform, 'RealEstateDelete', deleteBody(['MLS-1', 'MLS-2']));
    expect(answer.envelope).toEqual(success({ SuccessCount: 1 }));
    expect(platform.listings().map((listing) => listing.Key)).toEqual(['NO-2']);
  });

  test('a subset updates and answers for the first part of the rows only', async () => {
    const platform = await platformWith({ kind: 'subset', share: 0.7 });
    const rows = [1, 2, 3].map((ID) => ({ ID, Data: { name: 'after' } }));
    expect((await post(platform, 'UpdateGoogleSheetData', rowsBody(rows))).envelope).toEqual(success([1, 2]));
    expect(platform.rows().map((row) => row.Data.name)).toEqual(['after', 'after', 'before']);
  });

  test('wrong data never hides a refusal', async () => {
    const platform = await platformWith({ kind: 'wrongData', data: 1, isAfterWrite: true });
    const answer = await post(platform, 'RealEstateUpdate', updateBody({ Bedrooms: '3' }));
    expect(answer.envelope).toEqual(refusal(400, 'Bedrooms must be a number, not "3"'));
  });
});

describe('when a rule strikes', () => {
  const unavailable: Fault = { kind: 'status', status: 503 };

  async function statusesOf(platform: Platform, keys: readonly string[]): Promise<readonly number[]> {
    const statuses: number[] = [];
    for (const key of keys) statuses.push((await post(platform, 'RealEstateDelete', deleteBody([key]))).status);
    return statuses;
  }

  test.each([
    ['without limits it strikes every time', {}, [503, 503, 503, 503]],
    ['it strikes so many times and falls silent', { times: 2 }, [503, 503, 200, 200]],
    ['it lets the first requests pass', { after: 3 }, [200, 200, 200, 503]],
    ['it waits, strikes and falls silent', { after: 1, times: 1 }, [200, 503, 200, 200]],
    ['it strikes its endpoint', { endpoint: 'RealEstateDelete' }, [503, 503, 503, 503]],
    ['it leaves other endpoints alone', { endpoint: 'RealEstateUpdate' }, [200, 200, 200, 200]],
    ['it strikes a poisoned body', { bodyIncludes: '"K-3"' }, [200, 200, 503, 200]],
    ['it counts only requests it matches', { bodyIncludes: '"K-3"', after: 1 }, [200, 200, 200, 200]],
  ])('%s', async (_case, limits, statuses) => {
    const platform = await seededPlatform();
    platform.faults.add({ fault: unavailable, ...limits });
    expect(await statusesOf(platform, ['K-1', 'K-2', 'K-3', 'K-4'])).toEqual(statuses);
  });

  test('of two rules the first decides, and the second keeps its strikes', async () => {
    const platform = await seededPlatform();
    platform.faults.add({ fault: { kind: 'status', status: 500 }, times: 1 });
    platform.faults.add({ fault: { kind: 'status', status: 429 }, times: 1 });
    expect(await statusesOf(platform, ['K-1', 'K-2', 'K-3'])).toEqual([500, 429, 200]);
  });

  test('slowness adds to the fault that decides the answer', async () => {
    const platform = await seededPlatform();
    platform.faults.add({ fault: { kind: 'slow', delayMs: 1 } });
    platform.faults.add({ fault: unavailable });
    expect(await statusesOf(platform, ['K-1'])).toEqual([503]);
    expect(platform.journal.entries()[0]?.fault).toBe('slow + status');
  });

  test('lateness takes no time, is stated in a header, and adds up', async () => {
    const platform = await seededPlatform();
    platform.faults.add({ fault: { kind: 'late', statedMs: 30_000 } });
    platform.faults.add({ fault: { kind: 'late', statedMs: 15_000 }, times: 1 });
    const answer = await post(platform, 'RealEstateUpdate', updateBody());
    expect(answer).toMatchObject({ status: 200, envelope: success(1) });
    expect(answer.headers.get('server-timing')).toBe('app;dur=45000');
    expect(isUpdated(platform)).toBe(true);
    expect(platform.journal.entries()[0]?.fault).toBe('late');
  });

  test('rules that have fallen silent are no longer listed, and all can be cleared', async () => {
    const platform = await seededPlatform();
    const lasting = { fault: { kind: 'slow', delayMs: 1 } } as const;
    platform.faults.add({ fault: unavailable, times: 1 });
    platform.faults.add(lasting);
    expect(platform.faults.rules()).toHaveLength(2);
    await statusesOf(platform, ['K-1']);
    expect(platform.faults.rules()).toEqual([lasting]);
    platform.faults.clear();
    expect(platform.faults.rules()).toEqual([]);
  });
});
