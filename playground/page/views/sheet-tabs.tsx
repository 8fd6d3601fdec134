/** The tabs of the spreadsheet, at the bottom. */
import { addTab } from './menu-entries.ts';
import { useAppState, useModel } from './use-model.ts';

/** Draws the tabs; a double click renames one. */
export function SheetTabs() {
  const model = useModel();
  const snapshot = useAppState(({ page }) => page?.snapshot);
  const rename = (name: string): void => {
    const newName = window.prompt('Rename sheet', name)?.trim();
    if (newName && newName !== name) {
      model.grid.act(() => ({ verb: 'renameTab', args: [name, newName] }));
    }
  };
  return (
    <nav class="sheet-tabs" aria-label="Sheets">
      <button type="button" class="icon-button" aria-label="Add sheet" onClick={() => addTab(model)}>
        +
      </button>
      {snapshot?.tabs.map(({ tabId, name }) => (
        <button
          key={tabId}
          type="button"
          class="sheet-tab"
          aria-current={tabId === snapshot.activeTabId ? 'true' : undefined}
          onClick={() => model.grid.act(() => ({ verb: 'activateTab', args: [name] }))}
          onDblClick={() => rename(name)}
        >
          {name}
        </button>
      ))}
    </nav>
  );
}
