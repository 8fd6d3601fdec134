/** The words a team has taught this tab, each with a button that forgets it. */
import { useRef } from 'preact/hooks';
import type { TabSettings } from '../../../core/settings/tab-settings.ts';
import type { EditSettings } from '../../model/mapping/settings-draft.ts';
import { taughtWordList, withoutTaughtWord } from '../../model/mapping/taught-words.ts';
import { meaningWords, vocabularyWords } from '../../model/mapping/vocabulary-words.ts';
import { ActionButton } from '../../parts/action-button.tsx';

/** The list; words are taught where a check meets them. */
export function TaughtWordList({ draft, onEdit }: { readonly draft: TabSettings; readonly onEdit: EditSettings }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const words = taughtWordList(draft);
  return (
    <section class="form" aria-labelledby="taught-words">
      <h3 id="taught-words" ref={heading} tabIndex={-1}>
        Taught words
      </h3>
      {words.length === 0 && <p class="quiet">None yet. When a check meets a word it does not know, teach it there.</p>}
      <ul>
        {words.map((taught) => (
          <li key={`${taught.vocabulary} ${taught.word}`} class="spread">
            <span>
              “{taught.word}” means {meaningWords(taught.vocabulary, taught.meaning)}
              <span class="quiet"> · {vocabularyWords(taught.vocabulary)}</span>
            </span>
            <ActionButton
              tone="quiet"
              label={`Remove “${taught.word}”`}
              onPress={() => {
                onEdit((settings) => withoutTaughtWord(settings, taught));
                // The button goes away with its word.
                heading.current?.focus();
              }}
            >
              Remove
            </ActionButton>
          </li>
        ))}
      </ul>
    </section>
  );
}
