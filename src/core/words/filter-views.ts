/** What is said where rows that only people cannot see would surprise them. */

/**
 * A filter view is one person's, and a slicer is drawn over the sheet: what they hide is not hidden for a script, so a drag over
 * what is shown selects it as well.
 *
 * @see https://developers.google.com/apps-script/reference/spreadsheet/sheet#isRowHiddenByFilter(Integer) "hidden by a filter
 * (not a filter view)" (read 2026-11-29).
 */
export const FILTER_VIEW_WORDS =
  'Rows that a filter view or a slicer hides are not hidden for add-ons: those within the selection are included.';
