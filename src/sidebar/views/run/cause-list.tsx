/** The causes that hold rows back, each with what helps all of its rows at once. */
import { useState } from 'preact/hooks';
import type { CauseGroup } from '../../../core/engine/cause-groups.ts';
import { count } from '../../../core/words/counts.ts';
import { toneOf } from '../../../core/words/statuses.ts';
import { SELECT_AGAIN } from '../../model/announcement.ts';
import { recommendationFor, remediesFor, type ValuesForAll, withValueOf } from '../../model/run/correction.ts';
import { correctionObstacle } from '../../model/run/run-readiness.ts';
import type { CorrectionActivity } from '../../model/run/run-state.ts';
import { cellOf } from '../../model/run/run-state.ts';
import { ActionButton, Obstacle } from '../../parts/action-button.tsx';
import { FailureNotice } from '../../parts/failure-notice.tsx';
import { ValueForAll } from '../../parts/value-for-all.tsx';
import type { ViewProps } from '../view-props.ts';
import { RemedyControl } from './remedy-control.tsx';
import { StatusChip } from './status-chips.tsx';

/** What the list needs. */
export interface CauseListProps extends ViewProps {
  readonly groups: readonly CauseGroup[];
  readonly correction: CorrectionActivity;
  /** What follows a correction: `check again`, `send them again`. */
  readonly thenWords: string;
}

/** So many causes are listed at a time. */
const PAGE_GROUPS = 10;

/** Names the visible text that says why no correction can be made now. */
const OBSTACLE_ID = 'correction-obstacle';

/** The list of causes; nothing when no row is held back. */
export function CauseList({ groups, correction, thenWords, state, verbs }: CauseListProps) {
  const [shownGroups, setShownGroups] = useState(PAGE_GROUPS);
  if (groups.length === 0) return null;
  const [simple, hard] = splitGroups(groups);
  const hiddenGroups = hard.length - shownGroups;
  const obstacleId = correctionObstacle(state) && OBSTACLE_ID;
  const tellsStatus = new Set(groups.map(({ status }) => status)).size > 1;
  const shared = { verbs, thenWords, obstacleId, tellsStatus };
  return (
    <section class="problems" aria-labelledby="causes-heading">
      <h3 id="causes-heading">{count(groups.length, 'cause')} to correct</h3>
      {correction.kind === 'failed' && <FailureNotice failure={correction.failure} />}
      {correction.kind === 'awaitsSelection' && <p class="notice notice-done">{SELECT_AGAIN}</p>}
      <Obstacle id={OBSTACLE_ID} reason={correctionObstacle(state)} />
      <Recommended groups={simple} {...shared} />
      <Groups groups={hard.slice(0, shownGroups)} {...shared} />
      {hiddenGroups > 0 && (
        <ActionButton tone="quiet" onPress={() => setShownGroups(shownGroups + PAGE_GROUPS)}>
          Show {count(Math.min(hiddenGroups, PAGE_GROUPS), 'more cause')}
        </ActionButton>
      )}
    </section>
  );
}

/** Causes with a recommendation, where there are several to be followed at once; and those that each need a look. */
function splitGroups(groups: readonly CauseGroup[]): readonly [readonly CauseGroup[], readonly CauseGroup[]] {
  const simple = groups.filter((group) => recommendationFor(group) !== undefined);
  return simple.length < 2 ? [[], groups] : [simple, groups.filter((group) => !simple.includes(group))];
}

function Groups({ groups, ...props }: GroupsProps & Pick<CauseListProps, 'groups'>) {
  return (
    <ul>
      {groups.map((group) => (
        <Group key={`${group.status} ${group.cause}`} group={group} {...props} />
      ))}
    </ul>
  );
}

interface GroupsProps extends Pick<CauseListProps, 'verbs' | 'thenWords'> {
  readonly obstacleId: string | undefined;
  /** Whether the causes differ in it; else the chips above have said it. */
  readonly tellsStatus: boolean;
}

/** All that needs no answer, with one press; one alone has its own button. */
function Recommended({ groups, ...shared }: GroupsProps & Pick<CauseListProps, 'groups'>) {
  const [values, setValues] = useState<ValuesForAll>({});
  if (groups.length === 0) return null;
  const { thenWords, obstacleId, verbs } = shared;
  return (
    <div class="recommended">
      <ul class="facts">
        {groups.map((group) => (
          <li key={`${group.status} ${group.cause}`}>
            <RecommendedLine group={group} values={values} onChoose={setValues} />
          </li>
        ))}
      </ul>
      <ActionButton tone="main" obstacleId={obstacleId} onPress={() => void verbs.applyRecommended(groups, values)}>
        Apply all {groups.length} recommended
      </ActionButton>
      <p class="quiet">
        Saved for this tab, then the rows are {thenWords}. Whether the platform takes rows without a field shows when
        they are sent.
      </p>
      <details>
        <summary>Decide one by one</summary>
        <Groups groups={groups} {...shared} />
      </details>
    </div>
  );
}

interface RecommendedLineProps {
  readonly group: CauseGroup;
  readonly values: ValuesForAll;
  readonly onChoose: (values: ValuesForAll) => void;
}

/** What one press does about a cause. A field without a column may have one value that is true of every row. */
function RecommendedLine({ group, values, onChoose }: RecommendedLineProps) {
  const recommendation = recommendationFor(group);
  if (recommendation?.unfed === undefined) return <>{recommendation?.words}</>;
  const { unfed } = recommendation;
  return (
    <ValueForAll
      field={unfed}
      words={`Send ${count(group.rows, 'row')}`}
      value={values[unfed]}
      onChoose={(value) => onChoose(withValueOf(values, unfed, value))}
    />
  );
}

/** A web address or a sentence would make more of a button than it is. */
function isShort(label: string): boolean {
  return label !== '' && label.length <= LONGEST_LABEL;
}

const LONGEST_LABEL = 24;

/** Of a single row all is told, its key included. */
function causeWords({ kind, rows, cause, first }: CauseGroup): string {
  return kind === 'other' && rows === 1 ? first.detail : cause;
}

function Group({ group, verbs, thenWords, obstacleId, tellsStatus }: GroupsProps & { readonly group: CauseGroup }) {
  const { label } = group.first;
  const words = group.rows === 1 ? `Go to ${isShort(label) ? label : 'the row'}` : 'Go to first';
  return (
    <li class="cause">
      <p>
        {tellsStatus && <StatusChip status={group.status} tone={toneOf(group.status)} />}
        <strong>{count(group.rows, 'row')}:</strong> {causeWords(group)}
      </p>
      <div class="button-row">
        {remediesFor(group).map((remedy) => (
          <RemedyControl
            key={remedy.kind}
            remedy={remedy}
            cause={group.cause}
            thenWords={thenWords}
            obstacleId={obstacleId}
            verbs={verbs}
            group={group}
          />
        ))}
        <ActionButton
          tone="quiet"
          label={`${words}: ${group.cause}`}
          onPress={() => void verbs.goToCell(cellOf(group.first))}
        >
          {words}
        </ActionButton>
      </div>
    </li>
  );
}
