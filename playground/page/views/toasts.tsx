/** Notes at the bottom right. */
import { focusGrid } from '../grid/focus-grid.ts';
import { useAppState, useModel } from './use-model.ts';

/** Draws the notes that are on screen; screen readers hear them as they come. */
export function Toasts() {
  const { scripts } = useModel();
  const toasts = useAppState((state) => state.toasts);
  return (
    <div class="toasts" role="log" aria-label="Messages">
      {toasts.map(({ toastId, title, message, tone }) => (
        <div key={toastId} class={`toast ${tone}`}>
          <div>
            {title !== '' && <strong>{title}</strong>}
            <p>{message}</p>
          </div>
          <button
            type="button"
            class="icon-button"
            aria-label="Dismiss message"
            onClick={() => {
              scripts.dismissToast(toastId);
              focusGrid();
            }}
          >
            ×
          </button>
        </div>
      ))}
    </div>
  );
}
