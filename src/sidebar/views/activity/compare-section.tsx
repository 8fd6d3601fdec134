/** Compares the tab in front with what the platform lists. */
import type { ComparisonView } from '../../../core/contract/server-functions.ts';
import { ActionButton } from '../../parts/action-button.tsx';
import { FailureNotice } from '../../parts/failure-notice.tsx';
import type { ViewProps } from '../view-props.ts';

/** The button, and what the last comparison has found. */
export function CompareSection(props: ViewProps) {
  const { state, verbs } = props;
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
            Compared with “{view.tabName}”. For what is only there, select its rows in “Platform listings”: copy them
            into “{view.tabName}” here, or choose Delete listings.
          </p>
          {tab?.tabId !== view.platformTabId && (
            <ActionButton
              onPress={() => void verbs.goToCell({ tabId: view.platformTabId, rowNumber: 1, columnNumber: 1 })}
            >
              Open “Platform listings”
            </ActionButton>
          )}
          <CopyListings {...props} view={view} />
        </>
      )}
      {tab?.kind === 'listings' && !isBusy && (
        <ActionButton onPress={() => void verbs.compare()}>Compare “{tab.tabName}”</ActionButton>
      )}
      {tab?.kind !== 'listings' && !isBusy && <p class="quiet">Go to the tab with your listings to compare it.</p>}
    </section>
  );
}

/** Copies the selected rows of `Platform listings`, once that tab is in front, and says what came of it. */
function CopyListings({ state, verbs, view }: ViewProps & { readonly view: ComparisonView }) {
  const { isCopying, copied } = state.comparison;
  const { tabId, tabName, counts, platformTabId } = view;
  const rowNumber = copied?.firstRowNumber;
  const isInFront = state.overview.value?.tab?.tabId === platformTabId;
  return (
    <>
      {isCopying === true && <p role="status">Copying…</p>}
      {copied !== undefined && (
        <ul role="status">
          {copied.sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
      {rowNumber !== undefined && (
        <ActionButton onPress={() => void verbs.goToCell({ tabId, rowNumber, columnNumber: 1 })}>
          Go to row {rowNumber} of “{tabName}”
        </ActionButton>
      )}
      {isInFront && counts.onlyThere > 0 && isCopying !== true && (
        <ActionButton onPress={() => void verbs.copyListings()}>Copy selected rows into “{tabName}”</ActionButton>
      )}
    </>
  );
}
