/** The sidebar: tabs at the top, what needs a person, one view below, and the dialog that asks before anything is removed. */

import { announcement } from './model/announcement.ts';
import { stripNotices } from './model/notices/notices.ts';
import { previewAnnouncement } from './model/run/preview-state.ts';
import type { Sidebar } from './model/sidebar.ts';
import { shownView, VIEW_NAMES, type ViewName } from './model/sidebar-state.ts';
import { FailureNotice } from './parts/failure-notice.tsx';
import { useSidebarState } from './parts/use-sidebar-state.ts';
import { panelId, tabId, ViewTabs } from './parts/view-tabs.tsx';
import { ActivityView } from './views/activity/activity-view.tsx';
import { AutomateView } from './views/automate/automate-view.tsx';
import { MappingPanel } from './views/mapping/mapping-panel.tsx';
import { NoticeStrip } from './views/notices/notice-strip.tsx';
import { DeleteDialog } from './views/run/delete-dialog.tsx';
import { RunView } from './views/run/run-view.tsx';
import { SettingsView } from './views/settings/settings-view.tsx';
import type { ViewProps } from './views/view-props.ts';

/** The whole sidebar. */
export function App({ sidebar }: { readonly sidebar: Sidebar }) {
  const state = useSidebarState(sidebar.store);
  const { verbs } = sidebar;
  const current = shownView(state);
  return (
    <main>
      <h1 class="visually-hidden">Listing Sync</h1>
      <ViewTabs current={current} onChoose={verbs.chooseView} />
      <div class="views">
        {state.overview.failure !== undefined && <FailureNotice failure={state.overview.failure} />}
        <NoticeStrip notices={stripNotices(state, current)} verbs={verbs} />
        {VIEW_NAMES.map((view) => (
          <div key={view} role="tabpanel" id={panelId(view)} aria-labelledby={tabId(view)} hidden={view !== current}>
            <Panel view={view} isShown={view === current} state={state} verbs={verbs} />
          </div>
        ))}
      </div>
      <p class="visually-hidden" role="status">
        {(state.run.kind === 'checked' && previewAnnouncement(state.preview)) || announcement(state.run)}
      </p>
      {state.run.kind === 'confirming' && (
        <DeleteDialog
          key={state.run.confirmation.deleteToken}
          request={state.run.request}
          confirmation={state.run.confirmation}
          onConfirm={(answer) => void verbs.confirmDeletes(answer)}
          onCancel={verbs.declineDeletes}
        />
      )}
    </main>
  );
}

/** The settings stay drawn while another view is shown, so that what was typed is not lost; the others are not. */
function Panel({ view, isShown, state, verbs }: ViewProps & { readonly view: ViewName; readonly isShown: boolean }) {
  switch (view) {
    case 'run':
      return isShown ? <RunView state={state} verbs={verbs} /> : null;
    case 'mapping':
      return isShown ? <MappingPanel state={state} verbs={verbs} /> : null;
    case 'automate':
      return isShown ? <AutomateView state={state} verbs={verbs} /> : null;
    case 'activity':
      return isShown ? <ActivityView state={state} verbs={verbs} /> : null;
    case 'settings':
      return <SettingsView state={state} verbs={verbs} />;
    default:
      return view satisfies never;
  }
}
