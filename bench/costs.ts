/** What a performance cost, counted from the service calls of its executions. */
import type { CallReport } from '../playground/apps-script/emulator.ts';
import type { LatencyTable } from '../playground/apps-script/latency.ts';

/** Where virtual time went, in seconds. */
export interface TimeByPart {
  readonly requests: number;
  /** Properties, cache, locks. */
  readonly stores: number;
  /** Loading the script, once an execution. */
  readonly starts: number;
  /** Everything else: reading, writing and flushing the sheet, with the objects that leads to. */
  readonly sheet: number;
}

/** The cost of a performance. */
export interface Costs {
  readonly executions: number;
  readonly killedExecutions: number;
  readonly serviceCalls: number;
  /** Service calls that go to the spreadsheet, be it to read, to write, or to send what was written. */
  readonly sheetsCalls: number;
  readonly sheetsCallsByMethod: Readonly<Record<string, number>>;
  /** Where the time went, by service call, such as `Range.getValues`: from its beginning to that of the next. */
  readonly secondsByCall: Readonly<Record<string, number>>;
  /** How many times something was written between two waves of requests, or at the end of an execution. */
  readonly checkpoints: number;
  /** The most calls to the spreadsheet between the last look at rows and the sending of what was written then. */
  readonly longestWindow: number;
  readonly requests: number;
  readonly virtualSeconds: number;
  readonly secondsByPart: TimeByPart;
}

const SPREADSHEET_CLASSES: ReadonlySet<string> = new Set([
  ...['SpreadsheetApp', 'Spreadsheet', 'Sheet', 'Range', 'RangeList', 'Selection', 'Filter', 'Protection'],
]);

/** Methods of those classes that only make an object or tell what it already knows. */
const LOCAL_METHODS: ReadonlySet<string> = new Set([
  ...['getActiveSpreadsheet', 'getActive', 'getActiveSheet', 'newConditionalFormatRule', 'newDataValidation', 'getUi'],
  ...['newRichTextValue', 'newTextStyle'],
  ...['getId', 'getUrl', 'getSpreadsheetLocale', 'getSpreadsheetTimeZone', 'getOwner', 'toast', 'addMenu'],
  ...['getRange', 'getRangeList', 'getRanges', 'getSheetId', 'getParent', 'getSheet', 'getCell', 'offset'],
  ...['getRow', 'getColumn', 'getNumRows', 'getNumColumns', 'getHeight', 'getWidth', 'getA1Notation', 'getGridId'],
]);

const WRITING = /^(set|clear|insert|delete|hide|show|append|move|sort|merge|copy)/;

const LOOKING = /^get(Values|DisplayValues|DataRange)$/;

const isRequest = (name: string) => name.startsWith('UrlFetchApp.fetch');

/** Whether a service call, such as `Range.getValues`, goes to the spreadsheet. */
export function isSheetsCall(name: string): boolean {
  const { className, method } = split(name);
  const isLocalBounds = className === 'Range' && (method === 'getLastRow' || method === 'getLastColumn');
  return SPREADSHEET_CLASSES.has(className) && !LOCAL_METHODS.has(method) && !isLocalBounds;
}

/** Adds up the executions of a performance. */
export function costsOf(reports: readonly CallReport[], latency: LatencyTable): Costs {
  const names = reports.flatMap((report) => report.trace);
  const secondsByCall = secondsOf(reports);
  const byMethod = countEach(names.filter(isSheetsCall));
  const virtualMs = sum(reports.map((report) => report.virtualMs));
  return {
    executions: reports.length,
    killedExecutions: reports.filter((report) => report.outcome.kind === 'killed').length,
    serviceCalls: names.length,
    sheetsCalls: sum(Object.values(byMethod)),
    sheetsCallsByMethod: byMethod,
    secondsByCall,
    checkpoints: sum(reports.map((report) => checkpointsIn(report.trace))),
    longestWindow: Math.max(0, ...reports.map((report) => longestWindowIn(report.trace))),
    requests: sum(reports.map((report) => report.fetchedUrls)),
    virtualSeconds: virtualMs / 1000,
    secondsByPart: timeByPart(secondsByCall, virtualMs / 1000, (reports.length * latency.startMs) / 1000),
  };
}

/** Runs of writes with no request between them. */
export function checkpointsIn(trace: readonly string[]): number {
  let checkpoints = 0;
  let isWriting = false;
  for (const name of trace) {
    if (isRequest(name)) isWriting = false;
    else if (!isWriting && isSheetsCall(name) && WRITING.test(split(name).method)) {
      isWriting = true;
      checkpoints += 1;
    }
  }
  return checkpoints;
}

/**
 * The most calls to the spreadsheet from a look at cells to the flush of what was written after it: while they last, rows
 * may move unseen. What is read after a write sends it, as a flush does.
 */
export function longestWindowIn(trace: readonly string[]): number {
  let [longest, sinceLook, isWriting] = [0, 0, false];
  for (const name of trace.filter(isSheetsCall)) {
    const { method } = split(name);
    const isLook = LOOKING.test(method);
    sinceLook += 1;
    if (isWriting && (isLook || method === 'flush')) longest = Math.max(longest, sinceLook);
    if (isLook) sinceLook = 0;
    isWriting = WRITING.test(method) || (isWriting && !isLook && method !== 'flush');
  }
  return longest;
}

/** The costs of `shareDone` of the work, drawn out to the whole of it. */
export function projected(costs: Costs, shareDone: number): Costs {
  const whole = (count: number) => Math.round(count / shareDone);
  const { secondsByPart: parts } = costs;
  return {
    executions: whole(costs.executions),
    killedExecutions: whole(costs.killedExecutions),
    serviceCalls: whole(costs.serviceCalls),
    sheetsCalls: whole(costs.sheetsCalls),
    sheetsCallsByMethod: mapValues(costs.sheetsCallsByMethod, whole),
    secondsByCall: mapValues(costs.secondsByCall, (seconds) => seconds / shareDone),
    checkpoints: whole(costs.checkpoints),
    longestWindow: costs.longestWindow,
    requests: whole(costs.requests),
    virtualSeconds: costs.virtualSeconds / shareDone,
    secondsByPart: {
      requests: parts.requests / shareDone,
      stores: parts.stores / shareDone,
      starts: parts.starts / shareDone,
      sheet: parts.sheet / shareDone,
    },
  };
}

function secondsOf(reports: readonly CallReport[]): Readonly<Record<string, number>> {
  const seconds: Record<string, number> = {};
  for (const { trace, callMs } of reports)
    trace.forEach((name, index) => {
      seconds[name] = (seconds[name] ?? 0) + (callMs[index] ?? 0) / 1000;
    });
  return seconds;
}

const STORE_CLASSES: ReadonlySet<string> = new Set(['Properties', 'Cache', 'Lock']);

function timeByPart(secondsByCall: Costs['secondsByCall'], all: number, starts: number): TimeByPart {
  const secondsIn = (isWanted: (name: string) => boolean) =>
    sum(Object.entries(secondsByCall).map(([name, seconds]) => (isWanted(name) ? seconds : 0)));
  const requests = secondsIn(isRequest);
  const stores = secondsIn((name) => STORE_CLASSES.has(split(name).className));
  return { requests, stores, starts, sheet: all - requests - stores - starts };
}

function split(name: string): { readonly className: string; readonly method: string } {
  const [className = '', method = ''] = name.split('.');
  return { className, method };
}

function countEach(names: readonly string[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

function mapValues<T, U>(record: Readonly<Record<string, T>>, change: (value: T) => U): Readonly<Record<string, U>> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value)]));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
