/** The sidebar at the right, 300 pixels wide as at Google. */
import { focusGrid } from '../grid/focus-grid.ts';
import { ScriptFrameView } from './script-frame-view.tsx';
import { useAppState, useModel } from './use-model.ts';

/** Draws the add-on's sidebar while it is open. */
export function Sidebar() {
  const { scripts, attempt } = useModel();
  const frame = useAppState(({ page }) => page?.sidebar);
  if (!frame) {
    return null;
  }
  const close = (): void => {
    focusGrid();
    attempt(scripts.closeFrame('sidebar'));
  };
  return (
    <aside class="sidebar" aria-label={frame.title}>
      <div class="sidebar-head">
        <h2>{frame.title}</h2>
        <button type="button" class="icon-button" aria-label="Close sidebar" onClick={close}>
          ×
        </button>
      </div>
      <ScriptFrameView key={frame.frameId} frame={frame} onClose={close} />
    </aside>
  );
}
