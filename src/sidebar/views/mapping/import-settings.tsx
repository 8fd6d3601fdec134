/** Reads exported settings back in, as unsaved changes that can be looked at first. */
import { useState } from 'preact/hooks';
import type { TabSettings } from '../../../core/settings/tab-settings.ts';
import type { Answer } from '../../bridge/server-bridge.ts';
import type { MappingDraft } from '../../model/mapping/mapping-state.ts';
import { isSameSettings } from '../../model/mapping/settings-draft.ts';
import type { SidebarVerbs } from '../../model/sidebar.ts';
import { ActionButton } from '../../parts/action-button.tsx';

/** What it needs. */
export interface ImportSettingsProps {
  readonly mapping: MappingDraft;
  readonly verbs: SidebarVerbs;
}

type ImportOutcome =
  | { readonly kind: 'none' }
  | { readonly kind: 'taken'; readonly words: string }
  | { readonly kind: 'refused'; readonly words: string };

/** What to do with settings that were taken into the draft. */
export const FILLED_IN = 'The settings are filled in above. Look at them, then press Save.';
const SAME = 'These are the settings this tab has already.';

/** A text box and a file chooser; what cannot be used is refused with a sentence and nothing changes. */
export function ImportSettings({ mapping, verbs }: ImportSettingsProps) {
  const [text, setText] = useState('');
  const [outcome, setOutcome] = useState<ImportOutcome>({ kind: 'none' });
  const take = async (candidate: string): Promise<void> => {
    setText(candidate);
    setOutcome({ kind: 'none' });
    setOutcome(outcomeOf(await verbs.importSettings(candidate), mapping.draft));
  };
  return (
    <section class="form" aria-labelledby="import-settings">
      <h3 id="import-settings">Import</h3>
      <FileChoice onRead={take} />
      <label class="field" for="imported-settings">
        <span class="field-label">Or paste exported text</span>
        <textarea
          id="imported-settings"
          class="code"
          rows={4}
          spellcheck={false}
          value={text}
          aria-invalid={outcome.kind === 'refused'}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </label>
      <ActionButton onPress={() => void take(text)}>Use these settings</ActionButton>
      <p role="status">{outcome.kind === 'taken' && outcome.words}</p>
      {outcome.kind === 'refused' && (
        <p class="notice notice-problem" role="alert">
          {outcome.words}
        </p>
      )}
    </section>
  );
}

function FileChoice({ onRead }: { readonly onRead: (text: string) => Promise<void> }) {
  return (
    <label class="field" for="settings-file">
      <span class="field-label">Exported file</span>
      <input
        id="settings-file"
        type="file"
        accept=".json,application/json"
        onChange={async (event) => {
          const input = event.currentTarget;
          const [file] = input.files ?? [];
          if (file === undefined) return;
          void onRead(await file.text());
          // The same file, corrected, can be chosen again.
          input.value = '';
        }}
      />
    </label>
  );
}

function outcomeOf(read: Answer<TabSettings>, draft: TabSettings): ImportOutcome {
  if (!read.ok) return { kind: 'refused', words: read.error.message };
  return { kind: 'taken', words: isSameSettings(read.value, draft) ? SAME : FILLED_IN };
}
