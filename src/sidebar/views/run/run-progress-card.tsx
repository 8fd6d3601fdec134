/** How far the run at hand is, and the button that stops it. */

import { ACTION_WORDS } from '../../../core/words/actions.ts';
import { count, paceWords, progressWords } from '../../../core/words/counts.ts';
import type { ShownFailure } from '../../bridge/server-bridge.ts';
import type { RunState } from '../../model/run/run-state.ts';
import type { SidebarVerbs } from '../../model/sidebar.ts';
import { ActionButton, Obstacle } from '../../parts/action-button.tsx';
import { FailureNotice } from '../../parts/failure-notice.tsx';
import { usePace } from '../../parts/use-pace.ts';
import { useReclaimedFocus } from '../../parts/use-reclaimed-focus.ts';
import { FoldedProblems } from './problem-list.tsx';
import { StatusChips } from './status-chips.tsx';

/** What the card needs. */
export interface RunProgressCardProps {
  readonly running: Extract<RunState, { readonly kind: 'running' }>;
  readonly verbs: SidebarVerbs;
  readonly jumpFailure: ShownFailure | undefined;
}

/** The progress of a run that is going on. */
export function RunProgressCard({ running, verbs, jumpFailure }: RunProgressCardProps) {
  const heading = useReclaimedFocus<HTMLHeadingElement>();
  const { progress, problems } = running.run;
  const pace = paceWords(progress, usePace(progress.runId, progress.done));
  const obstacle = running.isCancelling ? 'The run stops after the requests under way.' : undefined;
  return (
    <section class="card" aria-label="Progress">
      <h2 ref={heading} tabIndex={-1}>
        {ACTION_WORDS[progress.action].ongoing}
      </h2>
      <p class="quiet">
        {phaseWords(running)} in “{progress.tabName}”
      </p>
      <progress value={progress.done} max={Math.max(progress.total, 1)} aria-label="Rows done" />
      <p class="spread">
        <span>{progressWords(progress)}</span>
        {progress.requests > 0 && <span class="quiet">{count(progress.requests, 'request')}</span>}
      </p>
      {pace !== '' && <p class="quiet">{pace}</p>}
      {pace === '' && progress.cost !== '' && <p class="quiet">{progress.cost}</p>}
      <StatusChips counts={progress.counts} />
      {running.cancelFailure !== undefined && <FailureNotice failure={running.cancelFailure} />}
      <ActionButton obstacleId={obstacle && 'cancel-obstacle'} onPress={() => void verbs.cancel()}>
        Cancel
      </ActionButton>
      <Obstacle id="cancel-obstacle" reason={obstacle} />
      <p class="quiet">If you close the sidebar, the run waits; you can continue it when you come back.</p>
      <FoldedProblems problems={problems} problemCount={problems.length} verbs={verbs} jumpFailure={jumpFailure} />
    </section>
  );
}

/** What the run is doing now. */
function phaseWords({ run: { progress }, isCancelling }: RunProgressCardProps['running']): string {
  if (isCancelling) return 'Stopping';
  if (progress.isPaused === true) return 'Pausing, since the platform asked to wait; it goes on by itself';
  return progress.requests === 0 ? 'Reading the rows' : 'Sending rows';
}
