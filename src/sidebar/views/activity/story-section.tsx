/** What was ever sent for the selected row, and what came back. */
import { ActionButton } from '../../parts/action-button.tsx';
import { FailureNotice } from '../../parts/failure-notice.tsx';
import type { ViewProps } from '../view-props.ts';

/** The button, and the story that was asked for last. */
export function StorySection({ state, verbs }: ViewProps) {
  const story = state.story.row;
  return (
    <section class="problems" aria-labelledby="story-heading">
      <h2 id="story-heading">One row’s story</h2>
      <p class="quiet">Select a row to see what was sent for it, when and by whom, and what came back.</p>
      {story.kind === 'reading' && <p role="status">Reading…</p>}
      {story.kind === 'failed' && <FailureNotice failure={story.failure} />}
      {story.kind === 'shown' && (
        <div role="status">
          <p>
            <strong>{story.view.label}</strong>
          </p>
          {story.view.now !== '' && <p>Now: {story.view.now}</p>}
          <ul>
            {story.view.entries.map(({ at, who, outcome, changes }) => (
              <li key={`${at} ${outcome}`} class="cause">
                <p class="spread">
                  <strong>{outcome}</strong>
                  <span class="quiet">{at}</span>
                </p>
                {who !== '' && <p class="quiet">by {who}</p>}
                {changes.map((change) => (
                  <p key={change}>{change}</p>
                ))}
              </li>
            ))}
          </ul>
          {story.view.entries.length === 0 && <p class="quiet">Nothing was sent for it from this file.</p>}
        </div>
      )}
      <ActionButton onPress={() => void verbs.readStory()}>Show the selected row’s story</ActionButton>
    </section>
  );
}
