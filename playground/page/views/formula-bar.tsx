/** The name box and the formula bar. */
import { useEffect, useState } from 'preact/hooks';
import { focusGrid } from '../grid/focus-grid.ts';
import { formatRange } from '../model/a1.ts';
import { type AppState, activeTab } from '../model/app-state.ts';
import { cellAt } from '../model/tab-layout.ts';
import { useAppState, useModel } from './use-model.ts';

/** Draws the bar: where the cursor is, and what the cell holds. */
export function FormulaBar() {
  return (
    <div class="formula-bar">
      <NameBox />
      <span class="formula-sign" aria-hidden="true">
        fx
      </span>
      <FormulaInput />
    </div>
  );
}

function NameBox() {
  const { grid } = useModel();
  const name = useAppState(currentRangeName);
  const [text, setText] = useState(name);
  useEffect(() => setText(name), [name]);
  return (
    <form
      class="name-box"
      onSubmit={(event) => {
        event.preventDefault();
        if (grid.goTo(text)) {
          focusGrid();
        } else {
          setText(name);
        }
      }}
    >
      <input
        aria-label="Name box"
        spellcheck={false}
        value={text}
        onFocus={(event) => event.currentTarget.select()}
        onInput={(event) => setText(event.currentTarget.value)}
        onBlur={() => setText(name)}
      />
    </form>
  );
}

function FormulaInput() {
  const { grid } = useModel();
  const content = useAppState(activeInput);
  const editing = useAppState((state) => state.editing);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' || event.key === 'Escape') {
      event.preventDefault();
      if (event.key === 'Enter') {
        grid.commitEdit(1, 0);
      } else {
        grid.cancelEdit();
      }
      focusGrid();
    }
  };
  return (
    <input
      class="formula-input"
      aria-label="Formula bar"
      spellcheck={false}
      value={editing?.text ?? content}
      onFocus={() => grid.startEditing('formulaBar')}
      onInput={(event) => grid.changeEdit(event.currentTarget.value)}
      onKeyDown={onKeyDown}
      onBlur={() => grid.commitEdit(0, 0)}
    />
  );
}

function currentRangeName(state: AppState): string {
  const tab = activeTab(state);
  const range = state.selection.ranges.at(-1);
  return tab && range ? formatRange(range, tab) : '';
}

function activeInput(state: AppState): string {
  const tab = activeTab(state);
  const { rowIndex, columnIndex } = state.selection.active;
  return (tab && cellAt(tab, rowIndex, columnIndex)?.input) ?? '';
}
