/** What needs a person, whatever view is open: derived from the state, so that it goes when its reason does. */
import type { SidebarState, ViewName } from '../sidebar-state.ts';
import { connectionNotices } from './connection-notices.ts';
import { runNotices } from './run-notices.ts';
import { scheduleNotices } from './schedule-notices.ts';
import type { NoticeSource, StripNotice } from './strip-notice.ts';
import { versionNotices } from './version-notices.ts';
import { webhookNotices } from './webhook-notices.ts';

/** Every subject that may need a person, the most urgent first. A new subject adds its source here. */
const NOTICE_SOURCES: readonly NoticeSource[] = [
  versionNotices,
  connectionNotices,
  scheduleNotices,
  webhookNotices,
  runNotices,
];

/** The notices above a view; none when nothing needs a person. */
export function stripNotices(state: SidebarState, shown: ViewName): readonly StripNotice[] {
  return NOTICE_SOURCES.flatMap((source) => source(state)).filter(({ view }) => view !== shown);
}
