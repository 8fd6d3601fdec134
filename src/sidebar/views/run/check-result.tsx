/** What a check found: the counts, the causes with what helps, and, folded, requests and rows. */

import type { PlannedOperation } from '../../../core/actions/actions.ts';
import type { CheckReport } from '../../../core/check/check-report.ts';
import { ACTION_WORDS } from '../../../core/words/actions.ts';
import { count, leftOutNote } from '../../../core/words/counts.ts';
import { startObstacle } from '../../model/run/run-readiness.ts';
import type { RunState } from '../../model/run/run-state.ts';
import { ActionButton } from '../../parts/action-button.tsx';
import { StatusBar } from '../../parts/status-bar.tsx';
import { useLook } from '../../parts/use-look.ts';
import type { ViewProps } from '../view-props.ts';
import { CauseList } from './cause-list.tsx';
import { ChangeList } from './change-list.tsx';
import { FoldedProblems } from './problem-list.tsx';
import { RequestLook } from './request-look.tsx';
import { ResultHeading } from './result-heading.tsx';
import { StatusChips } from './status-chips.tsx';

/** A check's result, and what every view gets. */
interface CheckedProps extends ViewProps {
  readonly checked: Extract<RunState, { readonly kind: 'checked' }>;
}

/** The result of a check. */
export function CheckResult({ checked, state, verbs }: CheckedProps) {
  const { report, correction } = checked;
  const { heading, look } = useLook(state.preview, verbs);
  const ready = readyRows(report);
  return (
    <section class="card" aria-label="Check result">
      <ResultHeading words="Check finished" result={report} onClose={verbs.closeResult} />
      <StatusBar counts={report.counts} ready={ready} />
      <Facts report={report} />
      <StatusChips counts={report.counts} />
      {ready > 1 && !ACTION_WORDS[checked.request.action].alwaysAsks && (
        <div class="button-row">
          <ActionButton obstacleId={startObstacle(state) && 'start-obstacle'} onPress={() => void verbs.startTrial()}>
            Send one row first
          </ActionButton>
        </div>
      )}
      {report.notes.map((note) => (
        <p key={note} class="notice notice-pending">
          {note}
        </p>
      ))}
      <ChangeList report={report} />
      <CauseList groups={report.groups} correction={correction} thenWords="checked again" state={state} verbs={verbs} />
      <FoldedProblems
        problems={report.problems}
        problemCount={report.problemCount}
        verbs={verbs}
        jumpFailure={state.jumpFailure}
        onLook={look}
      />
      <RequestLook report={report} state={state} heading={heading} onLook={look} />
    </section>
  );
}

/** What would become of the rows that ask for an operation. */
const FACTS: { readonly [Kind in PlannedOperation]: (rows: number) => string } = {
  push: (rows) => `${count(rows, 'row')} would be pushed`,
  update: (rows) => `${count(rows, 'listing')} would be updated`,
  delete: (rows) => `${count(rows, 'listing')} would be deleted`,
};

function readyRows({ operations }: CheckReport): number {
  return Object.values(operations).reduce((sum, rows) => sum + rows, 0);
}

function factsOf(operations: CheckReport['operations']): readonly string[] {
  const names = Object.keys(FACTS) as readonly PlannedOperation[];
  return names.flatMap((name) => (operations[name] ? [FACTS[name](operations[name])] : []));
}

function Facts({ report }: { readonly report: CheckReport }) {
  const facts = factsOf(report.operations);
  const leftOut = leftOutNote(report);
  return (
    <>
      {facts.length === 0 ? <p>No row would be sent.</p> : facts.map((fact) => <p key={fact}>{fact}.</p>)}
      <p class="quiet">
        {count(report.rows, 'row')} of “{report.tabName}” read, nothing was sent
        {leftOut !== '' && ` · ${leftOut}`}
      </p>
    </>
  );
}
