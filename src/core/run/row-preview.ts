/** Shows one row exactly as it would be sent. */
import { ENDPOINTS } from '../api/endpoints.ts';
import { type ApiAddress, buildRequest, toCurl } from '../api/request.ts';
import { fieldDefinition } from '../listing/fields.ts';
import type { RowPreview } from '../protocol.ts';
import { toBatches } from './batch.ts';
import type { PlannedRow } from './plan-rows.ts';

/** The preview of a planned row; the key is not part of it. */
export function rowPreview(planned: PlannedRow, address: ApiAddress): RowPreview {
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
      body: JSON.stringify(batch.call.body, undefined, 2),
      curl: toCurl(request),
    },
    derived: derived.map((field) => fieldDefinition(field).label),
    notes,
  };
}
