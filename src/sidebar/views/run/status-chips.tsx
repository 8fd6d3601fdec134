/** How many rows have which status, with the meaning of each word at hand. */

import { occurringStatuses } from '../../../core/words/counts.ts';
import type { StatusCounts, StatusTone, SyncStatus } from '../../../core/words/statuses.ts';

/** The statuses that occurred as chips, and what they mean. */
export function StatusChips({ counts }: { readonly counts: StatusCounts }) {
  const statuses = occurringStatuses(counts);
  if (statuses.length === 0) return null;
  return (
    <>
      <ul class="chips" aria-label="Rows by status">
        {statuses.map(({ status, tone, rows }) => (
          <li key={status} class={`chip tone-${tone}`}>
            {rows.toLocaleString('en-US')} {status}
          </li>
        ))}
      </ul>
      <details class="meanings">
        <summary>What these words mean</summary>
        <dl>
          {statuses.map(({ status, meaning }) => (
            <div key={status}>
              <dt>{status}</dt>
              <dd>{meaning}</dd>
            </div>
          ))}
        </dl>
      </details>
    </>
  );
}

/** One status as a chip. */
export function StatusChip({ status, tone }: { readonly status: SyncStatus; readonly tone: StatusTone }) {
  return <span class={`chip tone-${tone}`}>{status}</span>;
}
