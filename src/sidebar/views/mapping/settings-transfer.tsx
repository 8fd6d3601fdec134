/** Taking a tab's settings along: to another tab, into a file, and back from one. */

import { useState } from 'preact/hooks';
import { formatSettingsFile, settingsFileName } from '../../../core/contract/settings-file.ts';
import type { MappingDraft } from '../../model/mapping/mapping-state.ts';
import type { SidebarVerbs } from '../../model/sidebar.ts';
import { CopyField } from '../../parts/copy-field.tsx';
import { CopyToTab } from './copy-to-tab.tsx';
import { ImportSettings } from './import-settings.tsx';
import { NamedSettingsSection } from './named-settings.tsx';

/** What each part needs. */
export interface SettingsTransferProps {
  readonly mapping: MappingDraft;
  readonly verbs: SidebarVerbs;
}

/** Copy, export and import; folded away until needed. */
export function SettingsTransfer({ mapping, verbs }: SettingsTransferProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details class="tab-settings" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>Copy, name, export or import these settings</summary>
      <CopyToTab mapping={mapping} verbs={verbs} />
      {isOpen && <NamedSettingsSection verbs={verbs} />}
      <ExportSettings mapping={mapping} />
      <ImportSettings mapping={mapping} verbs={verbs} />
    </details>
  );
}

function ExportSettings({ mapping: { view, draft } }: Pick<SettingsTransferProps, 'mapping'>) {
  const text = formatSettingsFile(draft);
  return (
    <section class="form" aria-labelledby="export-settings">
      <h3 id="export-settings">Export</h3>
      <CopyField id="exported-settings" label="Settings as text" text={text} copyWords="Copy the text" />
      <a
        class="button button-plain button-link"
        download={settingsFileName(view.tabName)}
        // The page's base would open the link in the window around the sidebar.
        target="_self"
        href={`data:application/json;charset=utf-8,${encodeURIComponent(text)}`}
      >
        Download as a file
      </a>
    </section>
  );
}
