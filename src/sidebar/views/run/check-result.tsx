/** What a check found: the counts, the causes with what helps, a look at requests, and the rows. */

import type { OperationName } from '../../../core/actions/operation.ts';
import type { CheckReport } from '../../../core/check/check-report.ts';
import { count, leftOutNote } from '../../../core/words/counts.ts';
import { ActionButton } from '../../parts/action-button.tsx';
import { useLook } from '../../parts/use-look.ts';
import { type CheckedProps, CheckGroups } from './check-groups.tsx';
import { ProblemList } from './problem-list.tsx';
import { RequestLook } from './request-look.tsx';
import { ResultHeading } from './result-heading.tsx';
import { StatusChips } from './status-chips.tsx';

/** The result of a check. */
export function CheckResult({ checked, state, verbs }: CheckedProps) {
  const { report } = checked;
  const { heading, look } = useLook(state.preview, verbs);
  return (
    <section class="card" aria-label="Check result">
      <ResultHeading words="Check finished" />
      <p>{report.message}</p>
      <Facts report={report} />
      <StatusChips counts={report.counts} />
      <CheckGroups checked={checked} state={state} verbs={verbs} />
      <RequestLook report={report} state={state} heading={heading} onLook={look} />
      <ProblemList
        problems={report.problems}
        problemCount={report.problemCount}
        verbs={verbs}
        jumpFailure={state.jumpFailure}
        onLook={look}
      />
      <ActionButton onPress={verbs.closeResult}>Close</ActionButton>
    </section>
  );
}

/** What would become of the rows that ask for an operation. */
const FACTS: { readonly [Kind in OperationName]: (rows: number) => string } = {
  push: (rows) => `${count(rows, 'row')} would be pushed`,
  update: (rows) => `${count(rows, 'listing')} would be updated`,
  delete: (rows) => `${count(rows, 'listing')} would be deleted`,
};

function factsOf(operations: CheckReport['operations']): readonly string[] {
  const names = Object.keys(FACTS) as readonly OperationName[];
  return names.flatMap((name) => (operations[name] ? [FACTS[name](operations[name])] : []));
}

function Facts({ report }: { readonly report: CheckReport }) {
  const leftOut = leftOutNote(report);
  return (
    <ul class="facts">
      <li>{count(report.rows, 'row')} read; nothing was sent or written</li>
      {factsOf(report.operations).map((fact) => (
        <li key={fact}>{fact}</li>
      ))}
      {leftOut !== '' && <li>{leftOut}</li>}
    </ul>
  );
}
