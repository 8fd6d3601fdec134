/** Which row of a tab names the columns. */
import type { TabSettings } from '../../../core/settings/tab-settings.ts';
import type { EditSettings } from '../../model/mapping/settings-draft.ts';
import { withHeaderRow } from '../../model/mapping/settings-draft.ts';

/** A number input; empty means that the row is found. */
export function HeaderRowField({ draft, onEdit }: { readonly draft: TabSettings; readonly onEdit: EditSettings }) {
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
