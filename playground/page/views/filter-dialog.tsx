/** Chooses which values of a column stay on screen, as the funnel of Sheets does. */
import { useState } from 'preact/hooks';
import type { TabSnapshot } from '../../apps-script/emulator.ts';
import { columnLetters } from '../model/a1.ts';
import { activeTab } from '../model/app-state.ts';
import { cellAt } from '../model/tab-layout.ts';
import { Modal } from './modal.tsx';
import { useAppState, useModel } from './use-model.ts';

/** Draws the choice for a column of the tab on screen. */
export function FilterDialog({ columnIndex }: { readonly columnIndex: number }) {
  const model = useModel();
  const tab = useAppState(activeTab);
  const texts = tab ? textsOf(tab, columnIndex) : [];
  const [dropped, setDropped] = useState<ReadonlySet<string>>(new Set());
  const close = (): void => model.store.set({ filterColumn: undefined });

  const toggle = (text: string): void => {
    const next = new Set(dropped);
    if (!next.delete(text)) {
      next.add(text);
    }
    setDropped(next);
  };
  const apply = (): void => {
    const kept = texts.filter((text) => !dropped.has(text));
    model.grid.act(({ name }) => ({ verb: 'filter', args: [name, { columnNumber: columnIndex + 1, texts: kept }] }));
    close();
  };

  return (
    <Modal title={`Filter column ${columnLetters(columnIndex)} by values`} class="filter-dialog" onClose={close}>
      <div class="filter-shortcuts">
        <button type="button" class="link-button" onClick={() => setDropped(new Set())}>
          Select all {texts.length}
        </button>
        <button type="button" class="link-button" onClick={() => setDropped(new Set(texts))}>
          Clear
        </button>
      </div>
      <ul class="filter-values">
        {texts.map((text) => (
          <li key={text}>
            <label>
              <input type="checkbox" checked={!dropped.has(text)} onChange={() => toggle(text)} />
              {text === '' ? '(Blanks)' : text}
            </label>
          </li>
        ))}
      </ul>
      <div class="dialog-buttons">
        <button type="button" class="button primary" disabled={dropped.size >= texts.length} onClick={apply}>
          OK
        </button>
        <button type="button" class="button" onClick={close}>
          Cancel
        </button>
      </div>
    </Modal>
  );
}

/** The different texts of a column below its header, in order. */
function textsOf(tab: TabSnapshot, columnIndex: number): readonly string[] {
  const firstRow = Math.max(tab.frozenRows, 1);
  const rows = tab.cells.slice(firstRow).map((_, offset) => cellAt(tab, firstRow + offset, columnIndex)?.text ?? '');
  return [...new Set(rows)].sort((a, b) => a.localeCompare(b, undefined, { numeric: true }));
}
