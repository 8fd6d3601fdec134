/** Buttons that let messages about listings arrive in the playground's inbox. */
import type { Arrival } from '../../pod/demo-inbox.ts';
import { useModel } from './use-model.ts';

const CAPTIONS: Readonly<Record<Arrival, string>> = {
  new: 'An event arrives',
  again: 'The same again',
  late: 'An old one arrives late',
};

/** Draws the buttons, and what the sidebar needs to connect the inbox. */
export function InboxButtons() {
  const { server, attempt } = useModel();
  const arrivals: readonly Arrival[] = ['new', 'again', 'late'];
  return (
    <fieldset class="faults">
      <legend class="faults-legend">Inbox playground.yodata.me, key demo-pod-key-1</legend>
      {arrivals.map((arrival) => (
        <button key={arrival} type="button" class="fault-switch" onClick={() => attempt(server.arrive(arrival))}>
          {CAPTIONS[arrival]}
        </button>
      ))}
    </fieldset>
  );
}
