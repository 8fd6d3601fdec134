/** A small picture of how rows ended: one bar, a piece for each status. */
import { occurringStatuses } from '../../core/words/counts.ts';
import type { StatusCounts } from '../../core/words/statuses.ts';

/** The bar; the chips below it say the same in words. */
export function StatusBar({ counts }: { readonly counts: StatusCounts }) {
  const statuses = occurringStatuses(counts);
  if (statuses.length === 0) return null;
  return (
    <div class="status-bar" aria-hidden="true">
      {statuses.map(({ status, tone, rows }) => (
        <span key={status} class={`bar-${tone}`} style={{ flexGrow: rows }} />
      ))}
    </div>
  );
}
