/**
 * One request and one `setValue` per row, in the order of the rows. Writes are flushed every twenty rows: a flush after
 * each would cost a second for every three rows, and none at all would lose every status when the script is killed.
 */

// biome-ignore-all lint/correctness/noUnusedVariables: Apps Script files share one scope, and Google calls `run` by its name.

const ROWS_PER_FLUSH = 20;

function run(actionName) {
  const action = actionNamed_(actionName);
  const table = readSheet_();
  table.todo.forEach((row, position) => {
    const { url, ...options } = action.requestOf([row]);
    const status = statusOf_(action, [row], UrlFetchApp.fetch(url, options));
    table.sheet.getRange(row.index + 2, table.statusColumn).setValue(status);
    if (position % ROWS_PER_FLUSH === ROWS_PER_FLUSH - 1) SpreadsheetApp.flush();
  });
}
