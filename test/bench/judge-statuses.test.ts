import { expect, test } from 'vitest';
import { judgeStatuses } from '../../bench/judge-statuses.ts';

const judge = (status: string, isConfirmed: boolean) =>
  judgeStatuses({
    keys: ['A'],
    statuses: [status],
    confirmedKeys: new Set(isConfirmed ? ['A'] : []),
    doneStatuses: new Set(['Updated']),
    unsureStatuses: new Set(['Sending']),
  });

test.each([
  ['done, and it is', 'Updated', true, { doneRows: 1 }],
  ['done, but it is not', 'Updated', false, { wrongRows: 1 }],
  ['nothing, and nothing happened', '', false, {}],
  ['nothing, although it happened', '', true, { wrongRows: 1 }],
  ['refused, although it happened', 'Rejected', true, { wrongRows: 1 }],
  ['unknown, although it happened', 'Sending', true, { unsureRows: 1 }],
  ['unknown, and nothing happened', 'Sending', false, { unsureRows: 1 }],
])('a row that says %s', (_, status, isConfirmed, expected) => {
  expect(judge(status, isConfirmed)).toEqual({ wrongRows: 0, unsureRows: 0, doneRows: 0, ...expected });
});

test('rows beyond the end of the status column say nothing', () => {
  const evidence = { doneStatuses: new Set(['Updated']), unsureStatuses: new Set<string>() };
  const judgement = judgeStatuses({
    keys: ['A', 'B'],
    statuses: ['Updated'],
    confirmedKeys: new Set(['A', 'B']),
    ...evidence,
  });
  expect(judgement).toEqual({ wrongRows: 1, unsureRows: 0, doneRows: 1 });
});
