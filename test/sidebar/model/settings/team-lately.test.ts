import { expect, test } from 'vitest';
import { loggedRuns } from '../../../../src/core/engine/logged-runs.ts';
import { LOG_HEADERS } from '../../../../src/core/engine/run-log.ts';
import { teamLately } from '../../../../src/sidebar/model/settings/team-lately.ts';

const line = (texts: Readonly<Record<string, string>>) => LOG_HEADERS.map((header) => texts[header] ?? '');

test('each person is told by their last run', () => {
  const homes = { Tab: 'Homes', Action: 'Sync listings', Ended: 'finished' };
  const runs = loggedRuns([
    line({ ...homes, Started: '2026-11-21 09:00', Who: 'ann@example.com', Updated: '3' }),
    line({ ...homes, Started: '2026-11-21 10:00', Who: 'ann@example.com', Updated: '1', Invalid: '2' }),
    line({ ...homes, Started: '2026-11-21 11:00', Who: '', Ended: 'stopped' }),
  ]);
  expect(teamLately(runs)).toEqual([
    'Somebody ran “Sync listings” in “Homes” last, 2026-11-21 11:00: no rows · stopped.',
    'ann@example.com ran “Sync listings” in “Homes” last, 2026-11-21 10:00: 1 Updated, 2 Invalid.',
  ]);
});
