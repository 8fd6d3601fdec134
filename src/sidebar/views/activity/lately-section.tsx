/** What arrived lately: each time messages were taken in, or could not be. */
import type { ViewProps } from '../view-props.ts';

/** The times, newest first; nothing where nothing has arrived yet. */
export function LatelySection({ state }: ViewProps) {
  const lately = state.events.view?.lately ?? [];
  if (lately.length === 0) return null;
  return (
    <section class="problems" aria-labelledby="lately-heading">
      <h2 id="lately-heading">What arrived lately</h2>
      <ul>
        {lately.map(({ at, door, outcome, isProblem }) => (
          <li key={`${at} ${door}`} class="cause">
            <p class="spread">
              <strong>{door}</strong>
              <span class="quiet">{at}</span>
            </p>
            <p class={isProblem ? 'notice notice-pending' : undefined}>{outcome}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
