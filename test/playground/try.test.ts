/** `npm run try` from end to end: the built add-on in the emulator, against the stand-in. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DEMO_TABS } from '../../playground/demo-data.ts';
import { tryFile } from '../../playground/try/try-file.ts';

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'try-'));
});

afterEach(() => rm(folder, { recursive: true }));

/** What a person sees: the exit code, both streams, and the file that was written. */
interface Tried {
  readonly exitCode: number;
  readonly printed: string;
  readonly complaints: string;
  readonly written: readonly Readonly<Record<string, string>>[];
}

async function tryCsv(csv: string, ...options: readonly string[]): Promise<Tried> {
  const input = join(folder, 'input.csv');
  const output = join(folder, 'output.csv');
  await writeFile(input, csv);
  const printed: string[] = [];
  const complaints: string[] = [];
  const exitCode = await tryFile([input, '--out', output, ...options], {
    print: (line) => printed.push(line),
    complain: (line) => complaints.push(line),
  });
  return {
    exitCode,
    printed: printed.join('\n'),
    complaints: complaints.join('\n'),
    written: await readRecords(output),
  };
}

async function readRecords(path: string): Promise<Tried['written']> {
  const text = await readFile(path, 'utf8').catch(() => '');
  return parse(text, { columns: true });
}

function statusesOf({ written }: Tried, keyHeader: string): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(written.map((row) => [row[keyHeader], row['Sync status']]));
}

function demoCsv(tabName: string): string {
  return stringify((DEMO_TABS.find(({ name }) => name === tabName)?.rows ?? []).map((row) => [...row]));
}

const LISTINGS = `MLS number,Listing status,Sale or rent,Currency symbol,Property type,Bedrooms,Bathrooms,Listing URL,Year built,Days on market,Lot area,Building area,Area unit,Parking spots
T-1,Active,for_sale,$,Condo,2,1.5,https://example.com/t-1,1999,3,900,1100,Square Feet,1
T-2,Active,for_sale,$,Condo,2,1.5,https://example.com/t-2,,3,900,1100,Square Feet,1
T-3,Withdrawn,for_sale,$,Condo,2,1.5,https://example.com/t-3,1999,3,900,1100,Square Feet,1
`;

describe('listings', () => {
  test('every row ends with an outcome, on the terminal and in the written file', async () => {
    const tried = await tryCsv(LISTINGS, '--yes-delete');
    expect(tried.complaints).toBe('');
    expect(tried.exitCode).toBe(0);
    expect(statusesOf(tried, 'MLS number')).toEqual({ 'T-1': 'Updated', 'T-2': 'Invalid', 'T-3': 'Deleted' });
    expect(tried.printed).toMatch(/^2 +T-1 +Updated/m);
    expect(tried.printed).toMatch(/^3 +T-2 +Invalid +.*Year built/m);
    expect(tried.printed).toContain('2 requests, ');
  });

  test('an action that the add-on does not know is refused, with the names of those it knows', async () => {
    const tried = await tryCsv(LISTINGS, '--action', 'sell');
    expect(tried).toMatchObject({ exitCode: 1, printed: '', written: [] });
    expect(tried.complaints).toContain('(action is one of push, sync, create, delete)');
  });

  test('a run that would delete does not start by itself', async () => {
    const tried = await tryCsv(LISTINGS);
    expect(tried).toMatchObject({ exitCode: 1, printed: '', written: [] });
    expect(tried.complaints).toBe('This run would delete 1 listings (T-3); add --yes-delete to agree.');
  });

  test('a limit leaves the rows after it alone', async () => {
    const tried = await tryCsv(LISTINGS, '--limit', '1');
    expect(tried.exitCode).toBe(0);
    expect(statusesOf(tried, 'MLS number')).toEqual({ 'T-1': 'Updated', 'T-2': '', 'T-3': '' });
  });

  test('a fixed value feeds every row', async () => {
    const tried = await tryCsv(LISTINGS, '--yes-delete', '--fixed', 'YearBuilt=2001');
    expect(statusesOf(tried, 'MLS number')).toMatchObject({ 'T-1': 'Updated', 'T-2': 'Updated' });
  });

  test('with strict records a key nobody seeded is not found', async () => {
    const tried = await tryCsv(LISTINGS, '--strict-records', '--limit', '1');
    expect(statusesOf(tried, 'MLS number')).toMatchObject({ 'T-1': 'Not found' });
  });

  test('every request that left is written with its row, in the order in which it left', async () => {
    const requests = join(folder, 'requests.jsonl');
    await tryCsv(LISTINGS.replace('T-1,', 'T-9,'), '--yes-delete', '--requests', requests);
    const lines = (await readFile(requests, 'utf8')).trim().split('\n');
    expect(lines.map((line): unknown => JSON.parse(line))).toEqual([
      { row: 2, endpoint: 'RealEstateUpdate', body: expect.objectContaining({ Key: 'T-9', YearBuilt: 1999 }) },
      { row: 4, endpoint: 'RealEstateDelete', body: expect.objectContaining({ Keys: ['T-3'] }) },
    ]);
  });

  test('a push is written with the rows it carried', async () => {
    const requests = join(folder, 'requests.jsonl');
    await tryCsv('ID,Name\n5,Pool\n,\n2,Bar\n', '--action', 'push', '--requests', requests);
    const line: unknown = JSON.parse(await readFile(requests, 'utf8'));
    expect(line).toMatchObject({
      rows: [2, 4],
      endpoint: 'UpdateGoogleSheetData',
      body: { rows: [{ ID: 5 }, { ID: 2 }] },
    });
  });

  test('a check says what a run would do, by cause, and sends nothing', async () => {
    const requests = join(folder, 'requests.jsonl');
    const tried = await tryCsv(LISTINGS, '--action', 'check', '--requests', requests);
    expect(tried).toMatchObject({ exitCode: 0, complaints: '', written: [] });
    expect(tried.printed).toContain('1 Invalid: Year built is empty');
    expect(tried.printed).toContain('Ready: 1 to update, 1 to delete');
  });

  test('rows with the same trouble stand together', async () => {
    const tried = await tryCsv(LISTINGS.replaceAll(',1999,', ',,'), '--yes-delete', '--fixed', 'YearBuilt=""');
    expect(tried.exitCode).toBe(1);
    expect(tried.complaints).toContain('--fixed YearBuilt: the fixed value “""” is not');
    const held = await tryCsv(LISTINGS.replaceAll(',1999,', ',,'), '--yes-delete');
    expect(held.printed).toContain('By cause:\n2 Invalid (rows 2, 3): Empty: Year built.');
  });

  test('a run in which no row was done is no success', async () => {
    const tried = await tryCsv(LISTINGS, '--strict-records', '--limit', '1');
    expect(tried).toMatchObject({ exitCode: 1, complaints: 'No row was done; the causes stand above.' });
  });

  test('a platform that goes by its examples takes a listing without parking spots', async () => {
    const csv = LISTINGS.replaceAll(/,1$/gm, ',');
    const options = ['--limit', '1', '--missing', 'send'];
    expect(statusesOf(await tryCsv(csv, ...options), 'MLS number')).toMatchObject({ 'T-1': 'Rejected' });
    expect(statusesOf(await tryCsv(csv, ...options, '--lenient'), 'MLS number')).toMatchObject({ 'T-1': 'Updated' });
  });

  test('deleting removes every listing of the file once agreed to', async () => {
    const tried = await tryCsv(LISTINGS, '--action', 'delete', '--yes-delete');
    expect(tried.exitCode).toBe(0);
    expect(statusesOf(tried, 'MLS number')).toEqual({ 'T-1': 'Deleted', 'T-2': 'Deleted', 'T-3': 'Deleted' });
  });
});

describe('the demo tabs as files', () => {
  test('the listings show every kind of outcome', async () => {
    const tried = await tryCsv(demoCsv('Listings'), '--strict-records', '--yes-delete');
    expect(tried.exitCode).toBe(0);
    expect(statusesOf(tried, 'MLS number')).toMatchObject({
      'LK26-1001': 'Updated',
      'LK26-1010': 'Skipped',
      'LK26-1011': 'Invalid',
      'LK26-1012': 'Invalid',
      'LK26-1013': 'Invalid',
      'LK26-1015': 'Invalid',
      'LK26-1016': 'Updated',
      'LK26-1018': 'Deleted',
      'LK26-1019': 'Deleted',
      'LK26-1020': 'Skipped',
      'LK26-1021': 'Deleted',
      'LK26-1090': 'Not found',
    });
  });

  test('the chatbot rows are pushed, but for the bad ID, the twin and the strangers', async () => {
    const tried = await tryCsv(demoCsv('Chatbot rows'), '--action', 'push', '--strict-records');
    expect(tried.exitCode).toBe(0);
    expect(statusesOf(tried, 'ID')).toMatchObject({
      '101': 'Pushed',
      '10b': 'Invalid',
      '104': 'Invalid',
      '912': 'Not found',
      '913': 'Not found',
    });
  });

  test('the portal export runs with its recipe where the platform goes by its examples', async () => {
    const tried = await tryCsv(demoCsv('Portal export'), '--recipe', '--lenient');
    expect(tried.exitCode).toBe(0);
    expect(tried.printed).toContain('Parking spots, all 30 rows: A Redfin download has no column for parking.');
    const statuses = Object.values(statusesOf(tried, 'MLS#'));
    expect(statuses.filter((status) => status === 'Updated').length).toBeGreaterThanOrEqual(12);
    expect(statuses.filter((status) => status === 'Rejected')).toEqual([]);
  });

  test('with its recipe one row is refused where the platform goes by its list, and the others are told why', async () => {
    const tried = await tryCsv(demoCsv('Portal export'), '--recipe');
    const statuses = Object.values(statusesOf(tried, 'MLS#'));
    expect(statuses.filter((status) => status === 'Rejected')).toHaveLength(1);
    expect(statuses.filter((status) => status === 'Updated')).toEqual([]);
    expect(tried.printed).toContain('takes no listing without Parking spots; it said: “ParkingSpots is required”');
    expect(tried.exitCode).toBe(1);
  });

  test('the portal export runs with the values it lacks fixed', async () => {
    const fixed = ['--fixed', 'ParkingSpots=0', '--fixed', 'CurrencySymbol=$', '--fixed', 'SaleType=for_sale'];
    const tried = await tryCsv(demoCsv('Portal export'), '--missing', 'send', ...fixed);
    expect(tried.complaints).toBe('');
    expect(tried.exitCode).toBe(0);
    expect(statusesOf(tried, 'MLS#')).toMatchObject({ '12790027': 'Updated' });
  });
});

describe('input that cannot be tried', () => {
  test.each([
    ['an empty file', '', 'input.csv is empty.'],
    ['a broken quote', 'a,b\n"1,2\n', 'input.csv: a quote is opened and never closed.'],
  ])('%s', async (_case, csv, complaint) => {
    const tried = await tryCsv(csv);
    expect(tried).toMatchObject({ exitCode: 1, printed: '' });
    expect(tried.complaints.endsWith(complaint)).toBe(true);
  });

  test('a locale that is not emulated', async () => {
    const tried = await tryCsv(LISTINGS, '--locale', 'xx_XX');
    expect(tried).toMatchObject({ exitCode: 1, printed: '' });
    expect(tried.complaints).toMatch(/^The emulator does not start: .*xx_XX/);
  });

  test('a tab that needs a key has none', async () => {
    const tried = await tryCsv('Topic,Answer\nOffice,Nine to six\n');
    expect(tried).toMatchObject({ exitCode: 1, printed: '', written: [] });
    expect(tried.complaints).toContain('holds the key of a listing');
  });

  test('a fixed value for something that is no field', async () => {
    const tried = await tryCsv(LISTINGS, '--fixed', 'Currency=$');
    expect(tried.exitCode).toBe(1);
    expect(tried.complaints).toMatch(/^--fixed names Currency, which is no field; the fields are .*CurrencySymbol/);
  });

  test('the input is never overwritten', async () => {
    const tried = await tryCsv(LISTINGS, '--out', join(folder, 'input.csv'));
    expect(tried).toMatchObject({ exitCode: 1, complaints: '--out would overwrite the input file.' });
  });
});

test('messages are taken into an empty sheet and go on to the requests', async () => {
  const message = {
    topic: 'realestate/listing#update',
    time: '2025-06-02T09:30:07Z',
    data: {
      object: {
        listingId: 'try-1',
        originatingSystemKey: '0099',
        listingStatus: 'Active',
        propertyType: 'RESI',
        streetAddress: '1 Try Street',
        listingPrice: { price: 400000, priceCurrency: 'USD' },
        internetAddressDisplayYN: 'Y',
        numberOfBedrooms: '3',
        numberOfBathrooms: '2',
        yearBuilt: 1999,
        livingArea: { value: 1200, unitCode: 'FTK' },
        lotSize: { value: 0.5, unitCode: 'AC' },
        listingContractDate: '2025-06-01',
        url: 'https://example.com/try-1',
      },
    },
  };
  const input = join(folder, 'events.jsonl');
  const output = join(folder, 'output.csv');
  await writeFile(input, `${JSON.stringify(message)}\n{"topic": broken\n`);
  const printed: string[] = [];
  const terminal = { print: (line: string) => printed.push(line), complain: (line: string) => printed.push(line) };
  const exitCode = await tryFile([input, '--out', output, '--fixed', 'ParkingSpots=2'], terminal);
  expect([exitCode, printed.join('\n')]).toEqual([0, expect.stringContaining('RealEstateUpdate: 1 request')]);
  expect(printed[0]).toContain('Messages: 1 new, 1 aside.');
  const [row] = await readRecords(output);
  expect(row).toMatchObject({ 'MLS number': '0099', 'Sync status': 'Updated', 'Event status': 'New' });
});
