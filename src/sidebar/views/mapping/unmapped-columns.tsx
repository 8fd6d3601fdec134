/** The columns that feed no field, and which of them are sent as extra information all the same. */
import type { MappingView } from '../../../core/contract/mapping-view.ts';
import type { TabSettings } from '../../../core/settings/tab-settings.ts';
import { count } from '../../../core/words/counts.ts';
import type { EditSettings } from '../../model/mapping/settings-draft.ts';
import { isHeaderListed, unmappedHeaders, withHeaderListed } from '../../model/mapping/settings-draft.ts';
import { HeaderChecklist } from './header-checklist.tsx';

/** What the list needs. */
export interface UnmappedColumnsProps {
  readonly view: MappingView;
  readonly draft: TabSettings;
  readonly onEdit: EditSettings;
}

/** A tick box per column, with the reason where a column was kept from a field on purpose. */
export function UnmappedColumns({ view, draft, onEdit }: UnmappedColumnsProps) {
  const headers = unmappedHeaders(view, draft);
  return (
    <details>
      <summary>{count(headers.length, 'column')} without a field</summary>
      <HeaderChecklist
        legend="Extra information sent with listings"
        empty="Every column feeds a field."
        headers={headers}
        noteOf={(header) => view.leftOut.find((column) => column.header === header)?.reason}
        isTicked={(header) => isHeaderListed(view, draft, 'extraHeaders', header)}
        onTick={(header, isTicked) =>
          onEdit((settings) => withHeaderListed(view, settings, 'extraHeaders', header, isTicked))
        }
      />
    </details>
  );
}
