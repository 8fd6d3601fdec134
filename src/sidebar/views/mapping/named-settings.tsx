/** Settings that have a name in this file: saved from one tab, used in others. */
import { useEffect, useState } from 'preact/hooks';
import type { NamedSettings } from '../../../core/settings/named-settings.ts';
import type { Answer } from '../../bridge/server-bridge.ts';
import type { MappingDraft } from '../../model/mapping/mapping-state.ts';
import { saveObstacle } from '../../model/mapping/save-obstacle.ts';
import type { SidebarVerbs } from '../../model/sidebar.ts';
import { ActionButton, Obstacle } from '../../parts/action-button.tsx';
import { FailureNotice } from '../../parts/failure-notice.tsx';

/** What it needs. */
export interface NamedSettingsProps {
  readonly mapping: MappingDraft;
  readonly verbs: SidebarVerbs;
}

/** The list with its buttons, and a name for the settings of this tab. */
export function NamedSettingsSection({ mapping, verbs }: NamedSettingsProps) {
  const [answer, setAnswer] = useState<Answer<readonly NamedSettings[]>>();
  const [known, setKnown] = useState<readonly NamedSettings[]>([]);
  const [name, setName] = useState('');
  const [used, setUsed] = useState('');
  const take = async (asked: Promise<Answer<readonly NamedSettings[]>>): Promise<void> => {
    const got = await asked;
    setAnswer(got);
    if (got.ok) setKnown(got.value);
  };
  const { readNamedSettings } = verbs;
  useEffect(() => {
    void readNamedSettings().then((read) => {
      setAnswer(read);
      if (read.ok) setKnown(read.value);
    });
  }, [readNamedSettings]);
  const use = (one: NamedSettings): void => {
    verbs.editSettings(() => one.settings);
    setUsed(one.name);
  };
  const obstacle = name.trim() === '' ? 'Type a name first.' : saveObstacle(mapping);
  return (
    <section class="form" aria-labelledby="named-settings">
      <h3 id="named-settings">Under a name</h3>
      {answer?.ok === false && <FailureNotice failure={answer.error} />}
      {known.map((one) => (
        <p key={one.name} class="spread">
          <span>{one.name}</span>
          <span class="button-row">
            <ActionButton label={`Use the settings ${one.name}`} onPress={() => use(one)}>
              Use
            </ActionButton>
            <ActionButton
              tone="quiet"
              label={`Remove the settings ${one.name}`}
              onPress={() => void take(verbs.forgetNamedSettings(one.name))}
            >
              Remove
            </ActionButton>
          </span>
        </p>
      ))}
      <p role="status">{used !== '' && `“${used}” is filled in above. Look at it, then press Save.`}</p>
      <label class="field" for="settings-name">
        <span class="field-label">Save the settings of this tab as</span>
        <input id="settings-name" maxLength={60} value={name} onInput={(event) => setName(event.currentTarget.value)} />
      </label>
      <ActionButton
        obstacleId={obstacle && 'settings-name-obstacle'}
        onPress={() => void take(verbs.nameSettings(name.trim()))}
      >
        Save under this name
      </ActionButton>
      <Obstacle id="settings-name-obstacle" reason={obstacle} />
    </section>
  );
}
