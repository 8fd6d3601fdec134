/** Gives the keyboard back to the grid after a menu, a dialog or the sidebar. */

/** The grid's element id; there is one grid on the page. */
export const GRID_ID = 'grid';

/** Focuses the grid without scrolling the page. */
export function focusGrid(): void {
  document.getElementById(GRID_ID)?.focus({ preventScroll: true });
}
