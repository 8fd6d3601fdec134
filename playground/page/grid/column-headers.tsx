/** The row of column letters. */
// biome-ignore-all lint/a11y/useSemanticElements: a table cannot leave out the rows that are out of view.
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names its active cell (aria-activedescendant).
import { columnLetters } from '../model/a1.ts';
import type { Selection } from '../model/selection.ts';
import type { ColumnLayout } from '../model/tab-layout.ts';
import { px } from './px.ts';

/** Draws the corner and the letters; a gap in the letters marks hidden columns. */
export function ColumnHeaders({
  columns,
  selection,
}: {
  readonly columns: readonly ColumnLayout[];
  readonly selection: Selection;
}) {
  return (
    <div class="column-headers" role="row" aria-rowindex={1}>
      <div class="corner" role="columnheader" data-all="">
        <span class="visually-hidden">Row</span>
      </div>
      {columns.map(({ columnIndex, width }, position) => {
        const isSelected = selection.ranges.some(
          (range) => columnIndex >= range.firstColumn && columnIndex <= range.lastColumn,
        );
        const isAfterGap = columnIndex !== (columns[position - 1]?.columnIndex ?? -1) + 1;
        return (
          <div
            key={columnIndex}
            class={`column-letter ${isSelected ? 'is-selected' : ''} ${isAfterGap ? 'is-after-gap' : ''}`}
            role="columnheader"
            aria-colindex={columnIndex + 2}
            data-column={columnIndex}
            style={{ width: px(width) }}
          >
            {columnLetters(columnIndex)}
          </div>
        );
      })}
    </div>
  );
}
