/** People in the settings: who may delete, and who has what here. */
import { useState } from 'preact/hooks';
import { teamLately } from '../../model/settings/team-lately.ts';
import { ActionButton } from '../../parts/action-button.tsx';
import { FailureNotice } from '../../parts/failure-notice.tsx';
import type { ViewProps } from '../view-props.ts';

/** Who may delete, and the team in words. */
export function PeopleSection({ state, verbs }: ViewProps) {
  const { value, failure } = state.automation;
  const [typed, setTyped] = useState<string>();
  if (value === undefined) return null;
  const saved = value.mayDelete.join('\n');
  const text = typed ?? saved;
  const save = async (): Promise<void> => {
    const emails = text.split(/[\s,;]+/).filter((email) => email !== '');
    if (await verbs.saveMayDelete(emails)) setTyped(undefined);
  };
  return (
    <section class="form" aria-label="People">
      <h2>People</h2>
      {[...value.team, ...teamLately(state.runs.view?.runs ?? [])].map((line) => (
        <p key={line}>{line}</p>
      ))}
      {failure !== undefined && typed !== undefined && <FailureNotice failure={failure} />}
      <label class="field" for="may-delete">
        <span class="field-label">Who may delete, one address a line</span>
        <textarea id="may-delete" rows={3} value={text} onInput={(event) => setTyped(event.currentTarget.value)} />
      </label>
      <p class="quiet">
        Blank: everybody who can edit. In a script that is bound to the file this is a guard-rail, since its editors can
        change the script.
      </p>
      {typed !== undefined && typed !== saved && (
        <div class="button-row">
          <ActionButton tone="main" onPress={() => void save()}>
            Save
          </ActionButton>
          <ActionButton onPress={() => setTyped(undefined)}>Cancel</ActionButton>
        </div>
      )}
    </section>
  );
}
