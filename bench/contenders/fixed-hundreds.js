/**
 * Requests in hundreds through `fetchAll`, each as full as the endpoint allows, and all statuses in one write at the
 * end: what a careful sample does.
 */

// biome-ignore-all lint/correctness/noUnusedVariables: Apps Script files share one scope, and Google calls `run` by its name.

const REQUESTS_PER_WAVE = 100;

function run(actionName) {
  const action = actionNamed_(actionName);
  const table = readSheet_();
  const groups = groupsOf_(table.todo, action.rowsPerRequest);
  for (const wave of groupsOf_(groups, REQUESTS_PER_WAVE)) {
    const responses = UrlFetchApp.fetchAll(wave.map((rows) => action.requestOf(rows)));
    wave.forEach((rows, index) => {
      const status = statusOf_(action, rows, responses[index]);
      for (const row of rows) table.statuses[row.index] = status;
    });
  }
  writeStatuses_(table);
}

function groupsOf_(items, size) {
  const groups = [];
  for (let start = 0; start < items.length; start += size) groups.push(items.slice(start, start + size));
  return groups;
}
