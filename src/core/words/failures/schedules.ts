/** Why a schedule is not made, changed or started. */
import { type FailureWords, fail } from './fail.ts';

export const scheduleFailures = {
  scheduleGone: () =>
    fail(
      'scheduleGone',
      'This schedule is not there any more.',
      'Look at the list again; somebody may have removed it.',
    ),
  scheduleNotYours: () =>
    fail(
      'scheduleRefused',
      'Only its owner changes or starts this schedule.',
      'Take it over first: it runs with your key from then on.',
    ),
  scheduleRuns: () =>
    fail(
      'scheduleRefused',
      'Only its owner removes a schedule that runs.',
      'Pause it first: what stands still is removed by anybody who can edit.',
    ),
  tooManySchedules: () =>
    fail('scheduleRefused', 'A file has twenty schedules at most.', 'Remove one, or add the tab to one that is there.'),
  noClockHere: () =>
    fail(
      'scheduleRefused',
      'Google\u2019s clock does not find the spreadsheet in this kind of installation, so nothing runs by itself here.',
      'Use the version of Listing Sync that is bound to the spreadsheet.',
    ),
  noTriggerLeft: () =>
    fail(
      'scheduleRefused',
      'Google allows no further trigger: a person has twenty for all their files.',
      'Remove schedules in another file, or have a colleague make this one.',
    ),
} satisfies FailureWords;
