/** For how many days a row whose content was confirmed is not sent again. */
import { believedDaysOf, MOST_BELIEVED_DAYS, USUAL_BELIEVED_DAYS } from '../../../core/contract/shared-rules.ts';
import type { TabSettings } from '../../../core/settings/tab-settings.ts';
import type { EditSettings } from '../../model/mapping/settings-draft.ts';

/** A number input; what cannot be chosen becomes the nearest that can when it is left. */
export function BelievedDaysField({ draft, onEdit }: { readonly draft: TabSettings; readonly onEdit: EditSettings }) {
  return (
    <>
      <label class="field" for="believed-days">
        <span class="field-label">Unchanged rows are sent again after … days</span>
        <input
          id="believed-days"
          type="number"
          min={1}
          max={MOST_BELIEVED_DAYS}
          step={1}
          aria-describedby="believed-days-help"
          value={draft.believedDays}
          onChange={(event) => {
            const believedDays = believedDaysOf(event.currentTarget.value);
            // Where the draft stays as it is nothing is drawn anew.
            event.currentTarget.value = String(believedDays);
            onEdit((settings) => ({ ...settings, believedDays }));
          }}
        />
      </label>
      <p class="quiet" id="believed-days-help">
        From 1 to {MOST_BELIEVED_DAYS}; {USUAL_BELIEVED_DAYS} where nobody says otherwise. The fewer, the sooner a sync
        puts right what somebody changed on the platform’s own screen, and the more it sends.
      </p>
    </>
  );
}
