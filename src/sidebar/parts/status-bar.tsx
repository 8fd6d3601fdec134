/** A small picture of how rows ended: one bar, a piece for each status. */
import { occurringStatuses } from '../../core/words/counts.ts';
import type { StatusCounts } from '../../core/words/statuses.ts';

/** The bar, with the rows that a check found ready; the words around it say the same. */
export function StatusBar({ counts, ready = 0 }: { readonly counts: StatusCounts; readonly ready?: number }) {
  const statuses = occurringStatuses(counts);
  if (statuses.length === 0) return null;
  return (
    <div class="status-bar" aria-hidden="true">
      {ready > 0 && <span class="bar-ready" style={{ flexGrow: ready }} />}
      {statuses.map(({ status, tone, rows }) => (
        <span key={status} class={`bar-${tone}`} style={{ flexGrow: rows }} />
      ))}
    </div>
  );
}
