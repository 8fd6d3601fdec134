/** Messages that wait for a person: why, and what can be done with each. */
import type { AsideMessage, KeptChoice } from '../../../core/contract/events-view.ts';
import { ActionButton } from '../../parts/action-button.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { FailureNotice } from '../../parts/failure-notice.tsx';
import type { ViewProps } from '../view-props.ts';

/** The messages, the oldest first. */
export function AsideSection({ state, verbs }: ViewProps) {
  const { view, failure, message, isBusy } = state.events;
  if (view === undefined) return <p class="quiet">Reading what waits…</p>;
  return (
    <section class="form" aria-label="Messages that wait">
      {failure !== undefined && <FailureNotice failure={failure} />}
      {message !== undefined && <p role="status">{message}</p>}
      {view.aside.length === 0 ? (
        <EmptyState heading="Messages">No message waits for a person. What fits nowhere is kept here.</EmptyState>
      ) : (
        <>
          <h2>{view.asideCount === 1 ? '1 message waits' : `${view.asideCount} messages wait`}</h2>
          <p class="quiet">Choose row takes the row that is selected in the sheet.</p>
          {view.aside.map((one) => (
            <AsideCard key={one.id} message={one} isBusy={isBusy} onChoose={verbs.settleKept} />
          ))}
        </>
      )}
    </section>
  );
}

interface AsideCardProps {
  readonly message: AsideMessage;
  readonly isBusy: boolean;
  readonly onChoose: (choice: Omit<KeptChoice, 'tabId' | 'rowNumber'>) => Promise<void>;
}

function AsideCard({ message, isBusy, onChoose }: AsideCardProps) {
  const { id, why, listing, excerpt, keptAt } = message;
  const name = listing === '' ? 'A message' : listing;
  const choose = (choice: KeptChoice['choice']) => () => void onChoose({ id, choice });
  return (
    <article class="card" aria-busy={isBusy}>
      <p>
        <strong>{name}</strong> <span class="quiet">{keptAt}</span>
      </p>
      <p>{why}</p>
      <details>
        <summary>The message</summary>
        <p class="quiet">{excerpt}</p>
      </details>
      <div class="button-row">
        <ActionButton label={`Try again: ${name}`} onPress={choose('retry')}>
          Try again
        </ActionButton>
        <ActionButton label={`Choose row: ${name}`} onPress={choose('row')}>
          Choose row
        </ActionButton>
        <ActionButton tone="quiet" label={`Discard: ${name}`} onPress={choose('discard')}>
          Discard
        </ActionButton>
      </div>
    </article>
  );
}
