/** Gives the keyboard back to the grid after a menu, a dialog or the sidebar. */

/** The grid's element id; there is one grid on the page. */
export const GRID_ID = 'grid';

/** Focuses the grid without scrolling the page. */
export function focusGrid(): void {
  document.getElementById(GRID_ID)?.focus({ preventScroll: true });
}

/** Focuses an element that had the focus before; the grid where it is gone or was none. */
export function giveFocusBack(before: Element | null): void {
  if (before instanceof HTMLElement && before.isConnected && before !== document.body) {
    before.focus({ preventScroll: true });
  }
  if (document.activeElement === null || document.activeElement === document.body) {
    focusGrid();
  }
}
