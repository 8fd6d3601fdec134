/** Where a contender performs: a spreadsheet in the emulator, the stand-in behind it, and a count of what really happened. */
import { readFile } from 'node:fs/promises';
import * as v from 'valibot';
import type { Emulator } from '../playground/apps-script/emulator.ts';
import { startEmulator } from '../playground/apps-script/start-emulator.ts';
import type { JournalEntry, ListingRecord, Platform } from '../playground/platform/platform.ts';
import { startPlatform } from '../playground/platform/start-platform.ts';
import type { Scenario } from './scenario.ts';
import { type BenchSheet, columnOf } from './sheet-rows.ts';

/** The tab every contender works on. */
const TAB_NAME = 'Listings';

/** The chatbot and the key of the stand-in. */
export const CHATBOT_ID = '3254a9d0424c4806b9ea3d0763abcdef';
export const SECRET_KEY = 'bench-key-that-opens-only-the-stand-in';

const updateBody = v.object({ Key: v.string() });
const deleteBody = v.object({ Keys: v.array(v.string()) });
const rowsBody = v.object({ rows: v.array(v.object({ ID: v.number() })) });

const HOST = 'usapi.hottask.com';

/** What contenders are run on and judged by. */
export interface Stage {
  readonly emulator: Emulator;
  /** The keys (or IDs, as text) of the rows that the platform did what was asked for. */
  readonly confirmedKeys: ReadonlySet<string>;
  /** Edits rows that are evenly spread over the sheet, as a person would; what was confirmed for them no longer counts. */
  editRows(count: number): void;
  /** The cells of a column below the header, by its header; blank everywhere when there is no such column. */
  column(header: string): readonly string[];
  close(): Promise<void>;
}

/** Sets the stage for a scenario: the sheet is filled, and the platform knows every listing and row in it. */
export async function openStage(scenario: Scenario, files: Readonly<Record<string, string>>): Promise<Stage> {
  const { sheet } = scenario;
  const platform = await startPlatform({ secretKey: SECRET_KEY, chatbotId: CHATBOT_ID, ...recordsOf(scenario) });
  const confirmedKeys = collectConfirmed(platform);
  const emulator = await startEmulator({
    files,
    hosts: { [HOST]: platform.origin },
    timeZone: 'Etc/UTC',
    startsAt: Date.UTC(2026, 10, 21, 9, 0, 0),
    onDialog: () => ({ button: 'YES' }),
  });
  emulator.hands.addTab(TAB_NAME, [sheet.headers, ...sheet.rows]);
  emulator.hands.activateTab(TAB_NAME);
  return {
    emulator,
    confirmedKeys,
    editRows: (count) => {
      for (const key of editRows(emulator, sheet, count)) confirmedKeys.delete(key);
    },
    column: (header) => columnTexts(emulator, header),
    close: async () => {
      await emulator.close();
      await platform.close();
    },
  };
}

/** The files of a folder of the repository that a script project consists of. */
export async function readFiles(folder: string, names: readonly string[]): Promise<Readonly<Record<string, string>>> {
  const entries = names.map(async (name) => [
    name,
    await readFile(new URL(`../${folder}/${name}`, import.meta.url), 'utf8'),
  ]);
  return Object.fromEntries(await Promise.all(entries));
}

function recordsOf({ action, sheet }: Scenario) {
  if (action === 'push') return { rows: columnOf(sheet, sheet.keyHeader).map((id) => ({ ID: Number(id), Data: {} })) };
  const urls = columnOf(sheet, 'Listing URL');
  const listings = columnOf(sheet, sheet.keyHeader).map(
    (mlsNumber, index): ListingRecord => ({ Key: `PROP${mlsNumber}`, MLSNumber: mlsNumber, Url: urls[index] }),
  );
  return { listings };
}

/** Listens instead of reading the journal at the end: a hundred thousand bodies need not be kept. */
function collectConfirmed(platform: Platform): Set<string> {
  const confirmed = new Set<string>();
  platform.journal.onEntry((entry) => {
    if (entry.isApplied) for (const key of keysOf(entry)) confirmed.add(key);
    platform.journal.clear();
  });
  return confirmed;
}

/** The keys a request names. Every key of the benchmark exists, so an applied request did all of what it asked. */
function keysOf({ endpoint, body }: JournalEntry): readonly string[] {
  switch (endpoint) {
    case 'RealEstateUpdate':
      return [v.parse(updateBody, body).Key];
    case 'RealEstateDelete':
      return v.parse(deleteBody, body).Keys;
    case 'UpdateGoogleSheetData':
      return v.parse(rowsBody, body).rows.map((row) => String(row.ID));
    default:
      return [];
  }
}

/** Types a new price, which is as good as new words where the edited column holds text; answers with the rows' keys. */
function editRows(emulator: Emulator, sheet: BenchSheet, count: number): readonly string[] {
  const column = columnLetter(sheet.headers.indexOf(sheet.editedHeader));
  const keys = columnOf(sheet, sheet.keyHeader);
  return Array.from({ length: count }, (_, edit) => {
    const rowIndex = Math.floor((edit * sheet.rows.length) / count);
    emulator.hands.type(TAB_NAME, `${column}${rowIndex + 2}`, `$${(77_000 + edit).toLocaleString('en-US')}`);
    return keys[rowIndex] ?? '';
  });
}

function columnLetter(columnIndex: number): string {
  if (columnIndex < 0 || columnIndex > 25) throw new Error('Only columns A to Z are edited.');
  return String.fromCharCode(65 + columnIndex);
}

function columnTexts(emulator: Emulator, header: string): readonly string[] {
  const [headers = [], ...rows] = emulator.hands.values(TAB_NAME);
  const columnIndex = headers.indexOf(header);
  return rows.map((row) => (columnIndex === -1 ? '' : String(row[columnIndex] ?? '')));
}
