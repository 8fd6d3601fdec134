/** What the stand-in's tests share: a seeded stand-in, complete bodies, and a way to post as a client would. */
import { afterEach } from 'vitest';
import type { Platform, PlatformOptions } from '../../../playground/platform/platform.ts';
import { startPlatform } from '../../../playground/platform/start-platform.ts';

/** The key and the chatbot of every stand-in in these tests. */
export const SECRET_KEY = 'key-for-tests-0123456789abcdef00';
export const CHATBOT_ID = '3254a9d0424c4806b9ea3d0763000001';

/** An answer as a client sees it. */
export interface Posted {
  readonly status: number;
  readonly text: string;
  readonly headers: Headers;
  /** The parsed envelope; `undefined` when the answer is not JSON. */
  readonly envelope: unknown;
}

const running: Platform[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map((platform) => platform.close()));
});

/** A stand-in with two listings and three rows; closed after the test. */
export async function seededPlatform(options: Partial<PlatformOptions> = {}): Promise<Platform> {
  const platform = await startPlatform({
    secretKey: SECRET_KEY,
    chatbotId: CHATBOT_ID,
    listings: [
      { Key: 'NO-1', MLSNumber: 'MLS-1', Url: 'https://example.com/1', SalePrice: 1 },
      { Key: 'NO-2', MLSNumber: 'MLS-2', Url: 'https://example.com/2', SalePrice: 2 },
    ],
    rows: [1, 2, 3].map((ID) => ({ ID, Data: { name: 'before' } })),
    ...options,
  });
  running.push(platform);
  return platform;
}

/** Posts to an endpoint with the right credentials unless other headers are given. */
export async function post(
  platform: Platform,
  endpoint: string,
  body: unknown,
  headers: Readonly<Record<string, string>> = { Authorization: SECRET_KEY },
): Promise<Posted> {
  const response = await fetch(`${platform.origin}/chat/Chatbot/${endpoint}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  const text = await response.text();
  return { status: response.status, text, headers: response.headers, envelope: parsed(text) };
}

/** A complete, documented `RealEstateUpdate` body; members can be replaced, or left out with `undefined`. */
export function updateBody(changes: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, unknown>> {
  return {
    SerialNumber: CHATBOT_ID,
    Key: 'MLS-1',
    KeyType: 'MLSNumber',
    SaleType: 'for_sale',
    Status: 'Active',
    CurrencySymbol: '$',
    PropertyType: 'Townhouse',
    Bedrooms: 3,
    Bathrooms: 2.5,
    Url: 'https://example.com/1',
    MLSNumber: 'MLS-1',
    YearBuilt: 1998,
    DaysOnMarket: 2,
    LotArea: 800,
    BuildingArea: 2500,
    AreaUnit: 'Square Feet',
    ParkingSpots: 1,
    ...changes,
  };
}

/** A `RealEstateDelete` body. */
export function deleteBody(keys: readonly unknown[], keyType = 'MLSNumber'): Readonly<Record<string, unknown>> {
  return { SerialNumber: CHATBOT_ID, Keys: keys, KeyType: keyType };
}

/** An `UpdateGoogleSheetData` body. */
export function rowsBody(rows: readonly unknown[]): Readonly<Record<string, unknown>> {
  return { serialNumber: CHATBOT_ID, rows };
}

/** The envelope of success with this `Data`. */
export function success(data: unknown): object {
  return { Data: data, Version: '1.0.0', Success: true, Code: 200, Message: '' };
}

/** The envelope of a refusal. */
export function refusal(code: number, message: string): object {
  return { Data: null, Version: '1.0.0', Success: false, Code: code, Message: message };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
