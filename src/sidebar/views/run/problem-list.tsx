/** The rows that need a person; choosing one goes to its cell. */
import { useState } from 'preact/hooks';
import type { RunProblem } from '../../../core/engine/row-problem.ts';
import { count } from '../../../core/words/counts.ts';
import { toneOf } from '../../../core/words/statuses.ts';
import type { ShownFailure } from '../../bridge/server-bridge.ts';
import { cellOf } from '../../model/run/run-state.ts';
import type { SidebarVerbs } from '../../model/sidebar.ts';
import { ActionButton } from '../../parts/action-button.tsx';
import { FailureNotice } from '../../parts/failure-notice.tsx';
import { StatusChip } from './status-chips.tsx';

/** So many problems are listed at a time; hundreds at once would bury the rest of the view. */
const PAGE_ROWS = 25;

/** What the list needs. */
export interface ProblemListProps {
  readonly problems: readonly RunProblem[];
  /** How many there are in all, which may be more than are told. */
  readonly problemCount: number;
  readonly verbs: SidebarVerbs;
  readonly jumpFailure: ShownFailure | undefined;
  /** Shows the request of a row; only a check offers that. */
  readonly onLook?: (rowNumber: number) => void;
}

/** The list behind a line that says how many there are: the causes tell most people all they need. */
export function FoldedProblems(props: ProblemListProps) {
  if (props.problems.length === 0) return null;
  return (
    <details class="folded" open={props.jumpFailure !== undefined}>
      <summary>Row by row ({props.problemCount.toLocaleString('en-US')})</summary>
      <ProblemList {...props} />
    </details>
  );
}

/** The list of problem rows; nothing when there are none. */
export function ProblemList({ problems, problemCount, verbs, jumpFailure, onLook }: ProblemListProps) {
  const [shownRows, setShownRows] = useState(PAGE_ROWS);
  if (problems.length === 0) return null;
  const hiddenRows = problems.length - shownRows;
  const untoldRows = problemCount - problems.length;
  return (
    <section class="problems" aria-label="Rows that need attention">
      <p class="quiet">Choose a row to go to its cell.</p>
      {jumpFailure !== undefined && <FailureNotice failure={jumpFailure} />}
      <ul>
        {problems.slice(0, shownRows).map((problem) => (
          <li key={`${problem.tabId}:${problem.rowNumber}`}>
            <Problem problem={problem} verbs={verbs} />
            {onLook !== undefined && <LookButton problem={problem} onLook={onLook} />}
          </li>
        ))}
      </ul>
      {hiddenRows > 0 && (
        <ActionButton tone="quiet" onPress={() => setShownRows(shownRows + PAGE_ROWS)}>
          Show {Math.min(hiddenRows, PAGE_ROWS)} more
        </ActionButton>
      )}
      {hiddenRows <= 0 && untoldRows > 0 && <p class="quiet">{count(untoldRows, 'more row')} not listed here.</p>}
    </section>
  );
}

function Problem({ problem, verbs }: { readonly problem: RunProblem; readonly verbs: SidebarVerbs }) {
  const { rowNumber, label, status, detail } = problem;
  return (
    <button type="button" class="problem" onClick={() => void verbs.goToCell(cellOf(problem))}>
      <span class="spread">
        <span>
          Row {rowNumber}
          {label !== '' && <strong> · {label}</strong>}
        </span>
        {status !== undefined && <StatusChip status={status} tone={toneOf(status)} />}
      </span>
      <span class="problem-detail">{detail}</span>
    </button>
  );
}

function LookButton(props: { readonly problem: RunProblem; readonly onLook: (rowNumber: number) => void }) {
  const { rowNumber } = props.problem;
  return (
    <ActionButton
      tone="quiet"
      label={`Look at the request of row ${rowNumber}`}
      onPress={() => props.onLook(rowNumber)}
    >
      Look at the request
    </ActionButton>
  );
}
