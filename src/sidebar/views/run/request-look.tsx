/** A look at the exact request of any one row of a check. */
import type { RefObject } from 'preact';
import { useState } from 'preact/hooks';
import type { CheckReport } from '../../../core/check/check-report.ts';
import { previewObstacle } from '../../model/run/run-readiness.ts';
import type { SidebarState } from '../../model/sidebar-state.ts';
import { ActionButton, Obstacle } from '../../parts/action-button.tsx';
import { FailureNotice } from '../../parts/failure-notice.tsx';
import { RowPreviewCard } from './row-preview-card.tsx';

/** What the look needs. */
export interface RequestLookProps {
  readonly report: CheckReport;
  readonly state: SidebarState;
  /** Takes the focus once a row is shown. */
  readonly heading: RefObject<HTMLHeadingElement | null>;
  readonly onLook: (rowNumber: number) => void;
}

/** The number of a row, a button, and below it the row as it would be sent. */
export function RequestLook({ report, state, heading, onLook }: RequestLookProps) {
  const { preview } = state;
  return (
    <details class="folded" open={preview.kind !== 'none'}>
      <summary>Look at a request</summary>
      <RowForm report={report} obstacle={previewObstacle(state)} onLook={onLook} />
      {preview.kind === 'reading' && <progress aria-label={`Reading row ${preview.rowNumber}`} />}
      {preview.kind === 'failed' && <FailureNotice failure={preview.failure} />}
      {preview.kind === 'shown' && <RowPreviewCard preview={preview.preview} heading={heading} />}
    </details>
  );
}

interface RowFormProps {
  readonly report: CheckReport;
  readonly obstacle: string | undefined;
  readonly onLook: (rowNumber: number) => void;
}

function RowForm({ report, obstacle, onLook }: RowFormProps) {
  const [text, setText] = useState(String(report.readyRowNumbers[0] ?? report.problems[0]?.rowNumber ?? ''));
  const rowNumber = Number(text);
  const reason = obstacle ?? (Number.isInteger(rowNumber) && rowNumber >= 1 ? undefined : 'Enter the number of a row.');
  return (
    <form
      class="look-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (reason === undefined) onLook(rowNumber);
      }}
    >
      <label class="field" for="look-row">
        <span class="field-label">Row number</span>
        <input
          id="look-row"
          type="number"
          min={1}
          step={1}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </label>
      <ActionButton isSubmit obstacleId={reason && 'look-obstacle'} onPress={() => onLook(rowNumber)}>
        Show request
      </ActionButton>
      <Obstacle id="look-obstacle" reason={reason} />
    </form>
  );
}
