/** The causes that hold rows back, each with what helps all of its rows at once. */
import { useState } from 'preact/hooks';
import type { CheckGroup } from '../../../core/check/check-groups.ts';
import { count } from '../../../core/words/counts.ts';
import { toneOf } from '../../../core/words/statuses.ts';
import { SELECT_AGAIN } from '../../model/announcement.ts';
import { remediesFor } from '../../model/run/correction.ts';
import { correctionObstacle } from '../../model/run/run-readiness.ts';
import type { RunState } from '../../model/run/run-state.ts';
import { ActionButton, Obstacle } from '../../parts/action-button.tsx';
import { FailureNotice } from '../../parts/failure-notice.tsx';
import type { ViewProps } from '../view-props.ts';
import { RemedyControl } from './remedy-control.tsx';
import { StatusChip } from './status-chips.tsx';

/** A check's result, and what every view gets. */
export interface CheckedProps extends ViewProps {
  readonly checked: Extract<RunState, { readonly kind: 'checked' }>;
}

/** So many causes are listed at a time. */
const PAGE_GROUPS = 10;

/** Names the visible text that says why no correction can be made now. */
const OBSTACLE_ID = 'correction-obstacle';

/** The list of causes; nothing when no row is held back. */
export function CheckGroups({ checked, state, verbs }: CheckedProps) {
  const [shownGroups, setShownGroups] = useState(PAGE_GROUPS);
  const { report, correction } = checked;
  if (report.groups.length === 0) return null;
  const hiddenGroups = report.groups.length - shownGroups;
  const obstacle = correctionObstacle(state);
  return (
    <section class="problems" aria-labelledby="causes-heading">
      <h3 id="causes-heading">{count(report.groups.length, 'cause')} to correct</h3>
      {correction.kind === 'failed' && <FailureNotice failure={correction.failure} />}
      {correction.kind === 'awaitsSelection' && <p class="notice notice-done">{SELECT_AGAIN}</p>}
      <Obstacle id={OBSTACLE_ID} reason={obstacle} />
      <ul>
        {report.groups.slice(0, shownGroups).map((group) => (
          <Group
            key={`${group.status} ${group.cause}`}
            group={group}
            verbs={verbs}
            obstacleId={obstacle && OBSTACLE_ID}
          />
        ))}
      </ul>
      {hiddenGroups > 0 && (
        <ActionButton tone="quiet" onPress={() => setShownGroups(shownGroups + PAGE_GROUPS)}>
          Show {count(Math.min(hiddenGroups, PAGE_GROUPS), 'more cause')}
        </ActionButton>
      )}
    </section>
  );
}

interface GroupProps extends Pick<CheckedProps, 'verbs'> {
  readonly group: CheckGroup;
  readonly obstacleId: string | undefined;
}

function Group({ group, verbs, obstacleId }: GroupProps) {
  const { tabId, rowNumber, columnNumber } = group.first;
  return (
    <li class="cause">
      <p class="spread">
        <span>
          <strong>{count(group.rows, 'row')}:</strong> {group.cause}
        </span>
        <StatusChip status={group.status} tone={toneOf(group.status)} />
      </p>
      <div class="button-row">
        {remediesFor(group).map((remedy) => (
          <RemedyControl
            key={remedy.kind}
            remedy={remedy}
            cause={group.cause}
            obstacleId={obstacleId}
            onCorrect={(correction) => void verbs.correct(group, correction)}
          />
        ))}
        <ActionButton
          tone="quiet"
          label={`Go to first: ${group.cause}`}
          onPress={() => void verbs.goToCell({ tabId, rowNumber, columnNumber })}
        >
          Go to first
        </ActionButton>
      </div>
    </li>
  );
}
