/** What rows would change: of each field what the chatbot has, and what it would get. */

import type { CheckReport } from '../../../core/check/check-report.ts';
import type { RowChanges } from '../../../core/check/row-changes.ts';
import { count } from '../../../core/words/counts.ts';

/** The first rows that would change something, folded. */
export function ChangeList({ report: { changes, changingRows } }: { readonly report: CheckReport }) {
  if (changes.length === 0) return null;
  return (
    <details class="folded">
      <summary>
        What will change in {count(changingRows, 'row')}
        {changingRows > changes.length && `, the first ${changes.length} of them`}
      </summary>
      {changes.map(({ rowNumber, label, ...rowChanges }) => (
        <section key={rowNumber} class="preview">
          <h4>
            Row {rowNumber}
            {label !== '' && ` · ${label}`}
          </h4>
          <Changes changes={rowChanges} />
        </section>
      ))}
    </details>
  );
}

/** What one row would change. */
export function Changes({ changes: { since, fields } }: { readonly changes: RowChanges }) {
  if (fields.length === 0) return <p class="quiet">The same as was confirmed on {since} is sent once more.</p>;
  return (
    <ul class="facts" aria-label={`Changes since ${since}`}>
      {fields.map((words) => (
        <li key={words}>{words}</li>
      ))}
    </ul>
  );
}
