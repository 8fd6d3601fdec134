/** What a key press means in the grid, as in Sheets. */

/** What the keyboard asks for. */
export type KeyCommand =
  | { readonly kind: 'move'; readonly rowStep: number; readonly columnStep: number; readonly isExtending: boolean }
  | { readonly kind: 'selectRow' | 'selectColumn' | 'selectAll' }
  /** Without `text` the cell's content is edited, with it it is replaced. */
  | { readonly kind: 'edit'; readonly text?: string }
  | { readonly kind: 'clear' }
  | { readonly kind: 'openMenu' };

/** The part of a keyboard event that decides. */
export interface KeyPress {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/** More than any sheet has: moving is stopped at the edge. */
const TO_THE_EDGE = 20_000_000;

/** The command of a key press; `undefined` leaves the key to the browser. Tab does, so that nobody is caught in the grid. */
export function keyCommand(press: KeyPress, pageRows: number): KeyCommand | undefined {
  const isCommand = press.ctrlKey || press.metaKey;
  return moveCommand(press, isCommand, pageRows) ?? selectCommand(press, isCommand) ?? editCommand(press, isCommand);
}

function moveCommand({ key, shiftKey }: KeyPress, isCommand: boolean, pageRows: number): KeyCommand | undefined {
  const step = isCommand ? TO_THE_EDGE : 1;
  const move = (rowStep: number, columnStep: number): KeyCommand => ({
    kind: 'move',
    rowStep,
    columnStep,
    isExtending: shiftKey,
  });
  switch (key) {
    case 'ArrowUp':
      return move(-step, 0);
    case 'ArrowDown':
      return move(step, 0);
    case 'ArrowLeft':
      return move(0, -step);
    case 'ArrowRight':
      return move(0, step);
    case 'PageUp':
      return move(-pageRows, 0);
    case 'PageDown':
      return move(pageRows, 0);
    case 'Home':
      return move(isCommand ? -TO_THE_EDGE : 0, -TO_THE_EDGE);
    case 'End':
      return move(isCommand ? TO_THE_EDGE : 0, TO_THE_EDGE);
    default:
      return undefined;
  }
}

function selectCommand({ key, shiftKey }: KeyPress, isCommand: boolean): KeyCommand | undefined {
  if (key === ' ' && shiftKey !== isCommand) {
    return { kind: shiftKey ? 'selectRow' : 'selectColumn' };
  }
  if ((key === 'a' || key === 'A') && isCommand) {
    return { kind: 'selectAll' };
  }
  return key === 'ContextMenu' || (key === 'F10' && shiftKey) ? { kind: 'openMenu' } : undefined;
}

function editCommand({ key, altKey }: KeyPress, isCommand: boolean): KeyCommand | undefined {
  if (isCommand || altKey) {
    return undefined;
  }
  switch (key) {
    case 'Enter':
    case 'F2':
      return { kind: 'edit' };
    case 'Delete':
    case 'Backspace':
      return { kind: 'clear' };
    default:
      return key.length === 1 ? { kind: 'edit', text: key } : undefined;
  }
}
