/** Settings that have a name in this file: saved from one tab, used in others. */
import { useEffect, useState } from 'preact/hooks';
import type { NamedSettings } from '../../../core/settings/named-settings.ts';
import type { Answer } from '../../bridge/server-bridge.ts';
import type { SidebarVerbs } from '../../model/sidebar.ts';
import { ActionButton } from '../../parts/action-button.tsx';
import { FailureNotice } from '../../parts/failure-notice.tsx';
import { FILLED_IN } from './import-settings.tsx';

/** The list with its buttons, and a name for the settings of this tab. */
export function NamedSettingsSection({ verbs }: { readonly verbs: SidebarVerbs }) {
  const [answer, setAnswer] = useState<Answer<readonly NamedSettings[]>>();
  const [name, setName] = useState('');
  const [isUsed, setUsed] = useState(false);
  const { readNamedSettings } = verbs;
  useEffect(() => void readNamedSettings().then(setAnswer), [readNamedSettings]);
  const use = ({ settings }: NamedSettings): void => {
    verbs.editSettings(() => settings);
    setUsed(true);
  };
  return (
    <section class="form" aria-labelledby="named-settings">
      <h3 id="named-settings">Saved settings</h3>
      {answer?.ok === false && <FailureNotice failure={answer.error} />}
      {answer?.ok === true &&
        answer.value.map((one) => (
          <div key={one.name} class="button-row">
            <ActionButton label={`Use the settings ${one.name}`} onPress={() => use(one)}>
              {one.name}
            </ActionButton>
            <ActionButton
              tone="quiet"
              label={`Remove the settings ${one.name}`}
              onPress={() => void verbs.forgetNamedSettings(one.name).then(setAnswer)}
            >
              Remove
            </ActionButton>
          </div>
        ))}
      <p role="status">{isUsed && FILLED_IN}</p>
      <label class="field" for="settings-name">
        <span class="field-label">Name for these settings</span>
        <input id="settings-name" value={name} onInput={(event) => setName(event.currentTarget.value)} />
      </label>
      <ActionButton onPress={() => void verbs.nameSettings(name).then(setAnswer)}>Save the name</ActionButton>
    </section>
  );
}
