/** The bar that saves or discards the draft of a tab's settings. */
import { concernOf } from '../model/field-choice.ts';
import type { MappingDraft } from '../model/mapping-state.ts';
import type { SidebarVerbs } from '../model/sidebar.ts';
import { ActionButton, Obstacle } from './action-button.tsx';
import { FailureNotice } from './failure-notice.tsx';

/** What the bar needs. */
export interface SaveBarProps {
  readonly mapping: MappingDraft;
  readonly isUnsaved: boolean;
  readonly verbs: SidebarVerbs;
}

/** Stays in sight at the lower edge as long as something is unsaved, and says so when it was saved. */
export function SaveBar({ mapping, isUnsaved, verbs }: SaveBarProps) {
  const obstacle = saveObstacle(mapping);
  return (
    <div class={isUnsaved ? 'save-bar' : undefined}>
      <p role="status">
        {isUnsaved && 'Unsaved changes'}
        {mapping.isJustSaved && !isUnsaved && 'Saved.'}
      </p>
      {mapping.failure !== undefined && <FailureNotice failure={mapping.failure} />}
      {isUnsaved && (
        <div class="button-row">
          <ActionButton tone="main" obstacleId={obstacle && 'save-obstacle'} onPress={() => void verbs.saveSettings()}>
            Save
          </ActionButton>
          <ActionButton onPress={verbs.discardSettings}>Discard</ActionButton>
        </div>
      )}
      {isUnsaved && <Obstacle id="save-obstacle" reason={obstacle} />}
    </div>
  );
}

function saveObstacle({ view, draft, saving }: MappingDraft): string | undefined {
  if (saving !== undefined) return 'Saving…';
  const empty = view.fields.find((field) => concernOf(view, draft, field)?.kind === 'fixedEmpty');
  return empty === undefined ? undefined : `Enter the fixed value of ${empty.label}.`;
}
