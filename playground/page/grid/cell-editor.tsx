/** The input inside the cell that is being typed into. */
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { columnLetters } from '../model/a1.ts';
import { activeTab } from '../model/app-state.ts';
import { useModel } from '../views/use-model.ts';
import { focusGrid } from './focus-grid.ts';

/** Draws the input. Enter and Tab save and move on, Escape gives up. */
export function CellEditor({ text }: { readonly text: string }) {
  const { grid } = useModel();
  const choices = useChoices();
  const input = useRef<HTMLInputElement>(null);
  // Before the browser goes on: the next key of fast typing must find the input focused.
  useLayoutEffect(() => {
    input.current?.focus();
    input.current?.setSelectionRange(text.length, text.length);
    // Only when the editor opens; later the cursor is the person's.
  }, []);

  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation();
    const finish = finishOf(event);
    if (finish !== undefined) {
      event.preventDefault();
      if (finish === 'cancel') {
        grid.cancelEdit();
      } else {
        grid.commitEdit(finish.rowStep, finish.columnStep);
      }
      focusGrid();
    }
  };

  return (
    <>
      <input
        class="cell-editor"
        list={CHOICES_ID}
        aria-label="Edit cell"
        spellcheck={false}
        ref={input}
        value={text}
        onInput={(event) => grid.changeEdit(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        onBlur={() => grid.commitEdit(0, 0)}
      />
      <datalist id={CHOICES_ID}>
        {choices.map((choice) => (
          <option key={choice} value={choice} />
        ))}
      </datalist>
    </>
  );
}

const CHOICES_ID = 'cell-choices';

/** What the list of the active cell offers, once the server has told. */
function useChoices(): readonly string[] {
  const { store, server } = useModel();
  const [choices, setChoices] = useState<readonly string[]>([]);
  useEffect(() => {
    const state = store.get();
    const tab = activeTab(state);
    const { rowIndex, columnIndex } = state.selection.active;
    if (tab !== undefined) {
      // Without the list any value can still be typed, and the sheet says which ones it takes.
      server.choices(tab.name, `${columnLetters(columnIndex)}${rowIndex + 1}`).then(setChoices, () => {});
    }
  }, []);
  return choices;
}

function finishOf({ key, shiftKey }: KeyboardEvent): { rowStep: number; columnStep: number } | 'cancel' | undefined {
  switch (key) {
    case 'Enter':
      return { rowStep: shiftKey ? -1 : 1, columnStep: 0 };
    case 'Tab':
      return { rowStep: 0, columnStep: shiftKey ? -1 : 1 };
    case 'Escape':
      return 'cancel';
    default:
      return undefined;
  }
}
