/** What time it is in the playground and who sits at the keyboard, and how to let time pass. */
import type { ClockMove } from '../../serve/wire.ts';
import { useAppState, useModel } from './use-model.ts';

const MOVES: readonly { readonly move: ClockMove; readonly words: string; readonly title: string }[] = [
  { move: 'tick', words: 'Next tick', title: 'Lets time pass until Google’s clock calls the add-on next' },
  { move: 'tomorrow', words: 'Tomorrow 7:00', title: 'Lets the night pass' },
  { move: 'leave', words: 'The owner leaves', title: 'The account of who made the spreadsheet is suspended' },
];

/** Draws the clock. */
export function ClockBar() {
  const model = useModel();
  const clock = useAppState(({ page }) => page?.clock);
  if (clock === undefined) return null;
  return (
    <fieldset class="clock-bar" aria-label="Time">
      <span class="clock-time">
        {clock.time} · {clock.user}
      </span>
      {MOVES.filter(({ move }) => move !== 'leave' || !clock.hasOwnerLeft).map(({ move, words, title }) => (
        <button key={move} type="button" title={title} onClick={() => model.attempt(model.server.moveClock(move))}>
          {words}
        </button>
      ))}
    </fieldset>
  );
}
