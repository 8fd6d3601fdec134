/** What of the grid is in view, and how a cell is brought into view. */
import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import type { CellPosition } from '../model/a1.ts';
import { headOf } from '../model/selection.ts';
import { lastPositionUpTo, ROW_HEIGHT, type TabLayout } from '../model/tab-layout.ts';
import { useAppState, useModel } from '../views/use-model.ts';

/** Width of the row numbers in pixels. */
export const ROW_NUMBER_WIDTH = 46;
/** Height of the column letters in pixels. */
export const HEADER_HEIGHT = 24;
/** Rows drawn above and below the view, so that fast scrolling shows no gaps. */
const OVERSCAN = 8;
/** Rows of thirty columns that are drawn well within a frame. */
const ROWS_PER_FRAME = 8;

/** How far the grid is scrolled and how much of it is seen, in pixels. */
export interface ScrollView {
  readonly top: number;
  readonly height: number;
}

/** An element that may not be there yet. */
interface ElementRef {
  readonly current: HTMLElement | null;
}

/** The rows below the frozen ones that have to be drawn, as positions in the list of visible rows, `end` excluded. */
export function rowWindow(
  { top, height }: ScrollView,
  rowCount: number,
  frozenCount: number,
): { readonly first: number; readonly end: number } {
  const firstInView = frozenCount + Math.floor(top / ROW_HEIGHT);
  const inView = Math.ceil(height / ROW_HEIGHT);
  const end = Math.min(rowCount, firstInView + inView + OVERSCAN);
  // Fewer rows than before, after a filter, leave the scroll position beyond the end for a moment.
  return { first: Math.max(frozenCount, Math.min(firstInView - OVERSCAN, end)), end };
}

/** Follows the scroll position and size of an element. */
export function useScrollView(element: ElementRef): ScrollView {
  const [view, setView] = useState<ScrollView>({ top: 0, height: 600 });
  useLayoutEffect(() => {
    const { current } = element;
    if (current === null) {
      return;
    }
    const follow = (): void => setView({ top: current.scrollTop, height: current.clientHeight });
    const observer = new ResizeObserver(follow);
    observer.observe(current);
    current.addEventListener('scroll', follow, { passive: true });
    return () => {
      observer.disconnect();
      current.removeEventListener('scroll', follow);
    };
  }, [element]);
  return view;
}

/**
 * How many rows may be drawn so far: a tab that opens is drawn a few rows a frame, so that no frame takes long.
 *
 * @param wantedCount How many rows there are to draw in all.
 */
export function useGrowingCount(wantedCount: number): number {
  const [count, setCount] = useState(ROWS_PER_FRAME);
  const isGrowing = count < wantedCount;
  useEffect(() => {
    if (!isGrowing) {
      return;
    }
    const frame = requestAnimationFrame(() => setCount(count + ROWS_PER_FRAME));
    return () => cancelAnimationFrame(frame);
  }, [count, isGrowing]);
  return count;
}

/** Scrolls to the moving end of the selection whenever the model asks for it. */
export function useReveal(element: ElementRef, layout: TabLayout): void {
  const { store } = useModel();
  const revealCount = useAppState((state) => state.revealCount);
  // A new layout alone must not take the view away from the person.
  useEffect(() => {
    reveal(element.current, layout, headOf(store.get().selection));
  }, [revealCount]);
}

function reveal(element: HTMLElement | null, layout: TabLayout, { rowIndex, columnIndex }: CellPosition): void {
  if (element === null) {
    return;
  }
  const position = lastPositionUpTo(layout.rows, rowIndex);
  if (position >= layout.frozenCount) {
    const stickyHeight = HEADER_HEIGHT + layout.frozenCount * ROW_HEIGHT;
    const top = HEADER_HEIGHT + position * ROW_HEIGHT;
    element.scrollTop = intoView(element.scrollTop, top, ROW_HEIGHT, stickyHeight, element.clientHeight);
  }
  const column = layout.columns.find((candidate) => candidate.columnIndex === columnIndex);
  if (column !== undefined) {
    const left = ROW_NUMBER_WIDTH + column.left;
    element.scrollLeft = intoView(element.scrollLeft, left, column.width, ROW_NUMBER_WIDTH, element.clientWidth);
  }
}

/** The scroll position nearest to `scroll` that shows a stretch fully between the sticky part and the far edge. */
function intoView(scroll: number, start: number, length: number, sticky: number, viewLength: number): number {
  const latest = start - sticky;
  const earliest = start + length - viewLength;
  return Math.min(Math.max(scroll, earliest), latest);
}
