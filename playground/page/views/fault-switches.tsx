/** Switches for what may go wrong between the add-on and the platform. */
import { useState } from 'preact/hooks';
import type { FaultName, FaultSwitch } from '../../serve/wire.ts';
import { useAppState, useModel } from './use-model.ts';

const CAPTIONS: Readonly<Record<FaultName, string>> = {
  slow: 'Slow answers',
  status429: '429 Too many requests',
  status500: '500 Server error',
  refusedRow: 'Refused row',
  dropped: 'Dropped connection',
  keyExpired: 'Expired key',
  html: 'HTML answer',
  asksForLess: 'Asks for less',
  otherListNames: 'Other list names',
  emptyListIsNull: 'Empty list is null',
  listIsBehind: 'List is behind',
};

const HINTS: Readonly<Record<FaultName, string>> = {
  slow: 'An answer takes two and a half seconds.',
  status429: 'The platform asks to come back in two seconds.',
  status500: 'The platform fails before it has done anything.',
  refusedRow: 'The platform refuses requests that hold the text on the left.',
  dropped: 'The platform does its work, then the connection breaks before the answer.',
  keyExpired: 'The platform does not accept the key any more.',
  html: 'A gateway answers with a web page instead of JSON.',
  asksForLess:
    'The platform takes listings without the eight required fields that its own example requests leave out, such as parking spots.',
  otherListNames: 'Lists of listings come in another shape than the plainest: in a member, counted, under other names.',
  emptyListIsNull: 'A list without listings is null, which says less than an empty list.',
  listIsBehind: 'The next three lists do not have a listing that was just created.',
};

/** Draws the switches. */
export function FaultSwitches() {
  const { server, attempt } = useModel();
  const faults = useAppState(({ page }) => page?.faults);
  // A few strikes show how a run gets over them; a platform that fails for ever is chosen on purpose.
  const [strikes, setStrikes] = useState('3');
  const [poison, setPoison] = useState('LK26-1002');

  const toggle = ({ name, isOn }: FaultSwitch): void =>
    attempt(
      server.setFault({
        name,
        isOn: !isOn,
        ...(strikes !== '' && { strikes: Number(strikes) }),
        ...(name === 'refusedRow' && { bodyIncludes: poison }),
      }),
    );

  return (
    <fieldset class="faults">
      <legend class="faults-legend">What goes wrong</legend>
      <select aria-label="How often" value={strikes} onChange={(event) => setStrikes(event.currentTarget.value)}>
        <option value="1">Next request only</option>
        <option value="3">Next 3 requests</option>
        <option value="">Every request</option>
      </select>
      {faults?.map((fault) => (
        <span key={fault.name} class="fault">
          {fault.name === 'refusedRow' && (
            <input
              class="fault-text"
              aria-label="Text of the refused row"
              value={poison}
              onInput={(event) => setPoison(event.currentTarget.value)}
            />
          )}
          <button
            type="button"
            class="fault-switch"
            aria-pressed={fault.isOn}
            title={HINTS[fault.name]}
            disabled={fault.name === 'refusedRow' && poison === ''}
            onClick={() => toggle(fault)}
          >
            {CAPTIONS[fault.name]}
          </button>
        </span>
      ))}
    </fieldset>
  );
}
