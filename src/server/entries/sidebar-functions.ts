/** The functions the sidebar may call, each with its argument checked. */

import { argumentSchemas, isConnectionShape } from '../../core/contract/argument-schemas.ts';
import type { ServerFunctions } from '../../core/contract/server-functions.ts';
import type { Failure } from '../../core/terms/failure.ts';
import { failure, success } from '../../core/terms/result.ts';
import { failures } from '../../core/words/failures.ts';
import { cancelRun, continueRun, sidebarTimes } from '../run/continue-run.ts';
import { findSheet } from '../run/run-tab.ts';
import { startRun } from '../run/start-run.ts';
import { removeConnection } from '../services/connection-store.ts';
import { saveTabSettings } from '../services/settings-store.ts';
import { checkRows } from './check-rows.ts';
import { readOverview } from './overview.ts';
import { previewRow } from './preview-row.ts';
import { readMappingView } from './read-mapping-view.ts';
import { reply, replyTo } from './reply.ts';
import { surveySelection } from './survey-selection.ts';
import { saveTypedConnection, testConnection } from './test-connection.ts';

/** What a person typed wrongly is told in their words; a broken sidebar's nonsense is not. */
function connectionRefusal(input: unknown): ((message: string) => Failure) | undefined {
  return isConnectionShape(input) ? failures.badConnection : undefined;
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
      replyTo(argumentSchemas.saveTabSettings, input, ({ tabId, settings }) => {
        const sheet = findSheet(tabId);
        if (sheet === undefined) return failure(failures.tabGone());
        const saved = saveTabSettings(tabId, settings);
        return saved.ok ? readMappingView(sheet) : saved;
      }),
    ),
  checkRows: (request) => replyTo(argumentSchemas.runRequest, request, checkRows),
  surveySelection: (survey) => replyTo(argumentSchemas.survey, survey, surveySelection),
  previewRow: (request) => replyTo(argumentSchemas.previewRequest, request, previewRow),
  startRun: (request) =>
    replyTo(argumentSchemas.startRequest, request, (checked) => startRun(checked, sidebarTimes(Date.now()))),
  continueRun: (run) => replyTo(argumentSchemas.run, run, ({ runId }) => continueRun(runId, sidebarTimes(Date.now()))),
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
