/** Shows one row exactly as it would be sent. */

import { toBatches } from '../actions/to-batches.ts';
import type { PlannedRow } from '../engine/plan-rows.ts';
import { fieldDefinition } from '../listing/fields.ts';
import { ENDPOINTS } from '../platform/endpoints.ts';
import { type ApiAddress, buildRequest, toCurl } from '../platform/request.ts';
import type { SyncStatus } from '../words/statuses.ts';
import type { RowChanges } from './row-changes.ts';

/** A row as it would be sent. */
export interface RowPreview {
  readonly rowNumber: number;
  readonly label: string;
  /** Absent when the row would be sent; else what it would be told. */
  readonly outcome?: { readonly status: SyncStatus; readonly detail: string };
  /** The request, when there would be one. The key is masked. */
  readonly request?: { readonly endpoint: string; readonly body: string; readonly curl: string };
  /** What would change; absent where nothing is known to be there. */
  readonly changes?: RowChanges;
  /** Labels of the fields whose value was computed. */
  readonly derived: readonly string[];
  readonly notes: readonly string[];
}

/** The preview of a planned row; the key is not part of it. */
export function rowPreview(planned: PlannedRow, address: ApiAddress, changes?: RowChanges): RowPreview {
  const base = { rowNumber: planned.row.rowNumber, label: planned.planner.labelOf(planned.row) };
  if (planned.kind === 'settled') {
    const { status, detail } = planned.outcome;
    return { ...base, outcome: { status, detail }, derived: [], notes: [] };
  }
  const { derived, notes } = planned.send;
  const [batch] = toBatches([planned.send]);
  if (batch === undefined) throw new Error('A row to be sent has no request.');
  const request = buildRequest(batch.call, address);
  return {
    ...base,
    request: {
      endpoint: ENDPOINTS[batch.call.endpoint].name,
      body: JSON.stringify(JSON.parse(request.payload), undefined, 2),
      curl: toCurl(request),
    },
    ...(changes && { changes }),
    derived: derived.map((field) => fieldDefinition(field).label),
    notes,
  };
}
