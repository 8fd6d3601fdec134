/** The bar that saves or discards the draft of a tab's settings. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { MappingDraft } from '../../model/mapping/mapping-state.ts';
import { saveObstacle } from '../../model/mapping/save-obstacle.ts';
import type { SidebarVerbs } from '../../model/sidebar.ts';
import { ActionButton, Obstacle } from '../../parts/action-button.tsx';
import { FailureNotice } from '../../parts/failure-notice.tsx';

/** Where the keyboard goes when the draft is discarded: the head of the view. */
export const MAPPED_TAB_ID = 'mapped-tab';

/** What the bar needs. */
export interface SaveBarProps {
  readonly mapping: MappingDraft;
  readonly isUnsaved: boolean;
  readonly verbs: SidebarVerbs;
}

/** Stays in sight at the lower edge as long as something is unsaved, and says so when it was saved. */
export function SaveBar({ mapping, isUnsaved, verbs }: SaveBarProps) {
  const obstacle = saveObstacle(mapping);
  const status = useRef<HTMLParagraphElement>(null);
  useLayoutEffect(() => {
    // The pressed button is gone once all is saved; the words that say so are the place to go on from.
    if (mapping.isJustSaved && document.activeElement === document.body) status.current?.focus();
  }, [mapping.isJustSaved]);
  return (
    <div class={isUnsaved ? 'save-bar' : undefined}>
      <p role="status" ref={status} tabIndex={-1}>
        {isUnsaved && 'Unsaved changes'}
        {mapping.isJustSaved && !isUnsaved && 'Saved.'}
      </p>
      {mapping.failure !== undefined && <FailureNotice failure={mapping.failure} />}
      {isUnsaved && (
        <div class="button-row">
          <ActionButton tone="main" obstacleId={obstacle && 'save-obstacle'} onPress={() => void verbs.saveSettings()}>
            Save
          </ActionButton>
          <ActionButton
            onPress={() => {
              verbs.discardSettings();
              document.getElementById(MAPPED_TAB_ID)?.focus();
            }}
          >
            Discard
          </ActionButton>
        </div>
      )}
      {isUnsaved && <Obstacle id="save-obstacle" reason={obstacle} />}
    </div>
  );
}
