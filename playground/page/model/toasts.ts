/** Notes at the bottom right that go away by themselves. */
import type { AppState, Toast } from './app-state.ts';
import type { Store } from './store.ts';

/** Shows and removes toasts. */
export interface Toasts {
  /** Shows a note for `timeoutSeconds` (6 by default; negative: until it is dismissed). */
  show(toast: Omit<Toast, 'toastId'>, timeoutSeconds?: number): void;
  dismiss(toastId: number): void;
}

const DEFAULT_SECONDS = 6;

/** Creates the verbs over a store. */
export function createToasts(store: Store<AppState>): Toasts {
  let lastId = 0;
  const dismiss = (toastId: number): void =>
    store.set({ toasts: store.get().toasts.filter((toast) => toast.toastId !== toastId) });
  return {
    show(toast, timeoutSeconds = DEFAULT_SECONDS) {
      lastId += 1;
      const toastId = lastId;
      // The add-on's note takes the place of its last one, as in Sheets; complaints stay until they were seen.
      const kept = store.get().toasts.filter(({ tone }) => tone === 'error' || toast.tone === 'error');
      store.set({ toasts: [...kept, { ...toast, toastId }] });
      if (timeoutSeconds >= 0) {
        setTimeout(() => dismiss(toastId), timeoutSeconds * 1000);
      }
    },
    dismiss,
  };
}
