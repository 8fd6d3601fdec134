/** How a tab is read and what is done with rows that do not fit; folded away until needed. */
import type { MappingView } from '../../../core/contract/mapping-view.ts';
import type { MissingPolicy } from '../../../core/listing/policies.ts';
import type { TabSettings } from '../../../core/settings/tab-settings.ts';
import { withEmptyPolicy } from '../../model/mapping/empty-policy.ts';
import type { EditSettings } from '../../model/mapping/settings-draft.ts';
import { BelievedDaysField } from './believed-days-field.tsx';
import { type ChoiceWords, SelectField } from './choice-controls.tsx';
import { HeaderRowField } from './header-row-field.tsx';
import { KeyOrder } from './key-order.tsx';
import { PolicyFields } from './policy-fields.tsx';
import { TaughtWordList } from './taught-word-list.tsx';

/** What the form needs. */
export interface TabSettingsFormProps {
  readonly view: MappingView;
  readonly draft: TabSettings;
  readonly onEdit: EditSettings;
}

const MISSING_WORDS: ChoiceWords<MissingPolicy> = {
  hold: 'Hold the row (default)',
  send: 'Send what the row has',
};

/** The settings of a tab, for everybody who can edit the file. */
export function TabSettingsForm({ draft, onEdit }: Omit<TabSettingsFormProps, 'view'>) {
  return (
    <details class="tab-settings">
      <summary>Tab settings</summary>
      <HeaderRowField draft={draft} onEdit={onEdit} />
      <KeyOrder draft={draft} onEdit={onEdit} />
      <SelectField
        id="missing-policy"
        label="Rows that miss a required field"
        words={MISSING_WORDS}
        value={draft.missing}
        onChoose={(missing) => onEdit((settings) => ({ ...settings, missing }))}
      />
      <PolicyFields draft={draft} onEdit={onEdit} />
      <BelievedDaysField draft={draft} onEdit={onEdit} />
      <label class="choice">
        <input
          type="checkbox"
          checked={draft.sendsBothPrices}
          onChange={(event) => {
            const sendsBothPrices = event.currentTarget.checked;
            onEdit((settings) => ({ ...settings, sendsBothPrices }));
          }}
        />
        <span>Send rent and deposit of listings for sale too, and sale prices of rentals</span>
      </label>
      <label class="choice">
        <input
          type="checkbox"
          checked={draft.ifEmpty.ExtensionColumn?.kind === 'clear'}
          onChange={(event) => {
            const kind = event.currentTarget.checked ? 'clear' : 'leaveOut';
            onEdit((settings) => withEmptyPolicy(settings, 'ExtensionColumn', { kind }));
          }}
        />
        <span>Clear the extra information of listings that have none</span>
      </label>
      <TaughtWordList draft={draft} onEdit={onEdit} />
    </details>
  );
}
