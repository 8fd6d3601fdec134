/** What every view gets. */
import type { SidebarVerbs } from '../model/sidebar.ts';
import type { SidebarState } from '../model/sidebar-state.ts';

/** The state to read and the verbs to call. */
export interface ViewProps {
  readonly state: SidebarState;
  readonly verbs: SidebarVerbs;
}
