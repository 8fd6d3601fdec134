/** One request per row, and all statuses in one write at the end: the pattern of most samples. */

// biome-ignore-all lint/correctness/noUnusedVariables: Apps Script files share one scope, and Google calls `run` by its name.

function run(actionName) {
  const action = actionNamed_(actionName);
  const table = readSheet_();
  for (const row of table.todo) {
    const { url, ...options } = action.requestOf([row]);
    table.statuses[row.index] = statusOf_(action, [row], UrlFetchApp.fetch(url, options));
  }
  writeStatuses_(table);
}
