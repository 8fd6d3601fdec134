/** The row of tabs at the top of the sidebar. */
import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { VIEW_NAMES, type ViewName } from '../model/sidebar-state.ts';
import { GearIcon } from './gear-icon.tsx';

const VIEW_LABELS: { readonly [Name in ViewName]: ComponentChildren } = {
  run: 'Run',
  mapping: 'Mapping',
  automate: 'Automate',
  activity: 'Activity',
  settings: <GearIcon label="Settings" />,
};

/**
 * Tabs as the ARIA practices describe them: one stop for the Tab key, arrow keys, Home and End in between.
 *
 * @see https://www.w3.org/WAI/ARIA/apg/patterns/tabs/ (read 2026-11-21).
 */
export function ViewTabs(props: { readonly current: ViewName; readonly onChoose: (view: ViewName) => void }) {
  const { current, onChoose } = props;
  const list = useRef<HTMLDivElement>(null);
  const choose = (event: KeyboardEvent): void => {
    const view = viewAfterKey(current, event.key);
    if (view === undefined) return;
    event.preventDefault();
    onChoose(view);
    list.current?.querySelector<HTMLElement>(`#${tabId(view)}`)?.focus();
  };
  return (
    <div class="tabs" role="tablist" aria-label="Views" ref={list} onKeyDown={choose}>
      {VIEW_NAMES.map((view) => (
        <button
          key={view}
          type="button"
          role="tab"
          id={tabId(view)}
          aria-selected={view === current}
          aria-controls={panelId(view)}
          tabIndex={view === current ? 0 : -1}
          onClick={() => onChoose(view)}
        >
          {VIEW_LABELS[view]}
        </button>
      ))}
    </div>
  );
}

/** The id of a view's tab. */
export function tabId(view: ViewName): string {
  return `tab-${view}`;
}

/** The id of a view's panel. */
export function panelId(view: ViewName): string {
  return `panel-${view}`;
}

/** Opens a view from another one. What was pressed goes with its own view, so the keyboard is led to the tab of the new one. */
export function openView(verbs: { readonly chooseView: (view: ViewName) => void }, view: ViewName): void {
  verbs.chooseView(view);
  document.getElementById(tabId(view))?.focus();
}

function viewAfterKey(current: ViewName, key: string): ViewName | undefined {
  const currentIndex = VIEW_NAMES.indexOf(current);
  switch (key) {
    case 'ArrowRight':
      return VIEW_NAMES[(currentIndex + 1) % VIEW_NAMES.length];
    case 'ArrowLeft':
      return VIEW_NAMES[(currentIndex + VIEW_NAMES.length - 1) % VIEW_NAMES.length];
    case 'Home':
      return VIEW_NAMES[0];
    case 'End':
      return VIEW_NAMES[VIEW_NAMES.length - 1];
    default:
      return undefined;
  }
}
