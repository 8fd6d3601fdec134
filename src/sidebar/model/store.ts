/** A small store: one value, changed only by events through a pure reducer, and told to whoever listens. */

/** Holds a state of the sidebar and tells its listeners when it changed. */
export interface Store<State, Change> {
  readonly getState: () => State;
  readonly dispatch: (change: Change) => void;
  /** Calls the listener after every change of state; answers with the function that ends it. */
  readonly subscribe: (listener: () => void) => () => void;
}

/** A store that starts with `initial`; `reduce` answers the same object when a change changes nothing. */
export function createStore<State, Change>(
  initial: State,
  reduce: (state: State, change: Change) => State,
): Store<State, Change> {
  const listeners = new Set<() => void>();
  let current = initial;
  return {
    getState: () => current,
    dispatch: (change) => {
      const next = reduce(current, change);
      if (next === current) return;
      current = next;
      for (const listener of [...listeners]) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
