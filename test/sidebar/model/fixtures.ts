/** Literal values of the contract for the sidebar's tests, each with room for what a test is about. */

import type { CheckReport } from '../../../src/core/check/check-report.ts';
import type { FieldView, MappingView } from '../../../src/core/contract/mapping-view.ts';
import type { Overview, TabView } from '../../../src/core/contract/server-functions.ts';
import type { CauseGroup } from '../../../src/core/engine/cause-groups.ts';
import type { RunProgress } from '../../../src/core/engine/progress.ts';
import type { RowProblem } from '../../../src/core/engine/row-problem.ts';
import type { RunningView } from '../../../src/core/engine/run-record.ts';
import type { FieldName } from '../../../src/core/listing/fields.ts';
import type { ConnectionView } from '../../../src/core/settings/connection.ts';
import type { TabSettings } from '../../../src/core/settings/tab-settings.ts';
import type { ShownFailure } from '../../../src/sidebar/bridge/server-bridge.ts';

export const CONNECTION: ConnectionView = {
  isConnected: true,
  isTested: true,
  maskedKey: '•••• 1a2b',
  chatbotId: 'bot-1',
  authHeader: 'Authorization',
  requestsAtOnce: 40,
  sharing: 'me',
  keyOwner: 'me',
  host: 'usapi.hottask.com',
};

export const TAB: TabView = {
  tabId: 1,
  tabName: 'Homes',
  kind: 'listings',
  headerRowNumber: 1,
  dataRows: 10,
  selection: { rows: 3, hiddenRows: 0, blankRows: 0, a1: 'A2:C4' },
};

export const OVERVIEW: Overview = { connection: CONNECTION, tab: TAB };

export const OFFLINE: ShownFailure = {
  kind: 'offline',
  message: 'The connection to Google was lost.',
  nextStep: 'Check your internet connection and try again.',
};

export const SETTINGS: TabSettings = {
  mapping: {},
  unmapped: [],
  keyTypes: ['MLSNumber', 'URL'],
  missing: 'hold',
  ifEmpty: {},
  policies: { pending: 'skip', underContract: 'skip', hold: 'skip', soldRental: 'sold' },
  taughtWords: {},
  seenHeaders: '',
  extraHeaders: [],
  excludedHeaders: [],
  includedHeaders: [],
  sendsShownText: false,
  countedDays: 'weekly',
  rowsThatLeft: 'ask',
  believedDays: 30,
  sendsBothPrices: false,
  unflaggedAddress: 'hide',
  createMissing: 'off',
};

export function fieldView(field: FieldName, more: Partial<FieldView> = {}): FieldView {
  return {
    field,
    label: field,
    help: `About ${field}.`,
    group: 'home',
    isRequired: false,
    isSaved: false,
    isDerived: false,
    ifEmpty: { kind: 'leaveOut' },
    ...more,
  };
}

export const BEDS_MATCH = {
  source: { kind: 'column', header: 'Beds' },
  confidence: 0.95,
  isApplied: true,
  reason: 'header "Beds" is a usual name of Bedrooms',
} as const;

export function mappingView(more: Partial<MappingView> = {}): MappingView {
  return {
    tabId: 1,
    tabName: 'Homes',
    headerRowNumber: 1,
    columns: [
      { header: 'MLS#', examples: ['1001'], isOwn: false },
      { header: 'Beds', examples: ['3 bd'], isOwn: false },
      { header: 'Notes', examples: [], isOwn: false },
      { header: 'Sync status', examples: ['Updated'], isOwn: true },
    ],
    fields: [fieldView('Bedrooms', { match: BEDS_MATCH, source: BEDS_MATCH.source, example: '3' })],
    unmappedHeaders: ['MLS#', 'Notes'],
    leftOut: [],
    notations: [],
    changedHeaders: { isChanged: false, gone: [] },
    otherTabs: [],
    settings: SETTINGS,
    ...more,
  };
}

export function progress(more: Partial<RunProgress> = {}): RunProgress {
  return {
    runId: 'run-1',
    action: 'sync',
    tabName: 'Homes',
    state: 'running',
    total: 10,
    done: 0,
    hiddenRows: 0,
    blankRows: 0,
    cost: '',
    counts: {},
    changedRows: 0,
    problems: [],
    groups: [],
    requests: 0,
    message: '',
    note: '',
    ...more,
  };
}

export function running(more: Partial<RunningView> = {}): RunningView {
  return {
    runId: 'run-1',
    startId: '',
    action: 'sync',
    tabName: 'Homes',
    startedBy: 'ann@example.com',
    isMine: true,
    done: 4,
    total: 10,
    cost: '',
    counts: { Updated: 4 },
    requests: 3,
    lastSignOfLife: '2026-11-21T10:00:00.000Z',
    ...more,
  };
}

export function problem(rowNumber: number, detail = 'Bedrooms: “two” is not a number.'): RowProblem {
  return { tabId: 1, rowNumber, columnNumber: 3, label: `MLS-${rowNumber}`, status: 'Invalid', detail };
}

export function checkReport(more: Partial<CheckReport> = {}): CheckReport {
  return {
    tabName: 'Homes',
    rows: 3,
    hiddenRows: 0,
    blankRows: 0,
    operations: { push: 0, update: 2, delete: 0 },
    counts: { Invalid: 1 },
    problems: [problem(4)],
    changes: [],
    changingRows: 0,
    problemCount: 1,
    groups: [],
    readyRowNumbers: [2, 3],
    notes: [],
    message: '2 of 3 rows are ready.',
    ...more,
  };
}

export function group(more: Partial<CauseGroup> = {}): CauseGroup {
  return {
    cause: 'Parking spots is empty',
    kind: 'empty',
    status: 'Invalid',
    rows: 12,
    rowNumbers: [4, 5],
    field: 'ParkingSpots',
    first: problem(4, 'Empty: Parking spots.'),
    ...more,
  };
}
