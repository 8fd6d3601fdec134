/** The least time any script could need: all requests in the widest waves there are, one read and one write. */
import type { LatencyTable } from '../playground/apps-script/latency.ts';
import type { BenchAction } from './scenario.ts';

/** Rows that the fullest request of each endpoint carries here; the documents give no limit, so it is the add-on's own. */
const ROWS_PER_REQUEST: Readonly<Record<BenchAction, number>> = { sync: 1, push: 100, delete: 50 };

/** The work to be bounded. */
export interface Work {
  readonly action: BenchAction;
  readonly rowCount: number;
  readonly columnCount: number;
  /** Rows that must be sent. */
  readonly sentRows: number;
}

/** The bound, in seconds: one execution that reads every cell once and writes one status for each row it sent. */
export function lowerBoundSeconds({ action, rowCount, columnCount, sentRows }: Work, latency: LatencyTable): number {
  const requests = Math.ceil(sentRows / ROWS_PER_REQUEST[action]);
  const requestsMs = (requests / latency.fetchAllParallelism) * latency.fetchMs;
  const readMs = latency.sheetReadMs + ((rowCount * columnCount) / 1000) * latency.sheetReadPer1000CellsMs;
  const writeMs = latency.sheetWriteMs + latency.sheetFlushMs + (sentRows / 1000) * latency.sheetFlushPer1000CellsMs;
  return (latency.startMs + readMs + Math.max(latency.fetchMs, requestsMs) + writeMs) / 1000;
}
