/** What the processor and the memory are measured by: the way from a sheet's content to the requests of a first sync. */

import { plannerOf } from '../src/core/actions/planner-of.ts';
import { toBatches } from '../src/core/actions/to-batches.ts';
import { planRows } from '../src/core/engine/plan-rows.ts';
import { collectRunRows } from '../src/core/engine/run-rows.ts';
import { NOTHING_KNOWN } from '../src/core/ledger/known-keys.ts';
import { decideTab } from '../src/core/mapping/decide-tab.ts';
import type { TabDecisions } from '../src/core/mapping/tab-decisions.ts';
import { findStatusColumns } from '../src/core/own-cells/status-columns.ts';
import { type ApiRequest, buildRequest } from '../src/core/platform/request.ts';
import { DEFAULT_TAB_SETTINGS } from '../src/core/settings/tab-settings.ts';
import { findHeaderRow } from '../src/core/sheet/find-header-row.ts';
import { SAMPLE_ROWS, type Table } from '../src/core/sheet/table.ts';
import type { SheetContent } from './sheet-content.ts';

const ADDRESS = { baseUrl: 'https://usapi.hottask.com', authHeader: 'Authorization' } as const;
const CHATBOT_ID = '3254a9d0424c4806b9ea3d0763abcdef';
const CONTEXT = { locale: 'en_US', today: '2026-11-21' };

/**
 * Plans every row and builds its request.
 *
 * @param onStage Is called with everything alive after each step.
 */
export function planListings(content: SheetContent, onStage: () => void = () => undefined): readonly ApiRequest[] {
  const table = tableOf(content);
  const rows = runRowsOf(table, table.rows.length);
  onStage();
  const planned = planRows(rows, NOTHING_KNOWN);
  onStage();
  const sends = planned.flatMap((row) => (row.kind === 'send' ? row.send : []));
  if (sends.length !== table.rows.length) throw new Error('Every row of the benchmark should be sent.');
  const batches = toBatches(sends);
  onStage();
  const requests = batches.map((batch) => buildRequest(batch.call, ADDRESS));
  onStage();
  // Looked at again, so that nothing of the plan is given up before the last step.
  if (planned.length !== batches.length) throw new Error('Every row of the benchmark should have a request.');
  return requests;
}

/** Plans the first row alone. @param decisions What a run before has decided; absent: its columns are decided as well. */
export function planFirstRow(content: SheetContent, decisions?: TabDecisions): boolean {
  return planRows(runRowsOf(tableOf(content), 1, decisions), NOTHING_KNOWN).every(({ kind }) => kind === 'send');
}

/** Decides the columns, as the first run over a tab does. */
export function decideListings(content: SheetContent): TabDecisions | undefined {
  return decideTab(tableOf(content), DEFAULT_TAB_SETTINGS, CONTEXT);
}

function runRowsOf(table: Table, rowCount: number, decisions?: TabDecisions) {
  const plannerFor = plannerOf({
    table,
    tabName: 'Listings',
    settings: DEFAULT_TAB_SETTINGS,
    // As in the first run over a tab, which looks at every cell.
    decisions: decisions ?? decideTab(table, DEFAULT_TAB_SETTINGS, CONTEXT),
    serialNumber: CHATBOT_ID,
    context: CONTEXT,
  });
  const rows = table.rows.slice(0, rowCount);
  const collected = collectRunRows(rows, findStatusColumns(table.headers), 'sync', plannerFor, false);
  if (!collected.ok) throw new Error(collected.error.message);
  return collected.value.rows;
}

function tableOf({ values, texts }: SheetContent): Table {
  const headerIndex = findHeaderRow(values);
  if (headerIndex === undefined) throw new Error('The sheet has no header row.');
  const rows = values.slice(headerIndex + 1).map((rowValues, offset) => ({
    rowNumber: headerIndex + 2 + offset,
    values: rowValues,
    texts: texts[headerIndex + 1 + offset] ?? [],
  }));
  const headers = (texts[headerIndex] ?? []).map((header) => header.trim());
  return { headers, headerRowNumber: headerIndex + 1, rows, sampleRows: rows.slice(0, SAMPLE_ROWS) };
}
