/** Creates that had no clear answer: each waits for a look-up to find it, or for a person's word. */
import { ActionButton } from '../../parts/action-button.tsx';
import type { ViewProps } from '../view-props.ts';

/** The creates, the oldest first; nothing where there are none. */
export function OpenCreatesSection({ state, verbs }: ViewProps) {
  const creates = state.runs.view?.openCreates ?? [];
  if (creates.length === 0) return null;
  return (
    <section class="form" aria-labelledby="open-creates-heading">
      <h2 id="open-creates-heading">Created, or not?</h2>
      <p class="quiet">
        The request to create these listings had no clear answer. The next run looks them up, and creates none of them
        again by itself. If you have looked on the platform and one is not there, say so.
      </p>
      <ul>
        {creates.map(({ mlsNumber, at }) => (
          <li key={mlsNumber} class="cause">
            <p class="spread">
              <strong>MLS number {mlsNumber}</strong>
              <span class="quiet">{at}</span>
            </p>
            <ActionButton
              label={`${mlsNumber} is not there: the next run may create it`}
              onPress={() => void verbs.settleCreate({ mlsNumber })}
            >
              It is not there
            </ActionButton>
          </li>
        ))}
      </ul>
    </section>
  );
}
