/**
 * What turns cells into requests, and answers into outcomes: tab settings, mapping, the vocabulary of listings, chatbot
 * rows, checks, the queue of a run, requests and how their answers are read. Two thirds of the add-on's code, and needed
 * only where rows or answers are read, so it is shipped as a file of its own (ADR 9).
 */
export { buildRequest } from './api/request.ts';
export { readAnswer } from './api/response.ts';
export { mappingView } from './mapping/mapping-view.ts';
export { toBatches } from './run/batch.ts';
export { checkReport } from './run/check-report.ts';
export { chunkWithin, firstChunkSize, nextChunkSize, rowsForSlice } from './run/chunk-size.ts';
export { distrustContested } from './run/contested-rows.ts';
export { deleteConfirmation } from './run/delete-token.ts';
export { disputedRows } from './run/disputed-rows.ts';
export { placeUnmoved, placeWrites, showsOwnColumns, toldFromTwins } from './run/place-writes.ts';
export { planRows } from './run/plan-rows.ts';
export { planRun } from './run/plan-run.ts';
export { plannerOf } from './run/planner-of.ts';
export {
  outcomeCells,
  queuedCells,
  sendingCells,
  unchangedCells,
  waitsForRetry,
} from './run/row-cells.ts';
export { rowPreview } from './run/row-preview.ts';
export { costWords, countRequests } from './run/run-cost.ts';
export { collectRunRows, holdUnagreedDelete } from './run/run-rows.ts';
export { inSendOrder, takenBack } from './run/send-order.ts';
export { isProbing, nextWave, settleWave, startQueue } from './run/send-queue.ts';
export { asItWaits, settleAbandoned, settleEmptied, settleWaiting, waitingWrite } from './run/settle-left.ts';
export { rowOrder, rowsToAskAgain } from './run/survey-check.ts';
export { formatTabSettings, parseTabSettings } from './tab-settings.ts';
export { saveTabSettingsSchema } from './tab-settings-schema.ts';
