/** Keeps the overview fresh while somebody can see the sidebar. */
import { startPolling } from './model/overview/polling.ts';
import { isRunBusy } from './model/run/run-state.ts';
import type { Sidebar } from './model/sidebar.ts';

const AUTOMATION_LOOK_MS = 10 * 60_000;

/**
 * Follows the spreadsheet for as long as the page lives: regularly, and at once when the person turns to the sidebar.
 * During a run it tells how far the call under way is, which answers only at its end.
 */
export function followSpreadsheet({ store, verbs }: Sidebar): void {
  const isSending = (): boolean => {
    const { run } = store.getState();
    return run.kind === 'starting' || run.kind === 'running';
  };
  const isVisible = (): boolean => document.visibilityState === 'visible';
  const polling = startPolling({
    poll: verbs.refresh,
    isWorthwhile: () => isVisible() && (isSending() || !isRunBusy(store.getState().run)),
    isRunWatched: () => isVisible() && isSending(),
    nowMs: () => performance.now(),
  });
  // What runs by itself changes seldom, and each look costs Google's day a few reads.
  void verbs.lookAround();
  setInterval(() => {
    if (document.visibilityState === 'visible') void verbs.lookAround();
  }, AUTOMATION_LOOK_MS);
  document.documentElement.addEventListener('pointerenter', polling.wake);
  window.addEventListener('focus', polling.wake);
  document.addEventListener('visibilitychange', polling.wake);
  // A moved selection or edited rows mean that somebody is at work in the grid.
  let lastRunKind = store.getState().run.kind;
  let lastOverview = store.getState().overview.value;
  store.subscribe(() => {
    const { run, automation, overview } = store.getState();
    const { value } = overview;
    const hasJustEnded = run.kind === 'ended' && lastRunKind !== 'ended';
    const hasJustBegun = run.kind === 'starting' && lastRunKind !== 'starting';
    // Noted before anything is asked, since asking changes the state and comes back here.
    lastRunKind = run.kind;
    if (hasJustEnded && automation.value?.schedules.some(({ review }) => review)) void verbs.readAutomation();
    if (hasJustBegun) polling.wake();
    else if (value !== lastOverview) polling.noteActivity();
    lastOverview = value;
  });
}
