/** Takes the last run back, after saying what comes back and what does not. */
import { startObstacle } from '../../model/run/run-readiness.ts';
import { ActionButton, Obstacle } from '../../parts/action-button.tsx';
import { ConfirmDialog } from '../../parts/confirm-dialog.tsx';
import { FailureNotice } from '../../parts/failure-notice.tsx';
import type { ViewProps } from '../view-props.ts';

/** The button, and the question. */
export function UndoLastRun({ state, verbs }: ViewProps) {
  const { undo } = state;
  const obstacle = startObstacle(state);
  return (
    <div class="stack">
      <ActionButton obstacleId={obstacle && 'undo-obstacle'} onPress={() => void verbs.askUndo()}>
        Undo last run…
      </ActionButton>
      <Obstacle id="undo-obstacle" reason={obstacle} />
      {undo.kind === 'reading' && <p role="status">Reading what was there before…</p>}
      {undo.kind === 'failed' && <FailureNotice failure={undo.failure} />}
      {undo.kind === 'asked' && undo.view.rows === 0 && (
        <div role="status">
          <ul>
            {undo.view.sentences.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </div>
      )}
      {undo.kind === 'asked' && undo.view.rows > 0 && (
        <ConfirmDialog
          title="Undo the last run?"
          confirmLabel={
            undo.view.rows === 1 ? 'Take 1 row back' : `Take ${undo.view.rows.toLocaleString('en-US')} rows back`
          }
          onConfirm={() => void verbs.undo()}
          onCancel={verbs.declineUndo}
        >
          <p>
            The run of {undo.view.startedAt} in “{undo.view.tabName}”
            {undo.view.who === '' ? '' : `, by ${undo.view.who}`}.
          </p>
          <ul>
            {undo.view.sentences.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </ConfirmDialog>
      )}
    </div>
  );
}
