/** Compares the tab in front with what the platform lists. */
import { ActionButton } from '../../parts/action-button.tsx';
import { FailureNotice } from '../../parts/failure-notice.tsx';
import type { ViewProps } from '../view-props.ts';

/** The button, and what the last comparison has found. */
export function CompareSection({ state, verbs }: ViewProps) {
  const { comparison } = state;
  const tab = state.overview.value?.tab;
  const { isBusy, view, failure } = comparison;
  return (
    <section class="form" aria-labelledby="compare-heading" aria-busy={isBusy}>
      <h2 id="compare-heading">Compare with the platform</h2>
      <p class="quiet">
        Lists what only the platform has, what only this tab has, and what differs, in the tab “Platform listings”.
        Nothing is sent or changed.
      </p>
      {failure !== undefined && <FailureNotice failure={failure} />}
      {isBusy && <p role="status">Comparing…</p>}
      {!isBusy && view !== undefined && (
        <>
          <div role="status">
            <ul>
              {view.sentences.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          </div>
          <p class="quiet">
            Compared with “{view.tabName}”. To delete what is only there, select its rows in “Platform listings” and
            choose Delete listings.
          </p>
          <ActionButton
            onPress={() => void verbs.goToCell({ tabId: view.platformTabId, rowNumber: 1, columnNumber: 1 })}
          >
            Open “Platform listings”
          </ActionButton>
        </>
      )}
      {tab?.kind === 'listings' && !isBusy && (
        <ActionButton onPress={() => void verbs.compare()}>Compare “{tab.tabName}”</ActionButton>
      )}
      {tab?.kind !== 'listings' && !isBusy && <p class="quiet">Go to the tab with your listings to compare it.</p>}
    </section>
  );
}
