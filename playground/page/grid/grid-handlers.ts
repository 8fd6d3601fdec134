/** Turns mouse, keyboard and clipboard into verbs of the grid. */
import type { GridVerbs } from '../model/grid-verbs.ts';
import type { PageModel } from '../model/page-model.ts';
import { headOf } from '../model/selection.ts';
import { ROW_HEIGHT } from '../model/tab-layout.ts';
import { focusGrid } from './focus-grid.ts';
import type { MenuPlace } from './grid-menu.tsx';
import { type KeyCommand, keyCommand } from './key-command.ts';
import { startPointerSelection, targetOf } from './pointer-selection.ts';

/** The handlers of the grid element; one set for all cells, which are found by their `data-` attributes. */
export function gridHandlers(model: PageModel, viewHeight: number, setMenu: (place: MenuPlace | undefined) => void) {
  const { grid } = model;
  return {
    onPointerDown(event: PointerEvent): void {
      setMenu(undefined);
      if (!isInside(event.target, 'button, input')) {
        startPointerSelection(event, grid);
      }
    },
    onClick: (event: MouseEvent): void => clickButton(model, event.target),
    onDblClick(event: MouseEvent): void {
      if (targetOf(event.target)?.kind === 'cell' && !isInside(event.target, 'button, input')) {
        grid.startEditing('cell');
      }
    },
    onContextMenu(event: MouseEvent): void {
      const target = targetOf(event.target);
      if (target === undefined) {
        return;
      }
      event.preventDefault();
      grid.selectForMenu(target);
      setMenu({ x: event.clientX, y: event.clientY, isColumn: target.kind === 'column' });
    },
    onKeyDown(event: KeyboardEvent): void {
      const command = keyCommand(event, Math.max(1, Math.floor(viewHeight / ROW_HEIGHT) - 2));
      if (command !== undefined && !isInside(event.target, 'button, input')) {
        event.preventDefault();
        runKeyCommand(model, command, setMenu);
      }
    },
    ...clipboardHandlers(grid),
  };
}

function runKeyCommand(model: PageModel, command: KeyCommand, setMenu: (place: MenuPlace) => void): void {
  const { grid, store } = model;
  const { selection } = store.get();
  const { active } = selection;
  const head = headOf(selection);
  switch (command.kind) {
    case 'move':
      grid.move(command.rowStep, command.columnStep, command.isExtending ? 'extend' : 'replace');
      break;
    case 'selectRow':
      grid.select({ kind: 'row', rowIndex: head.rowIndex }, 'extend');
      grid.commitSelection();
      break;
    case 'selectColumn':
      grid.select({ kind: 'column', columnIndex: head.columnIndex }, 'extend');
      grid.commitSelection();
      break;
    case 'selectAll':
      grid.select({ kind: 'all' }, 'extend');
      grid.commitSelection();
      break;
    case 'edit':
      grid.startEditing('cell', command.text);
      break;
    case 'clear':
      grid.clearSelected();
      break;
    case 'openMenu': {
      const cell = document.getElementById(`cell-${active.rowIndex}-${active.columnIndex}`)?.getBoundingClientRect();
      setMenu({ x: cell?.left ?? 0, y: cell?.bottom ?? 0, isColumn: false });
      break;
    }
    default:
      command satisfies never;
  }
}

/** The small buttons inside the grid: the funnel of a filter, and the mark of hidden rows. */
function clickButton({ grid, store }: PageModel, element: EventTarget | null): void {
  const button = element instanceof Element ? element.closest<HTMLElement>('button') : null;
  const { filter, showFrom, showTo } = button?.dataset ?? {};
  if (filter !== undefined) {
    store.set({ filterColumn: Number(filter) });
  }
  if (showFrom !== undefined && showTo !== undefined) {
    const count = Number(showTo) - Number(showFrom) + 1;
    grid.act(({ name }) => ({ verb: 'showRows', args: [name, Number(showFrom) + 1, count] }));
    // The button goes with the rows that it shows.
    focusGrid();
  }
}

/** While a cell is being edited, the clipboard belongs to its input. */
function clipboardHandlers(grid: GridVerbs) {
  const copy = (event: ClipboardEvent): boolean => {
    if (isInside(event.target, 'input')) {
      return false;
    }
    event.preventDefault();
    event.clipboardData?.setData('text/plain', grid.copy());
    return true;
  };
  return {
    onCopy: (event: ClipboardEvent): void => void copy(event),
    onCut(event: ClipboardEvent): void {
      if (copy(event)) {
        grid.clearSelected();
      }
    },
    onPaste(event: ClipboardEvent): void {
      if (!isInside(event.target, 'input')) {
        event.preventDefault();
        grid.paste(event.clipboardData?.getData('text/plain') ?? '');
      }
    },
  };
}

function isInside(element: EventTarget | null, selector: string): boolean {
  return element instanceof Element && element.closest(selector) !== null;
}
