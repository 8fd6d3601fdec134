/** A value that changes, and those who watch it. */

/** Holds an immutable value. */
export interface Store<T> {
  get(): T;
  /** Replaces some members; watchers are told once per call. */
  set(patch: Partial<T>): void;
  /** Calls back after each change; returns the way to stop. */
  watch(watcher: () => void): () => void;
}

/** Creates a store that holds `initial`. */
export function createStore<T extends object>(initial: T): Store<T> {
  let value = initial;
  const watchers = new Set<() => void>();
  return {
    get: () => value,
    set(patch) {
      value = { ...value, ...patch };
      for (const watcher of watchers) {
        watcher();
      }
    },
    watch(watcher) {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
  };
}
