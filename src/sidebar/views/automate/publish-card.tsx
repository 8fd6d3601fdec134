/** Rows as messages: to copy, to save, or to send to the pod of the inbox. */
import { useState } from 'preact/hooks';
import type { EventsExported } from '../../../core/contract/events-view.ts';
import { ActionButton, Obstacle } from '../../parts/action-button.tsx';
import { CopyField } from '../../parts/copy-field.tsx';
import type { ViewProps } from '../view-props.ts';

/** What can be done with the selected rows. */
export function PublishCard({ state, verbs }: ViewProps) {
  const [includesReceived, setIncludesReceived] = useState(false);
  const { isBusy, view, exported } = state.events;
  const busy = isBusy ? 'Making the messages…' : undefined;
  const noInbox = view?.inbox?.hasKey === true ? undefined : 'To send them, connect an inbox of a pod first.';
  return (
    <details>
      <summary>Publish rows as messages</summary>
      <p class="quiet">
        The selected rows become messages as the chatbot would get them: no private listing, no address that must not
        show.
      </p>
      <label class="choice">
        <input
          type="checkbox"
          checked={includesReceived}
          onChange={(event) => setIncludesReceived(event.currentTarget.checked)}
        />{' '}
        Also rows that only messages have filled
      </label>
      <div class="button-row">
        <ActionButton obstacleId={busy && 'publish-obstacle'} onPress={() => void verbs.exportRows(includesReceived)}>
          Show messages
        </ActionButton>
        <ActionButton
          obstacleId={(busy ?? noInbox) && 'publish-obstacle'}
          onPress={() => void verbs.publishRows(includesReceived)}
        >
          Publish
        </ActionButton>
      </div>
      <Obstacle id="publish-obstacle" reason={busy ?? noInbox} />
      {exported !== undefined && <Exported exported={exported} />}
    </details>
  );
}

function Exported({ exported }: { readonly exported: EventsExported }) {
  const { text, message, problems } = exported;
  return (
    <>
      <p role="status">{message}</p>
      {problems.map((problem) => (
        <p class="quiet" key={problem}>
          {problem}
        </p>
      ))}
      {text !== '' && (
        <>
          <CopyField id="exported-events" label="Messages" text={text} copyWords="Copy" />
          <a
            class="button button-plain"
            download="listings.jsonl"
            href={'data:application/x-ndjson;charset=utf-8,'.concat(encodeURIComponent(text))}
          >
            Download JSON Lines
          </a>
        </>
      )}
    </>
  );
}
