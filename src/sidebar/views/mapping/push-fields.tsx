/** What of a chatbot row is sent: its columns, and how their cells are read. */
import { choosableColumns, isInternal, isPushed, withPushed } from '../../model/mapping/settings-draft.ts';
import { HeaderChecklist } from './header-checklist.tsx';
import type { TabSettingsFormProps } from './tab-settings-form.tsx';

/** The columns to tick, and whether numbers and dates go as they look. */
export function PushFields({ view, draft, onEdit }: TabSettingsFormProps) {
  return (
    <>
      <HeaderChecklist
        legend="Columns sent when rows are pushed"
        empty="This tab has no columns."
        headers={choosableColumns(view).map(({ header }) => header)}
        noteOf={(header) => (isInternal(view, header) ? '(internal by its name)' : undefined)}
        isTicked={(header) => isPushed(view, draft, header)}
        onTick={(header, isTicked) => onEdit((settings) => withPushed(view, settings, header, isTicked))}
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
    </>
  );
}
