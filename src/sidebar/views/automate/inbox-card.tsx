/** The inbox of a file: where it is, what the last poll did, and a form to connect one. */
import { useState } from 'preact/hooks';
import type { EventsView, InboxInput } from '../../../core/contract/events-view.ts';
import { inboxReader, inboxSchedule } from '../../model/events/inbox-polling.ts';
import { ActionButton, Obstacle } from '../../parts/action-button.tsx';
import type { ViewProps } from '../view-props.ts';
import { scheduleObstacle } from './schedules-section.tsx';

/** The connected inbox, or the form. */
export function InboxCard({ state, verbs }: ViewProps) {
  const { view, isBusy } = state.events;
  if (view === undefined) return <p class="quiet">Reading what is connected…</p>;
  const { inbox } = view;
  if (inbox === undefined || !inbox.hasKey)
    return <InboxForm view={view} isBusy={isBusy} onConnect={verbs.connectInbox} />;
  return (
    <article class="card">
      <p>
        Messages of {inbox.address} go into {inbox.tabName === '' ? 'a tab that is gone' : `“${inbox.tabName}”`}.
      </p>
      <p class="quiet">{lastPollWords(inbox, state.events.message)}</p>
      <div class="button-row" aria-busy={isBusy}>
        <ActionButton tone="main" obstacleId={isBusy ? 'inbox-busy' : undefined} onPress={() => void verbs.pollInbox()}>
          Poll now
        </ActionButton>
        <ActionButton tone="quiet" onPress={() => void verbs.disconnectInbox()}>
          Disconnect
        </ActionButton>
      </div>
      <Obstacle id="inbox-busy" reason={isBusy ? 'Reading the inbox…' : undefined} />
      {inbox.tabName !== '' && <Reader state={state} verbs={verbs} tab={inbox} />}
    </article>
  );
}

/** What the last poll did is said once: right after it, it stands above the card. */
function lastPollWords(
  { lastPolledAt, lastMessage }: NonNullable<EventsView['inbox']>,
  shown: string | undefined,
): string {
  if (lastPolledAt === '') return 'Not polled yet.';
  return lastMessage === shown ? `Last polled ${lastPolledAt}.` : `Last polled ${lastPolledAt}: ${lastMessage}`;
}

interface ReaderProps extends ViewProps {
  readonly tab: { readonly tabId: number; readonly tabName: string };
}

/** What polls the inbox by itself, or the schedule that would. */
function Reader({ state, verbs, tab }: ReaderProps) {
  const { value, isBusy } = state.automation;
  if (value === undefined) return null;
  const reader = inboxReader(value);
  // The webhook's own card says when it rings.
  if (reader === 'bell') return null;
  if (reader === 'schedule') return <p class="quiet">Your schedules poll it before they run.</p>;
  const obstacle = isBusy ? 'One moment…' : scheduleObstacle(state);
  return (
    <>
      <p class="quiet">
        Nothing of yours polls it by itself. A schedule would poll it every hour, then sync “{tab.tabName}” with your
        key; deletes would wait for a person.
      </p>
      <div class="button-row">
        <ActionButton
          obstacleId={obstacle && 'inbox-schedule-obstacle'}
          onPress={() => void verbs.saveSchedule(inboxSchedule(tab.tabId))}
        >
          Poll and sync every hour
        </ActionButton>
      </div>
      <Obstacle id="inbox-schedule-obstacle" reason={obstacle} />
    </>
  );
}

interface InboxFormProps {
  readonly view: EventsView;
  readonly isBusy: boolean;
  readonly onConnect: (input: Omit<InboxInput, 'tabId'>) => Promise<void>;
}

function InboxForm({ view, isBusy, onConnect }: InboxFormProps) {
  const [address, setAddress] = useState(view.inbox?.address ?? '');
  const [key, setKey] = useState('');
  const [start, setStart] = useState<InboxInput['start']>('now');
  const isFilled = address.trim() !== '' && key.trim() !== '';
  const obstacle = isBusy ? 'Asking the inbox…' : isFilled ? undefined : 'Enter the address and the key of the inbox.';
  return (
    <details>
      <summary>Connect an inbox</summary>
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          if (obstacle === undefined) void onConnect({ address, key, start });
        }}
      >
        <label class="field" for="inbox-address">
          <span class="field-label">Address of the inbox</span>
          <input
            id="inbox-address"
            type="text"
            value={address}
            spellcheck={false}
            aria-describedby="inbox-address-help"
            onInput={(event) => setAddress(event.currentTarget.value)}
          />
        </label>
        <p class="quiet" id="inbox-address-help">
          On one of these hosts: {view.inboxHosts.join(', ')}. Its messages go into the tab you are on.
        </p>
        <label class="field" for="inbox-key">
          <span class="field-label">Key of the inbox</span>
          <input
            id="inbox-key"
            type="password"
            autocomplete="off"
            value={key}
            onInput={(event) => setKey(event.currentTarget.value)}
          />
        </label>
        <label class="choice">
          <input
            type="checkbox"
            checked={start === 'everything'}
            onChange={(event) => setStart(event.currentTarget.checked ? 'everything' : 'now')}
          />{' '}
          Take in everything that is there already
        </label>
        <ActionButton tone="main" isSubmit obstacleId={obstacle && 'inbox-obstacle'} onPress={() => undefined}>
          Connect
        </ActionButton>
        <Obstacle id="inbox-obstacle" reason={obstacle} />
      </form>
    </details>
  );
}
