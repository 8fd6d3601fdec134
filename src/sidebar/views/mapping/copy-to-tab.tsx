/** Copies a tab's settings to another tab, after saying what they replace. */
import { useState } from 'preact/hooks';
import type { MappingView } from '../../../core/contract/mapping-view.ts';
import type { ShownFailure } from '../../bridge/server-bridge.ts';
import type { MappingDraft } from '../../model/mapping/mapping-state.ts';
import { saveObstacle } from '../../model/mapping/save-obstacle.ts';
import type { SidebarVerbs } from '../../model/sidebar.ts';
import { ActionButton, Obstacle } from '../../parts/action-button.tsx';
import { ConfirmDialog } from '../../parts/confirm-dialog.tsx';
import { FailureNotice } from '../../parts/failure-notice.tsx';

/** What it needs. */
export interface CopyToTabProps {
  readonly mapping: MappingDraft;
  readonly verbs: SidebarVerbs;
}

type OtherTab = MappingView['otherTabs'][number];

type CopyActivity =
  | { readonly kind: 'idle' }
  | { readonly kind: 'asking'; readonly tab: OtherTab }
  | { readonly kind: 'copying' }
  | { readonly kind: 'copied'; readonly tab: OtherTab }
  | { readonly kind: 'failed'; readonly failure: ShownFailure };

/** A list of the other tabs with a button; nothing but a sentence where there is no other tab. */
export function CopyToTab({ mapping, verbs }: CopyToTabProps) {
  const { otherTabs } = mapping.view;
  const [chosenTabId, setChosenTabId] = useState<number>();
  const [activity, setActivity] = useState<CopyActivity>({ kind: 'idle' });
  const tab = otherTabs.find(({ tabId }) => tabId === chosenTabId) ?? otherTabs[0];
  if (tab === undefined) return <p class="quiet">There is no other tab to copy these settings to.</p>;
  const copy = async (): Promise<void> => {
    setActivity({ kind: 'copying' });
    const answer = await verbs.copySettings(tab.tabId);
    setActivity(answer.ok ? { kind: 'copied', tab } : { kind: 'failed', failure: answer.error });
  };
  const obstacle = activity.kind === 'copying' ? 'Copying…' : saveObstacle(mapping);
  return (
    <section class="form" aria-labelledby="copy-settings">
      <h3 id="copy-settings">Copy to another tab</h3>
      <TabChoice tabs={otherTabs} tab={tab} onChoose={setChosenTabId} />
      <ActionButton obstacleId={obstacle && 'copy-obstacle'} onPress={() => setActivity({ kind: 'asking', tab })}>
        Copy settings…
      </ActionButton>
      <Obstacle id="copy-obstacle" reason={obstacle} />
      <p role="status">{activity.kind === 'copied' && `Copied. “${activity.tab.tabName}” has these settings now.`}</p>
      {activity.kind === 'failed' && <FailureNotice failure={activity.failure} />}
      {activity.kind === 'asking' && (
        <CopyDialog tab={tab} onConfirm={() => void copy()} onCancel={() => setActivity({ kind: 'idle' })} />
      )}
    </section>
  );
}

interface TabChoiceProps {
  readonly tabs: readonly OtherTab[];
  readonly tab: OtherTab;
  readonly onChoose: (tabId: number) => void;
}

function TabChoice({ tabs, tab, onChoose }: TabChoiceProps) {
  return (
    <label class="field" for="copy-target">
      <span class="field-label">Tab</span>
      <select
        id="copy-target"
        value={String(tab.tabId)}
        onChange={(event) => onChoose(Number(event.currentTarget.value))}
      >
        {tabs.map(({ tabId, tabName }) => (
          <option key={tabId} value={String(tabId)}>
            {tabName}
          </option>
        ))}
      </select>
    </label>
  );
}

interface CopyDialogProps {
  readonly tab: OtherTab;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

function CopyDialog({ tab, onConfirm, onCancel }: CopyDialogProps) {
  return (
    <ConfirmDialog
      title={`Replace the settings of “${tab.tabName}”?`}
      confirmLabel="Replace settings"
      onConfirm={onConfirm}
      onCancel={onCancel}
    >
      <p>
        Everything saved for “{tab.tabName}” is replaced: its header row, mapping, fixed values, policies and taught
        words. Its rows stay as they are.
      </p>
    </ConfirmDialog>
  );
}
