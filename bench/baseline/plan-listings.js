/** `../plan-listings.ts` in the names that the core had at the commit the benchmark compares with; built inside that commit's files. */
import { buildRequest } from './src/core/api/request.ts';
import { toBatches } from './src/core/run/batch.ts';
import { planRows } from './src/core/run/plan-rows.ts';
import { plannerOf } from './src/core/run/planner-of.ts';
import { collectRunRows } from './src/core/run/run-rows.ts';
import { DEFAULT_TAB_SETTINGS } from './src/core/tab-settings.ts';
import { findHeaderRow } from './src/core/table/find-header-row.ts';
import { findStatusColumns } from './src/core/table/status-columns.ts';
import { SAMPLE_ROWS } from './src/core/table/table.ts';

const ADDRESS = { baseUrl: 'https://usapi.hottask.com', authHeader: 'Authorization' };
const CHATBOT_ID = '3254a9d0424c4806b9ea3d0763abcdef';
const CONTEXT = { locale: 'en_US', today: '2026-11-21' };

export function planListings(content, onStage = () => undefined) {
  const table = tableOf(content);
  const rows = runRowsOf(table, table.rows.length);
  onStage();
  const planned = planRows(rows);
  onStage();
  const sends = planned.flatMap((row) => (row.kind === 'send' ? row.send : []));
  if (sends.length !== table.rows.length) throw new Error('Every row of the benchmark should be sent.');
  const batches = toBatches(sends);
  onStage();
  const requests = batches.map((batch) => buildRequest(batch.call, ADDRESS));
  onStage();
  if (planned.length !== batches.length) throw new Error('Every row of the benchmark should have a request.');
  return requests;
}

export function planFirstRow(content) {
  return planRows(runRowsOf(tableOf(content), 1)).every(({ kind }) => kind === 'send');
}

function runRowsOf(table, rowCount) {
  const plannerFor = plannerOf({
    table,
    tabName: 'Listings',
    settings: DEFAULT_TAB_SETTINGS,
    serialNumber: CHATBOT_ID,
    context: CONTEXT,
  });
  const rows = table.rows.slice(0, rowCount);
  const collected = collectRunRows(rows, findStatusColumns(table.headers), 'sync', plannerFor, false);
  if (!collected.ok) throw new Error(collected.error.message);
  return collected.value.rows;
}

function tableOf({ values, texts }) {
  const headerIndex = findHeaderRow(values);
  const rows = values.slice(headerIndex + 1).map((rowValues, offset) => ({
    rowNumber: headerIndex + 2 + offset,
    values: rowValues,
    texts: texts[headerIndex + 1 + offset] ?? [],
  }));
  const headers = (texts[headerIndex] ?? []).map((header) => header.trim());
  return { headers, headerRowNumber: headerIndex + 1, rows, sampleRows: rows.slice(0, SAMPLE_ROWS) };
}
