/** The functions the sidebar may call, each with its argument checked. */

import { argumentSchemas, isConnectionShape } from '../../core/contract/argument-schemas.ts';
import type { ServerFunctions } from '../../core/contract/server-functions.ts';
import type { ConnectionInput, ConnectionView } from '../../core/settings/connection.ts';
import { saveTabSettingsSchema } from '../../core/settings/tab-settings-schema.ts';
import type { Failure } from '../../core/terms/failure.ts';
import { failure, type Result, success } from '../../core/terms/result.ts';
import { failures } from '../../core/words/failures.ts';
import { removeConnection, saveConnection, viewConnection } from '../services/connection-store.ts';
import { findSheet } from '../services/open-tab.ts';
import { saveTabSettings } from '../services/settings-store.ts';
import { checkRows } from './check-rows.ts';
import { cancelRun, continueRun } from './continue-run.ts';
import { readOverview } from './overview.ts';
import { previewRow } from './preview-row.ts';
import { readMappingView } from './read-mapping-view.ts';
import { reply, replyTo } from './reply.ts';
import { startRun } from './start-run.ts';
import { testConnection } from './test-connection.ts';

/** What a person typed wrongly is told in their words; a broken sidebar's nonsense is not. */
function connectionRefusal(input: unknown): ((message: string) => Failure) | undefined {
  return isConnectionShape(input) ? failures.badConnection : undefined;
}

function saveTypedConnection(input: ConnectionInput): Result<ConnectionView, Failure> {
  const hasKey = input.key !== undefined || viewConnection().maskedKey !== '';
  return hasKey ? success(saveConnection(input)) : failure(failures.notConnected());
}

/** Every callable function; what Google hands over as an argument is unknown until it was checked. */
type Callable = {
  readonly [Name in keyof ServerFunctions]: (argument?: unknown) => ReturnType<ServerFunctions[Name]>;
};

/** The sidebar's server. */
export const sidebarFunctions: Callable = {
  getOverview: () => reply(() => success(readOverview())),
  saveConnection: (input) =>
    replyTo(argumentSchemas.saveConnection, input, saveTypedConnection, connectionRefusal(input)),
  removeConnection: () => reply(() => success(removeConnection())),
  testConnection: () => reply(testConnection),
  getMapping: () => reply(() => readMappingView(SpreadsheetApp.getActiveSheet())),
  saveTabSettings: (input) =>
    reply(() =>
      replyTo(saveTabSettingsSchema, input, ({ tabId, settings }) => {
        const sheet = findSheet(tabId);
        if (sheet === undefined) return failure(failures.tabGone());
        const saved = saveTabSettings(tabId, settings);
        return saved.ok ? readMappingView(sheet) : saved;
      }),
    ),
  checkRows: (request) => replyTo(argumentSchemas.runRequest, request, checkRows),
  previewRow: (request) => replyTo(argumentSchemas.previewRequest, request, previewRow),
  startRun: (request) => replyTo(argumentSchemas.startRequest, request, (checked) => startRun(checked)),
  continueRun: (run) => replyTo(argumentSchemas.run, run, ({ runId }) => continueRun(runId, 'watched', Date.now())),
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
