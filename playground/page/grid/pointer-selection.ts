/** Selecting with the mouse: cells, row numbers and column letters, by click, drag, Ctrl-click and Shift-click. */
import type { GridVerbs } from '../model/grid-verbs.ts';
import type { SelectMode, SelectTarget } from '../model/selection.ts';

/** Listens for the rest of a drag that starts with `event`; `undefined` when it starts on nothing selectable. */
export function startPointerSelection(event: PointerEvent, grid: GridVerbs): void {
  const target = targetOf(event.target);
  if (target === undefined || event.button !== 0) {
    return;
  }
  grid.commitEdit(0, 0);
  grid.select(target, modeOf(event));
  let lastKey = JSON.stringify(target);

  const onMove = (move: PointerEvent): void => {
    const over = targetOf(document.elementFromPoint(move.clientX, move.clientY));
    const stretched = over && sameKind(target, over);
    const key = JSON.stringify(stretched);
    if (stretched !== undefined && key !== lastKey) {
      lastKey = key;
      grid.select(stretched, 'extend');
    }
  };
  const onEnd = (): void => {
    document.removeEventListener('pointermove', onMove);
    document.removeEventListener('pointerup', onEnd);
    document.removeEventListener('pointercancel', onEnd);
    grid.commitSelection();
  };
  document.addEventListener('pointermove', onMove);
  document.addEventListener('pointerup', onEnd);
  document.addEventListener('pointercancel', onEnd);
}

/** What an element of the grid stands for. */
export function targetOf(element: EventTarget | null): SelectTarget | undefined {
  if (!(element instanceof Element)) {
    return undefined;
  }
  const place = element.closest<HTMLElement>('[data-row], [data-column], [data-all]');
  const row = place?.dataset.row;
  const column = place?.dataset.column;
  if (row !== undefined && column !== undefined) {
    return { kind: 'cell', cell: { rowIndex: Number(row), columnIndex: Number(column) } };
  }
  if (row !== undefined) {
    return { kind: 'row', rowIndex: Number(row) };
  }
  if (column !== undefined) {
    return { kind: 'column', columnIndex: Number(column) };
  }
  return place ? { kind: 'all' } : undefined;
}

function modeOf({ shiftKey, ctrlKey, metaKey }: PointerEvent): SelectMode {
  if (shiftKey) {
    return 'extend';
  }
  return ctrlKey || metaKey ? 'add' : 'replace';
}

/** A drag that began on row numbers goes on selecting rows when it strays over cells, and so on. */
function sameKind(start: SelectTarget, over: SelectTarget): SelectTarget | undefined {
  if (start.kind === over.kind) {
    return over;
  }
  if (over.kind !== 'cell') {
    return undefined;
  }
  switch (start.kind) {
    case 'row':
      return { kind: 'row', rowIndex: over.cell.rowIndex };
    case 'column':
      return { kind: 'column', columnIndex: over.cell.columnIndex };
    default:
      return undefined;
  }
}
