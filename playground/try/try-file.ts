/** Tries a CSV file, or a file of messages: the built add-on in the emulator, against the stand-in, with a report on the terminal. */
import { readFile, writeFile } from 'node:fs/promises';
import { basename, extname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stringify } from 'csv-stringify/sync';
import type { Emulator } from '../apps-script/emulator.ts';
import { startEmulator } from '../apps-script/start-emulator.ts';
import { DEMO_CHATBOT_ID, DEMO_SECRET_KEY, demoListings, demoRows } from '../demo-data.ts';
import type { Platform } from '../platform/platform.ts';
import { startPlatform } from '../platform/start-platform.ts';
import { type AddOn, createAddOn, type Mapping, type Progress } from './add-on.ts';
import { type Attempt, done, problem } from './attempt.ts';
import { type CsvRows, readCsvFile } from './read-csv.ts';
import { isEventsFile, readEventsFile } from './read-events.ts';
import { HELP, readOptions, type TryOptions } from './read-options.ts';
import { causeLines, DONE_STATUSES, outcomeLines, receivedLines, sumLines } from './report.ts';
import { keyHeadersOf, requestLines } from './request-lines.ts';
import { labelHeadersOf, rowOutcomes, textsOf } from './row-outcomes.ts';
import { applyRecipe, applySettings, runRows } from './run-rows.ts';

/** Where lines go. */
export interface Terminal {
  print(line: string): void;
  complain(line: string): void;
}

const PLATFORM_HOST = 'usapi.hottask.com';
const DIST_FOLDER = new URL('../../dist/', import.meta.url);
const DIST_FILES = ['Code.js', 'Sidebar.html', 'appsscript.json'] as const;

/** Runs the command line; answers with the exit code: 0 when every row of the run has an outcome and at least one was done, else 1. */
export async function tryFile(args: readonly string[], terminal: Terminal): Promise<0 | 1> {
  const command = readOptions(args);
  if (command.ok && command.value.kind === 'help') {
    terminal.print(HELP);
    return 0;
  }
  const tried = command.ok && command.value.kind === 'try' ? await tryWith(command.value, terminal) : command;
  if (tried.ok) return 0;
  terminal.complain(tried.message);
  return 1;
}

async function tryWith(options: TryOptions, terminal: Terminal): Promise<Attempt<unknown>> {
  const input = await readInput(options.filePath);
  if (!input.ok) return input;
  const outPath = outPathOf(options);
  if (resolve(outPath) === resolve(options.filePath)) return problem('--out would overwrite the input file.');
  if (options.requestsPath !== undefined && resolve(options.requestsPath) === resolve(options.filePath))
    return problem('--requests would overwrite the input file.');
  const files = await readDist();
  if (!files.ok) return files;
  const platform = await startPlatform({
    secretKey: DEMO_SECRET_KEY,
    chatbotId: DEMO_CHATBOT_ID,
    listings: demoListings(),
    rows: demoRows(),
    adoptsUnknown: !options.isStrict,
    reading: options.isLenient ? 'examples' : 'members',
  });
  try {
    return await tryInEmulator(files.value, platform, input.value, { ...options, outPath }, terminal);
  } finally {
    await platform.close();
  }
}

/** Rows for the sheet, or messages for an empty one. */
interface TryInput {
  readonly rows: CsvRows;
  readonly events: readonly string[];
}

async function readInput(path: string): Promise<Attempt<TryInput>> {
  if (isEventsFile(path)) {
    const events = await readEventsFile(path);
    return events.ok ? done({ rows: [], events: events.value }) : events;
  }
  const rows = await readCsvFile(path);
  return rows.ok ? done({ rows: rows.value, events: [] }) : rows;
}

async function tryInEmulator(
  files: Readonly<Record<string, string>>,
  platform: Platform,
  { rows, events }: TryInput,
  options: TryOptions & { readonly outPath: string },
  terminal: Terminal,
): Promise<Attempt<unknown>> {
  const started = await start(files, platform, options.locale);
  if (!started.ok) return started;
  const emulator = started.value;
  try {
    const tabName = basename(options.filePath, extname(options.filePath));
    pasteIntoTab(emulator, tabName, rows);
    return await tryTab(emulator, platform, tabName, { ...options, events }, terminal);
  } finally {
    await emulator.close();
  }
}

/** A locale that the emulator does not know is the person's mistake, not ours. */
async function start(
  files: Readonly<Record<string, string>>,
  platform: Platform,
  locale: string | undefined,
): Promise<Attempt<Emulator>> {
  const hosts = { [PLATFORM_HOST]: platform.origin };
  try {
    return done(await startEmulator({ files, hosts, ...(locale !== undefined && { locale }) }));
  } catch (error) {
    return problem(`The emulator does not start: ${reasonOf(error)}.`);
  }
}

/** Connects, maps, runs, reports and writes the result, in the order of a person at the sidebar. */
async function tryTab(
  emulator: Emulator,
  platform: Platform,
  tabName: string,
  options: TryOptions & { readonly outPath: string } & Pick<TryInput, 'events'>,
  terminal: Terminal,
): Promise<Attempt<unknown>> {
  const addOn = createAddOn(emulator);
  const connected = await addOn.connect({ key: DEMO_SECRET_KEY, chatbotId: DEMO_CHATBOT_ID });
  if (!connected.ok) return connected;
  // The test of the connection is none of the run's requests.
  platform.journal.clear();
  for (const text of options.events) {
    const taken = await addOn.takeEvents(text);
    if (!taken.ok) return taken;
    terminal.print(`Messages: ${taken.value.message}`);
  }
  const found = await addOn.getMapping();
  if (!found.ok) return found;
  const mapping = await applySettings(addOn, found.value, options);
  if (!mapping.ok) return mapping;
  if (options.appliesRecipe) {
    const applied = await applyRecipe(addOn, mapping.value);
    if (!applied.ok) return applied;
    print(terminal, ['Recipe – sent without, where empty:', ...applied.value.lines, '']);
  }
  const scope = select(emulator, tabName, mapping.value, options);
  print(
    terminal,
    mapping.value.leftOut.map(({ reason }) => reason),
  );
  if (options.action === 'check') return checkTab(addOn, { tabId: mapping.value.tabId, scope }, terminal);
  const ended = await runRows(addOn, options, { tabId: mapping.value.tabId, scope });
  if (!ended.ok) return ended;
  const texts = snapshotTexts(emulator, tabName);
  const { headerRowNumber } = mapping.value;
  const outcomes = rowOutcomes(texts, headerRowNumber, labelHeadersOf(mapping.value, options.action));
  print(terminal, outcomeLines(outcomes));
  const causes = causeLines(outcomes);
  print(terminal, causes.length === 0 ? [] : ['', 'By cause:', ...causes]);
  print(terminal, ['', ...sumLines({ ...ended.value, virtualMs: addOn.virtualMs() })]);
  print(terminal, receivedLines(platform.journal.entries()));
  const written = await writeCsv(options.outPath, texts);
  if (!written.ok) return written;
  terminal.print(`Written: ${options.outPath}`);
  if (options.requestsPath !== undefined) {
    const sheet = { texts, headerRowNumber, keyHeaders: keyHeadersOf(mapping.value) };
    const lines = requestLines(platform.journal.entries(), sheet);
    const kept = await writeText(options.requestsPath, lines.map((line) => `${line}\n`).join(''));
    if (!kept.ok) return kept;
    terminal.print(`Requests: ${options.requestsPath}`);
  }
  return judge(ended.value);
}

/** The file's rows become the only tab, whatever a new spreadsheet starts with. */
function pasteIntoTab({ hands }: Emulator, tabName: string, rows: CsvRows): void {
  hands.addTab(tabName, rows);
  hands.activateTab(tabName);
  const others = hands.snapshot().tabs.filter(({ name }) => name !== tabName);
  for (const { name } of others) hands.deleteTab(name);
}

/** Selects the rows that `--limit` leaves; without a limit the whole tab runs. */
function select(
  { hands }: Emulator,
  tabName: string,
  { headerRowNumber }: Mapping,
  { limit }: TryOptions,
): 'tab' | 'selection' {
  if (limit === undefined) return 'tab';
  const lastRowNumber = Math.min(headerRowNumber + limit, tabOf(hands.snapshot(), tabName).cells.length);
  if (lastRowNumber <= headerRowNumber) return 'tab';
  hands.select(tabName, [`${headerRowNumber + 1}:${lastRowNumber}`]);
  return 'selection';
}

function snapshotTexts({ hands }: Emulator, tabName: string): CsvRows {
  return textsOf(tabOf(hands.snapshot(), tabName));
}

function tabOf(snapshot: ReturnType<Emulator['hands']['snapshot']>, tabName: string) {
  const tab = snapshot.tabs.find(({ name }) => name === tabName);
  if (tab === undefined) throw new Error(`the tab ${tabName} is gone`);
  return tab;
}

/** What a run would do; a tab without a listing's key may be one of chatbot rows. */
async function checkTab(
  addOn: AddOn,
  tab: { readonly tabId: number; readonly scope: string },
  terminal: Terminal,
): Promise<Attempt<null>> {
  const listings = await addOn.checkRows({ action: 'sync', ...tab });
  const checked = listings.ok ? listings : await addOn.checkRows({ action: 'push', ...tab });
  if (!checked.ok) return problem(listings.ok ? checked.message : listings.message);
  const { groups, message, operations } = checked.value;
  print(
    terminal,
    groups.map(({ rows, status, cause }) => `${rows} ${status}: ${cause}`),
  );
  terminal.print(message);
  const isAnyReady = Object.values(operations).some((count) => count > 0);
  return isAnyReady ? done(null) : problem('No row is ready to be sent.');
}

function judge({ state, done: settled, total, counts, message, failure }: Progress): Attempt<null> {
  if (failure !== undefined) return problem(`${failure.message} ${failure.nextStep}`.trim());
  const isAnyDone = Object.entries(counts).some(([status, count]) => DONE_STATUSES.has(status) && count > 0);
  if (state === 'finished' && settled === total) {
    return isAnyDone ? done(null) : problem('No row was done; the causes stand above.');
  }
  return problem(`${total - settled} of ${total} rows have no outcome. ${message}`.trim());
}

function outPathOf({ filePath, outPath }: TryOptions): string {
  return outPath ?? `${basename(filePath, extname(filePath))}.synced.csv`;
}

function writeCsv(path: string, texts: CsvRows): Promise<Attempt<null>> {
  return writeText(path, stringify(texts.map((row) => [...row])));
}

async function writeText(path: string, text: string): Promise<Attempt<null>> {
  try {
    await writeFile(path, text);
    return done(null);
  } catch (error) {
    return problem(`${path} could not be written: ${reasonOf(error)}.`);
  }
}

async function readDist(): Promise<Attempt<Readonly<Record<string, string>>>> {
  const files: Record<string, string> = {};
  for (const name of DIST_FILES) {
    try {
      files[name] = await readFile(new URL(name, DIST_FOLDER), 'utf8');
    } catch {
      return problem(`${fileURLToPath(new URL(name, DIST_FOLDER))} is missing; run "npm run build" first.`);
    }
  }
  return done(files);
}

function print(terminal: Terminal, lines: readonly string[]): void {
  for (const line of lines) terminal.print(line);
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
