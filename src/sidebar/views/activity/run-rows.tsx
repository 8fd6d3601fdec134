/** What one run of the log has sent, row by row, each a way to its row. */
import type { LoggedRun } from '../../../core/engine/logged-runs.ts';
import { count } from '../../../core/words/counts.ts';
import { ActionButton } from '../../parts/action-button.tsx';
import { FailureNotice } from '../../parts/failure-notice.tsx';
import type { ViewProps } from '../view-props.ts';

/** The button, or the rows once they are open. */
export function RunRows({ run, state, verbs }: ViewProps & { readonly run: LoggedRun & { readonly tabId?: number } }) {
  const { tabId, startedAt, seconds } = run;
  const looked = state.story.run;
  if (tabId === undefined) return null;
  if (looked.kind === 'none' || looked.of !== startedAt) {
    return (
      <ActionButton
        tone="quiet"
        label={`Show the rows of the run of ${startedAt}`}
        onPress={() => void verbs.lookAtRun({ tabId, startedAt, seconds })}
      >
        Show its rows
      </ActionButton>
    );
  }
  if (looked.kind === 'reading') return <p role="status">Reading its rows…</p>;
  if (looked.kind === 'failed') return <FailureNotice failure={looked.failure} />;
  const { rows, total } = looked.view;
  return (
    <>
      {total === 0 && (
        <p class="quiet">Nothing that it sent is noted any more; the status column says how each row stands.</p>
      )}
      <ul>
        {rows.map(({ name, outcome, rowNumber }) => (
          <li key={name}>
            {outcome} ·{' '}
            {rowNumber === undefined ? (
              `${name}, no longer in the tab`
            ) : (
              <ActionButton
                tone="quiet"
                label={`Go to ${name}`}
                onPress={() => void verbs.goToCell({ tabId, rowNumber, columnNumber: 1 })}
              >
                {name}
              </ActionButton>
            )}
          </li>
        ))}
      </ul>
      {total > rows.length && <p class="quiet">… and {count(total - rows.length, 'row')} more.</p>}
      <ActionButton tone="quiet" onPress={verbs.closeRunRows}>
        Hide its rows
      </ActionButton>
    </>
  );
}
