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
    const step = choices.length > 0 ? stepOf(event) : undefined;
    const finish = finishOf(event);
    if (step !== undefined) {
      event.preventDefault();
      grid.changeEdit(nextChoice(choices, text, step));
    } else if (finish !== undefined) {
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
        aria-label="Edit cell"
        spellcheck={false}
        ref={input}
        value={text}
        {...(choices.length > 0 && {
          role: 'combobox',
          'aria-expanded': true,
          'aria-controls': CHOICES_ID,
          'aria-activedescendant': choices.includes(text) ? choiceId(choices.indexOf(text)) : undefined,
        })}
        onInput={(event) => grid.changeEdit(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        onBlur={() => grid.commitEdit(0, 0)}
      />
      {choices.length > 0 && (
        <Choices
          choices={choices}
          text={text}
          onChoose={(choice) => {
            grid.changeEdit(choice);
            grid.commitEdit(0, 0);
            focusGrid();
          }}
        />
      )}
    </>
  );
}

const CHOICES_ID = 'cell-choices';

function choiceId(index: number): string {
  return `${CHOICES_ID}-${index}`;
}

interface ChoicesProps {
  readonly choices: readonly string[];
  readonly text: string;
  readonly onChoose: (choice: string) => void;
}

/** The list below a cell that takes only certain values. */
function Choices({ choices, text, onChoose }: ChoicesProps) {
  return (
    <div id={CHOICES_ID} class="cell-choices" role="listbox" aria-label="Values to choose from">
      {choices.map((choice, index) => (
        <button
          key={choice}
          id={choiceId(index)}
          type="button"
          class="cell-choice"
          role="option"
          tabIndex={-1}
          aria-selected={choice === text}
          // Before the input loses the focus, which would save what it holds.
          onPointerDown={(event) => {
            event.preventDefault();
            event.stopPropagation();
            onChoose(choice);
          }}
        >
          {choice}
        </button>
      ))}
    </div>
  );
}

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

function stepOf({ key }: KeyboardEvent): 1 | -1 | undefined {
  switch (key) {
    case 'ArrowDown':
      return 1;
    case 'ArrowUp':
      return -1;
    default:
      return undefined;
  }
}

/** The choice after or before the one that is there; the first or the last where none is. */
function nextChoice(choices: readonly string[], text: string, step: 1 | -1): string {
  const index = choices.indexOf(text);
  const next = index === -1 && step === -1 ? choices.length - 1 : (index + step + choices.length) % choices.length;
  return choices[next] ?? text;
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
