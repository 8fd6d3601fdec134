/** The input inside the cell that is being typed into. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import { useModel } from '../views/use-model.ts';
import { focusGrid } from './focus-grid.ts';

/** Draws the input. Enter and Tab save and move on, Escape gives up. */
export function CellEditor({ text }: { readonly text: string }) {
  const { grid } = useModel();
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
    <input
      class="cell-editor"
      aria-label="Edit cell"
      spellcheck={false}
      ref={input}
      value={text}
      onInput={(event) => grid.changeEdit(event.currentTarget.value)}
      onKeyDown={onKeyDown}
      onBlur={() => grid.commitEdit(0, 0)}
    />
  );
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
