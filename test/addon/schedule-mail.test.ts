/** Owners of schedules are told by e-mail, where the add-on was built for it. */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { EmulatorEvent, EmulatorOptions } from '../../playground/apps-script/emulator.ts';
import { OWNER, openSheet, SECRET_KEY, succeed, type TestSheet } from './listing-sheet.ts';
import { LISTING_HEADERS, listingRow, records } from './listings.ts';

type Mail = Extract<EmulatorEvent, { readonly kind: 'mail' }>;

const HOUR_MS = 3_600_000;
const SEND_MAIL = 'https://www.googleapis.com/auth/script.send_mail';

let folder = '';
let files: Record<string, string> = {};
let sheet: TestSheet;
let mails: Mail[] = [];

/** What the build makes with the option, or without. */
async function built(option: 'yes' | ''): Promise<Record<string, string>> {
  const into = join(folder, `with-${option}`);
  const env = { ...process.env, LISTING_SYNC_MAIL: option };
  await promisify(execFile)(process.execPath, ['scripts/build.mjs', '--quiet', '--into', into], { env });
  const names = ['Code.js', 'Sidebar.html', 'appsscript.json'];
  const texts = names.map(async (name) => [name, await readFile(join(into, name), 'utf8')] as const);
  return Object.fromEntries(await Promise.all(texts));
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'listing-sync-mail-'));
  files = await built('yes');
}, 60_000);
afterAll(() => rm(folder, { recursive: true }));
afterEach(() => sheet.close());

/** Three listings, one of them to be deleted, scheduled every hour without deletes unless said otherwise. */
async function open(isToBeDeleted: boolean, emulator: Partial<EmulatorOptions> = {}): Promise<void> {
  mails = [];
  const last = listingRow('A3', isToBeDeleted ? { 'Listing status': 'Withdrawn' } : {});
  sheet = await openSheet([LISTING_HEADERS, listingRow('A1'), listingRow('A2'), last], {
    platform: { listings: records('A1', 'A2', 'A3') },
    emulator: { files, onEvent: (event) => event.kind === 'mail' && mails.push(event), ...emulator },
  });
  const tabId = sheet.emulator.hands.activeTabId();
  const input = { action: 'sync', tabIds: [tabId], when: { kind: 'hourly' }, allowsDeletes: false };
  succeed(await sheet.ask('saveSchedule', input));
}

const hours = (count: number) => sheet.emulator.advanceClock(count * HOUR_MS);
const subjects = () => mails.map(({ subject }) => subject);
const OUTAGE = { fault: { kind: 'status', status: 503 } } as const;

async function startAgain(): Promise<void> {
  const [schedule] = succeed(await sheet.ask('getAutomation')).schedules;
  succeed(await sheet.ask('changeSchedule', { id: schedule?.id, change: 'resume' }));
}

test('the first failure, the stop and the recovery are one e-mail each, without a word of a row or the key', async () => {
  await open(false);
  await hours(2);
  expect(mails).toEqual([]);
  sheet.platform.faults.add(OUTAGE);
  sheet.emulator.hands.type('Tab', 'G2', '$470,000');
  await hours(4);
  expect(subjects()).toEqual(['Listing Sync: A schedule failed']);
  await hours(2);
  expect(subjects().slice(1)).toEqual(['Listing Sync: A schedule has stopped']);
  sheet.platform.faults.clear();
  await startAgain();
  await hours(3);
  expect(subjects().slice(2)).toEqual(['Listing Sync: A schedule is well again']);
  expect(mails.map(({ from, to }) => [from, to])).toEqual(mails.map(() => [OWNER, OWNER]));
  const cells = [...listingRow('A1'), ...listingRow('A2'), 'Tab'].filter((cell) => cell.length > 5);
  const text = JSON.stringify(mails);
  expect([...cells, SECRET_KEY].filter((cell) => text.includes(cell))).toEqual([]);
  expect(text).toContain('https://docs.google.com/spreadsheets/d/');
});

test('held deletes are one e-mail, however often the trigger strikes, and one more when they are settled', async () => {
  await open(true, { edges: { clockTriggerCalls: 'each twice' } });
  await hours(3);
  expect(subjects()).toEqual(['Listing Sync: A schedule needs you to look']);
  expect(mails[0]?.body).toContain('1 delete waits for you.');
  await sheet.run({ action: 'sync', scope: 'tab' });
  await hours(2);
  expect(subjects().slice(1)).toEqual(['Listing Sync: A schedule is well again']);
});

test('a day without quota tells it later', async () => {
  await open(false, { account: 'consumer' });
  const used = Array.from({ length: 100 }, (_, index) => `p${index}@example.com`).join(',');
  await sheet.emulator.evaluate(`MailApp.sendEmail('${used}', 'S', 'B');`);
  mails = [];
  sheet.platform.faults.add(OUTAGE);
  await hours(3);
  expect(mails).toEqual([]);
  await hours(22);
  expect(subjects()).toEqual(['Listing Sync: A schedule has stopped']);
});

test('a permission that is missing is told as soon as there is one again, since an e-mail needs it too', async () => {
  await open(false, { deployment: 'published', edges: { clockTriggerDocument: 'there' } });
  await hours(1);
  sheet.emulator.withdrawConsent(OWNER);
  await hours(3);
  expect(mails).toEqual([]);
  sheet.emulator.grantConsent(OWNER);
  await hours(2);
  expect(subjects()).toEqual(['Listing Sync: A schedule has stopped']);
  expect(sheet.emulator.triggers()).toEqual([]);
});

test('without the option there is no scope for it, and nobody is promised any', async () => {
  expect(scopesOf(files)).toContain(SEND_MAIL);
  await open(false);
  expect(succeed(await sheet.ask('getAutomation')).isMailed).toBe(true);
  await sheet.close();
  const plain = await built('');
  expect(scopesOf(plain)).not.toContain(SEND_MAIL);
  await open(true, { files: plain });
  expect(succeed(await sheet.ask('getAutomation')).isMailed).toBe(false);
  await hours(1);
  expect(mails).toEqual([]);
});

function scopesOf({ 'appsscript.json': manifest = '{}' }: Readonly<Record<string, string>>): readonly string[] {
  return JSON.parse(manifest).oauthScopes;
}
