/** The grid of cells: draws what is in view of the tab on screen. */
// biome-ignore-all lint/a11y/useSemanticElements: a table cannot leave out the rows that are out of view.
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { TabSnapshot } from '../../apps-script/emulator.ts';
import { activeTab } from '../model/app-state.ts';
import { layOut, ROW_HEIGHT } from '../model/tab-layout.ts';
import { useAppState, useModel } from '../views/use-model.ts';
import { ColumnHeaders } from './column-headers.tsx';
import { focusGrid, GRID_ID } from './focus-grid.ts';
import { gridHandlers } from './grid-handlers.ts';
import { GridMenu, type MenuPlace } from './grid-menu.tsx';
import { GridRow } from './grid-row.tsx';
import { px } from './px.ts';
import { gapAbove } from './row-gap.ts';
import { ROW_NUMBER_WIDTH, rowWindow, useGrowingCount, useReveal, useScrollView } from './scrolling.ts';

const NO_CELLS: TabSnapshot['cells'][number] = [];

/** Draws the tab on screen. */
export function Grid() {
  const tab = useAppState(activeTab);
  const hadFocus = useRef(false);
  return tab === undefined ? null : <TabGrid tab={tab} hadFocus={hadFocus} key={tab.tabId} />;
}

interface TabGridProps {
  readonly tab: TabSnapshot;
  /** Whether the grid of the tab before had the focus. */
  readonly hadFocus: { current: boolean };
}

function TabGrid({ tab, hadFocus }: TabGridProps) {
  const model = useModel();
  const selection = useAppState((state) => state.selection);
  const editing = useAppState((state) => state.editing);
  const { rowCount, columnCount, frozenRows, hiddenRows, filteredRows, hiddenColumns, columnWidths } = tab;
  const layout = useMemo(
    () => layOut(tab),
    [rowCount, columnCount, frozenRows, hiddenRows, filteredRows, hiddenColumns, columnWidths],
  );
  const scroller = useRef<HTMLDivElement>(null);
  const view = useScrollView(scroller);
  const [menu, setMenu] = useState<MenuPlace | undefined>();
  useReveal(scroller, layout);
  useInheritedFocus(scroller, hadFocus);

  const { first, end: wantedEnd } = rowWindow(view, layout.rows.length, layout.frozenCount);
  const end = Math.min(wantedEnd, first + useGrowingCount(wantedEnd - first));
  const frozen = layout.rows.slice(0, layout.frozenCount);
  const drawn = layout.rows.slice(first, end);
  const { rowIndex: activeRow, columnIndex: activeColumn } = selection.active;
  const isActiveDrawn =
    (frozen.includes(activeRow) || drawn.includes(activeRow)) &&
    layout.columns.some(({ columnIndex }) => columnIndex === activeColumn);

  const drawRow = (rowIndex: number) => (
    <GridRow
      key={rowIndex}
      rowIndex={rowIndex}
      cells={tab.cells[rowIndex] ?? NO_CELLS}
      columns={layout.columns}
      selection={selection}
      editing={editing?.cell.rowIndex === rowIndex ? editing : undefined}
      gap={gapAbove(tab, layout.rows, rowIndex)}
      isFilterHeader={tab.hasFilter && rowIndex === 0}
    />
  );

  return (
    <div class="grid-holder">
      <div
        id={GRID_ID}
        class="grid"
        role="grid"
        aria-label={`Sheet ${tab.name}`}
        aria-multiselectable
        aria-rowcount={tab.rowCount + 1}
        aria-colcount={tab.columnCount + 1}
        aria-activedescendant={isActiveDrawn ? `cell-${activeRow}-${activeColumn}` : undefined}
        tabIndex={0}
        ref={scroller}
        {...gridHandlers(model, view.height, setMenu)}
      >
        <div class="grid-content" style={{ width: px(layout.width + ROW_NUMBER_WIDTH) }}>
          <div class="grid-top" role="rowgroup">
            <ColumnHeaders columns={layout.columns} selection={selection} />
            {frozen.map(drawRow)}
          </div>
          <div role="rowgroup">
            <div style={{ height: px((first - layout.frozenCount) * ROW_HEIGHT) }} role="presentation" />
            {drawn.map(drawRow)}
            <div style={{ height: px((layout.rows.length - end) * ROW_HEIGHT) }} role="presentation" />
          </div>
        </div>
      </div>
      {menu && <GridMenu place={menu} onClose={() => setMenu(undefined)} />}
    </div>
  );
}

/** Takes over the focus from the tab that was on screen before, where that had it. */
function useInheritedFocus(
  scroller: { readonly current: HTMLElement | null },
  hadFocus: TabGridProps['hadFocus'],
): void {
  useLayoutEffect(() => {
    if (hadFocus.current) {
      focusGrid();
    }
    const { current } = scroller;
    return () => {
      hadFocus.current = current?.contains(document.activeElement) === true;
    };
  }, []);
}
