/** Redraws a component whenever the sidebar's state changes. */
import { useLayoutEffect, useState } from 'preact/hooks';
import type { SidebarState, SidebarStore } from '../model/sidebar-state.ts';

/** The current state of the store. */
export function useSidebarState(store: SidebarStore): SidebarState {
  const [state, setState] = useState(store.getState());
  useLayoutEffect(() => {
    const takeOver = (): void => setState(store.getState());
    // The state may have changed between drawing and listening.
    takeOver();
    return store.subscribe(takeOver);
  }, [store]);
  return state;
}
