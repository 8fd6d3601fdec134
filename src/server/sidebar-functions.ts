/** The functions the sidebar may call, each with its argument checked. */
import { failures } from '../core/failures.ts';
import type { ServerFunctions } from '../core/protocol.ts';
import { argumentSchemas } from '../core/protocol-arguments.ts';
import { failure, success } from '../core/result.ts';
import { removeConnection, saveConnection, viewConnection } from './connection-store.ts';
import { readMappingView } from './mapping-view.ts';
import { readOverview } from './overview.ts';
import { reply, replyTo } from './reply.ts';
import { checkRows } from './run/check-rows.ts';
import { cancelRun, continueRun, SIDEBAR_SLICE_MS } from './run/continue-run.ts';
import { previewRow } from './run/preview-row.ts';
import { findSheet } from './run/run-tab.ts';
import { startRun } from './run/start-run.ts';
import { saveTabSettings } from './settings-store.ts';
import { testConnection } from './test-connection.ts';

/** Every callable function; what Google hands over as an argument is unknown until it was checked. */
type Callable = {
  readonly [Name in keyof ServerFunctions]: (argument?: unknown) => ReturnType<ServerFunctions[Name]>;
};

/** The sidebar's server. */
export const sidebarFunctions: Callable = {
  getOverview: () => reply(() => success(readOverview())),
  saveConnection: (input) =>
    replyTo(argumentSchemas.saveConnection, input, (checked) =>
      checked.key === undefined && viewConnection().maskedKey === ''
        ? failure(failures.notConnected())
        : success(saveConnection(checked)),
    ),
  removeConnection: () => reply(() => success(removeConnection())),
  testConnection: () => reply(testConnection),
  getMapping: () => reply(() => readMappingView(SpreadsheetApp.getActiveSheet())),
  saveTabSettings: (input) =>
    replyTo(argumentSchemas.saveTabSettings, input, ({ tabId, settings }) => {
      const sheet = findSheet(tabId);
      if (sheet === undefined) return failure(failures.tabGone());
      const saved = saveTabSettings(tabId, settings);
      return saved.ok ? readMappingView(sheet) : saved;
    }),
  checkRows: (request) => replyTo(argumentSchemas.runRequest, request, checkRows),
  previewRow: (request) => replyTo(argumentSchemas.previewRequest, request, previewRow),
  startRun: (request) => replyTo(argumentSchemas.runRequest, request, startRun),
  continueRun: (run) => replyTo(argumentSchemas.run, run, ({ runId }) => continueRun(runId, SIDEBAR_SLICE_MS)),
  cancelRun: (run) => replyTo(argumentSchemas.run, run, ({ runId }) => cancelRun(runId)),
  goToCell: (cell) =>
    replyTo(argumentSchemas.cell, cell, ({ tabId, rowNumber, columnNumber }) => {
      const sheet = findSheet(tabId);
      if (sheet === undefined) return failure(failures.tabGone());
      const row = Math.min(rowNumber, sheet.getMaxRows());
      const column = Math.min(columnNumber, sheet.getMaxColumns());
      sheet.getRange(row, column).activate();
      return success(null);
    }),
};
