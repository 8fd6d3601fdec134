/** The record of a run that is about to begin. */

import { firstChunkSize } from './chunk-size.ts';
import type { EndedRun } from './ended-run.ts';
import type { PlannedRow } from './plan-rows.ts';
import { costWords, countRequests } from './run-cost.ts';
import type { RunRecord } from './run-record.ts';
import type { StartRequest } from './run-request.ts';
import { FIRST_WAVE_WIDTH, TRUSTED_WAVE_WIDTH, UNTROUBLED_WIDTH } from './wave-width.ts';

/** What is known of a run when it begins. */
export interface Beginning extends Pick<RunRecord, 'runId' | 'tabId' | 'tabName'> {
  readonly request: StartRequest;
  readonly scoped: Pick<RunRecord, 'hiddenRows' | 'blankRows'>;
  readonly planned: readonly PlannedRow[];
  /** How many columns the tab has. */
  readonly columns: number;
  /** What was noticed when the tab and the ledger were opened, in words; `''` mostly. */
  readonly remarks: string;
  readonly connection: Pick<RunRecord, 'chatbotId'> & { readonly baseUrl: string; readonly requestsAtOnce: number };
  readonly person: Pick<RunRecord, 'startedBy' | 'userKey'>;
  readonly nowMs: number;
  /** The run that ended last, if any: how the platform was then. */
  readonly last: EndedRun | undefined;
}

/** A record in which nothing has happened yet. */
export function newRecord(run: Beginning): RunRecord {
  const { request, scoped, planned, connection, person, nowMs } = run;
  const sends = planned.flatMap((row) => (row.kind === 'send' ? [row.send] : []));
  const extent = { requests: countRequests(sends), rows: sends.length, columns: run.columns };
  const waveWidth = firstWidth(run);
  return {
    runId: run.runId,
    startId: request.startId ?? '',
    action: request.action,
    chatbotId: connection.chatbotId,
    address: connection.baseUrl,
    tabId: run.tabId,
    tabName: run.tabName,
    ...person,
    mapping: Object.fromEntries(planned.map((row) => [row.action, row.planner.mapping])),
    startedAtMs: nowMs,
    lastSignOfLifeMs: nowMs,
    isExecuting: true,
    resumeAtMs: 0,
    heldUntilMs: 0,
    total: planned.length,
    hiddenRows: scoped.hiddenRows,
    blankRows: scoped.blankRows,
    cost: costWords(extent, connection.requestsAtOnce),
    counts: {},
    changedRows: 0,
    requests: 0,
    retries: 0,
    remarks: run.remarks,
    probes: 0,
    chunkSize: firstChunkSize(extent.rows, extent.requests, waveWidth),
    waveWidth,
    slowStartWidth: UNTROUBLED_WIDTH,
    failedWaves: 0,
    idleExecutions: 0,
    firstProblem: '',
    goneRows: [],
    furtherGoneRows: {},
  };
}

/** What was learned of the platform is believed for two days: a run of every night begins when the last has ended a day ago. */
const TRUST_MS = 48 * 60 * 60_000;

function firstWidth({ last, connection, nowMs }: Beginning): number {
  const isRecent = last !== undefined && nowMs - last.endedAtMs < TRUST_MS;
  const { chatbotId, address, requests, slowStartWidth } = last?.record ?? {
    chatbotId: '',
    address: '',
    requests: 0,
    slowStartWidth: 0,
  };
  const wasThere = chatbotId === connection.chatbotId && address === connection.baseUrl;
  const wasWell = wasThere && requests > 0 && slowStartWidth >= UNTROUBLED_WIDTH;
  return isRecent && wasWell ? TRUSTED_WAVE_WIDTH : FIRST_WAVE_WIDTH;
}
