/** Buttons by which somebody sends messages about listings: into the playground's inbox, and to a webhook that was given to them. */
import { useState } from 'preact/hooks';
import type { Arrival } from '../../pod/demo-inbox.ts';
import { DEMO_WEB_APP_URL } from '../../webapp/demo-address.ts';
import { useModel } from './use-model.ts';

const CAPTIONS: Readonly<Record<Arrival, string>> = {
  new: 'An event arrives',
  again: 'The same again',
  late: 'An old one arrives late',
};

const ARRIVALS: readonly Arrival[] = ['new', 'again', 'late'];

/** Draws the buttons, and what the sidebar needs to connect the inbox or set up the webhook. */
export function InboxButtons() {
  const { server, attempt } = useModel();
  const [address, setAddress] = useState('');
  const [answer, setAnswer] = useState('');
  const send = async (arrival: Arrival): Promise<void> => {
    setAnswer('');
    const told = address.trim();
    const { status } = await server.arrive(told === '' ? { arrival } : { arrival, address: told });
    setAnswer(status === undefined ? '' : `The webhook answered with status ${status}.`);
  };
  return (
    <fieldset class="faults">
      <legend class="faults-legend">Inbox playground.yodata.me, key demo-pod-key-1</legend>
      {ARRIVALS.map((arrival) => (
        <button key={arrival} type="button" class="fault-switch" onClick={() => attempt(send(arrival))}>
          {CAPTIONS[arrival]}
        </button>
      ))}
      <label class="sender">
        The sender also tells
        <input
          class="sender-address"
          type="text"
          value={address}
          spellcheck={false}
          placeholder="the webhook’s address, from the sidebar"
          onInput={(event) => setAddress(event.currentTarget.value)}
        />
      </label>
      <span class="faults-legend">
        Web app URL <code>{DEMO_WEB_APP_URL}</code>
      </span>
      <span role="status">{answer}</span>
    </fieldset>
  );
}
