/** Who ran what lately, in words. */
import type { LoggedRun } from '../../../core/engine/logged-runs.ts';

/** The last run of each person, newest first: `bob@example.com ran “Sync listings” last on 21 Nov 10:00: 3 Updated.` */
export function teamLately(runs: readonly LoggedRun[]): readonly string[] {
  const people = new Map<string, LoggedRun>();
  for (const run of runs) if (!people.has(run.who)) people.set(run.who, run);
  return [...people.values()].map(
    ({ who, action, tabName, startedAt, outcome, end }) =>
      `${who === '' ? 'Somebody' : who} ran “${action}” in “${tabName}” last, ${startedAt}: ${outcome}${end === 'finished' ? '' : ` · ${end}`}.`,
  );
}
