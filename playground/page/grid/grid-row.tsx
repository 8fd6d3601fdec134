/** One row of the grid. */
// biome-ignore-all lint/a11y/useSemanticElements: a table cannot leave out the rows that are out of view.
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names its active cell (aria-activedescendant).
import type { CSSProperties } from 'preact';
import { memo } from 'preact/compat';
import type { CellSnapshot } from '../../apps-script/emulator.ts';
import type { Editing } from '../model/app-state.ts';
import { contains, type Selection } from '../model/selection.ts';
import type { ColumnLayout } from '../model/tab-layout.ts';
import { CellEditor } from './cell-editor.tsx';
import { px } from './px.ts';
import type { RowGap } from './row-gap.ts';
import { ROW_NUMBER_WIDTH } from './scrolling.ts';

/** What a row is drawn from. */
export interface GridRowProps {
  readonly rowIndex: number;
  readonly cells: readonly CellSnapshot[];
  readonly columns: readonly ColumnLayout[];
  readonly selection: Selection;
  readonly editing: Editing | undefined;
  /** Rows that are missing just above this one. */
  readonly gap: RowGap | undefined;
  readonly isFilterHeader: boolean;
}

/**
 * Draws a row, and draws it again only when it would look different. Clicks are handled by the grid, which finds the
 * cell by its `data-` attributes.
 */
export const GridRow = memo(DrawnRow, doesLookAlike);

/** Whether a row is drawn from the same as before; a selection counts only where it touches the row. */
export function doesLookAlike(before: GridRowProps, after: GridRowProps): boolean {
  return (
    before.rowIndex === after.rowIndex &&
    before.cells === after.cells &&
    before.columns === after.columns &&
    before.editing === after.editing &&
    before.isFilterHeader === after.isFilterHeader &&
    JSON.stringify(before.gap) === JSON.stringify(after.gap) &&
    (before.selection === after.selection || selectionOn(before) === selectionOn(after))
  );
}

/** What of the selection can be seen in a row, as text. */
function selectionOn({ selection: { ranges, active }, rowIndex }: GridRowProps): string {
  const touching = ranges
    .filter((range) => rowIndex >= range.firstRow && rowIndex <= range.lastRow)
    .map(({ firstRow, lastRow, firstColumn, lastColumn }) =>
      [firstColumn, lastColumn, firstRow === rowIndex, lastRow === rowIndex].join(),
    );
  return [active.rowIndex === rowIndex ? active.columnIndex : '', ...touching].join(' ');
}

function DrawnRow(props: GridRowProps) {
  const { rowIndex, cells, columns, selection, editing, gap, isFilterHeader } = props;
  const isSelectedRow = selection.ranges.some((range) => rowIndex >= range.firstRow && rowIndex <= range.lastRow);
  return (
    <div class="grid-row" role="row" aria-rowindex={rowIndex + 2}>
      <div class={`row-number ${isSelectedRow ? 'is-selected' : ''}`} role="rowheader" data-row={rowIndex}>
        {gap && <GapMark gap={gap} />}
        {rowIndex + 1}
      </div>
      {columns.map((column) => {
        const { columnIndex } = column;
        const isActive = selection.active.rowIndex === rowIndex && selection.active.columnIndex === columnIndex;
        const cell = cells[columnIndex];
        return (
          <div
            key={columnIndex}
            id={`cell-${rowIndex}-${columnIndex}`}
            class={`cell ${selectionClass(selection, rowIndex, columnIndex, isActive)} ${lookClass(cell, isFilterHeader)}`}
            role="gridcell"
            aria-colindex={columnIndex + 2}
            aria-selected={selection.ranges.some((range) => contains(range, rowIndex, columnIndex))}
            data-row={rowIndex}
            data-column={columnIndex}
            title={cell?.note}
            style={cellStyle(cell, column)}
          >
            {isActive && editing?.place === 'cell' ? (
              <CellEditor text={editing.text} />
            ) : (
              cell && cell.text !== '' && <CellText cell={cell} room={roomFor(cells, columns, column)} />
            )}
            {isFilterHeader && cell && cell.text !== '' && <FilterButton columnIndex={columnIndex} name={cell.text} />}
          </div>
        );
      })}
    </div>
  );
}

function CellText({ cell, room }: { readonly cell: CellSnapshot; readonly room: number }) {
  return (
    <span class="cell-text" style={{ maxWidth: px(room) }}>
      {cell.text}
    </span>
  );
}

function FilterButton({ columnIndex, name }: { readonly columnIndex: number; readonly name: string }) {
  return (
    <button type="button" class="filter-button" tabIndex={-1} data-filter={columnIndex} aria-label={`Filter ${name}`}>
      <svg viewBox="0 0 12 12" aria-hidden="true">
        <path d="M1 2h10L7.200 6.500V10L4.800 9V6.500z" fill="currentColor" />
      </svg>
    </button>
  );
}

function GapMark({ gap }: { readonly gap: RowGap }) {
  const { firstRow, lastRow, isHiddenByHand } = gap;
  if (!isHiddenByHand) {
    return <span class="gap-mark" aria-hidden="true" />;
  }
  return (
    <button
      type="button"
      class="gap-mark gap-button"
      tabIndex={-1}
      aria-label={`Unhide rows ${firstRow + 1} to ${lastRow + 1}`}
      data-show-from={firstRow}
      data-show-to={lastRow}
    >
      ↕
    </button>
  );
}

function lookClass(cell: CellSnapshot | undefined, isFilterHeader: boolean): string {
  const hasLook = cell?.background !== undefined || cell?.color !== undefined;
  return [cell?.note && 'has-note', hasLook && 'has-look', isFilterHeader && 'has-filter'].filter(Boolean).join(' ');
}

function cellStyle(cell: CellSnapshot | undefined, { left, width }: ColumnLayout): CSSProperties {
  return {
    marginLeft: px(ROW_NUMBER_WIDTH + left),
    width: px(width),
    ...(cell?.background !== undefined && { '--cell-background': cell.background }),
    ...(cell?.color !== undefined && { '--cell-color': cell.color }),
    ...(cell?.isBold === true && { fontWeight: 'bold' }),
    ...(cell && { textAlign: cell.align }),
  };
}

/** What a cell keeps free of text on both sides, its line included, in pixels. */
const CELL_PADDING = 7;

/** Left-aligned text runs over the empty cells to its right, as in Sheets, and stops at the next filled one. */
function roomFor(cells: readonly CellSnapshot[], columns: readonly ColumnLayout[], own: ColumnLayout): number {
  if (cells[own.columnIndex]?.align !== 'left') {
    return own.width - CELL_PADDING;
  }
  let room = own.width;
  for (const { columnIndex, width } of columns) {
    if (columnIndex > own.columnIndex) {
      if ((cells[columnIndex]?.text ?? '') !== '') {
        break;
      }
      room += width;
    }
  }
  return room - CELL_PADDING;
}

/** Tint of a selected cell, and the border where its range ends. */
function selectionClass({ ranges }: Selection, rowIndex: number, columnIndex: number, isActive: boolean): string {
  const range = ranges.findLast((candidate) => contains(candidate, rowIndex, columnIndex));
  const edges = range
    ? [
        rowIndex === range.firstRow && 'edge-top',
        rowIndex === range.lastRow && 'edge-bottom',
        columnIndex === range.firstColumn && 'edge-left',
        columnIndex === range.lastColumn && 'edge-right',
      ]
    : [];
  return [range && 'is-selected', isActive && 'is-active', ...edges].filter(Boolean).join(' ');
}
