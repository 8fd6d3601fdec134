/** A schedule for tests. */
import type { ScheduleRecord } from '../../../src/core/schedule/record.ts';

/** Every day at seven, of Ann, and nothing has happened yet. */
export const RECORD: ScheduleRecord = {
  id: 's1',
  action: 'sync',
  tabs: [{ tabId: 7, tabName: 'Listings' }],
  when: { kind: 'daily', hour: 7, weekdays: [1, 2, 3, 4, 5, 6, 7] },
  timeZone: 'Etc/UTC',
  owner: { email: 'ann@example.com', token: 'token-of-ann' },
  key: 'own',
  status: { kind: 'active' },
  lastSlot: '2026-11-20T07',
  failures: 0,
  told: 'well',
  grounds: [],
};
