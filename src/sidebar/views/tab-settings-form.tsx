/** How a tab is read and what is done with rows that do not fit; folded away until needed. */
import type { MappingView, MissingPolicy, StatusPolicy, TabSettings } from '../../core/protocol.ts';
import { choosableColumns, unmappedHeaders, withHeaderListed, withHeaderRow } from '../model/settings-draft.ts';
import { type ChoiceWords, SelectField } from './choice-controls.tsx';
import type { EditSettings } from './field-groups.tsx';
import { HeaderChecklist } from './header-checklist.tsx';
import { KeyOrder } from './key-order.tsx';

/** What the form needs. */
export interface TabSettingsFormProps {
  readonly view: MappingView;
  readonly draft: TabSettings;
  readonly onEdit: EditSettings;
}

const MISSING_WORDS: ChoiceWords<MissingPolicy> = {
  hold: 'Hold the row and say what is missing',
  send: 'Send what the row has',
};

const PENDING_WORDS: ChoiceWords<StatusPolicy> = {
  skip: 'Leave them out',
  active: 'Send them as active',
  delete: 'Delete them from the chatbot',
};

/** The settings of a tab, for everybody who can edit the file. */
export function TabSettingsForm({ view, draft, onEdit }: TabSettingsFormProps) {
  return (
    <details class="tab-settings">
      <summary>Tab settings</summary>
      <HeaderRow draft={draft} onEdit={onEdit} />
      <KeyOrder draft={draft} onEdit={onEdit} />
      <SelectField
        id="missing-policy"
        label="Rows that miss a required field"
        words={MISSING_WORDS}
        value={draft.missing}
        onChoose={(missing) => onEdit((settings) => ({ ...settings, missing }))}
      />
      <SelectField
        id="pending-policy"
        label="Pending and contingent listings"
        words={PENDING_WORDS}
        value={draft.pending}
        onChoose={(pending) => onEdit((settings) => ({ ...settings, pending }))}
      />
      <HeaderChecklist
        legend="Extra information sent with listings"
        empty="Every column feeds a field."
        headers={unmappedHeaders(view, draft)}
        isTicked={(header) => draft.extraHeaders.includes(header)}
        onTick={(header, isTicked) =>
          onEdit((settings) => withHeaderListed(settings, 'extraHeaders', header, isTicked))
        }
      />
      <HeaderChecklist
        legend="Columns sent when rows are pushed"
        empty="This tab has no columns."
        headers={choosableColumns(view).map(({ header }) => header)}
        isTicked={(header) => !draft.excludedHeaders.includes(header)}
        onTick={(header, isTicked) =>
          onEdit((settings) => withHeaderListed(settings, 'excludedHeaders', header, !isTicked))
        }
      />
      <label class="choice">
        <input
          type="checkbox"
          checked={draft.sendsShownText}
          onChange={(event) => {
            const sendsShownText = event.currentTarget.checked;
            onEdit((settings) => ({ ...settings, sendsShownText }));
          }}
        />
        <span>Push cells as the text they show, instead of numbers and dates</span>
      </label>
    </details>
  );
}

function HeaderRow({ draft, onEdit }: Omit<TabSettingsFormProps, 'view'>) {
  const take = (text: string): void => {
    const number = Number.parseInt(text, 10);
    onEdit((settings) => withHeaderRow(settings, number >= 1 ? number : undefined));
  };
  return (
    <>
      <label class="field" for="header-row">
        <span class="field-label">Header row</span>
        <input
          id="header-row"
          type="number"
          min={1}
          step={1}
          placeholder="Found automatically"
          value={draft.headerRowNumber ?? ''}
          onInput={(event) => take(event.currentTarget.value)}
        />
      </label>
      <p class="quiet">Leave it empty to have the row found.</p>
    </>
  );
}
