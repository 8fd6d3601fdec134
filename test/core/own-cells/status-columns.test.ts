import { describe, expect, test } from 'vitest';
import { findStatusColumns, foreignStatusColumn } from '../../../src/core/own-cells/status-columns.ts';

const THREE = ['Sync status', 'Sync detail', 'Synced at'] as const;
const isMark = (text: string) => text === '' || text.startsWith('run-');

/** The column taken for somebody else's in a tab with these rows, the first of which is the header row. */
function foreignIn(headers: readonly string[], ...rows: readonly (readonly string[])[]) {
  const tableRows = rows.map((texts, index) => ({ rowNumber: index + 2, values: [], texts }));
  return foreignStatusColumn(findStatusColumns(headers), tableRows, isMark);
}

describe('columns with the add-on’s headers', () => {
  test.each<readonly [string, readonly string[], readonly (readonly string[])[], string | undefined]>([
    ['all there, with a mark', ['Sync status', 'Sync mark'], [['Updated', 'run-1']], undefined],
    ['all there and blank', ['Sync status', 'Sync mark'], [['', '']], undefined],
    ['with a status of one’s own and no mark yet', ['Sync status', 'Sync mark'], [['Mine', '']], undefined],
    ['whose status column was deleted', ['Sync detail', 'Sync mark'], [['Being sent.', 'run-1']], undefined],
    [
      'whose hidden column was deleted',
      THREE,
      [
        ['Sending', 'Being sent.', ''],
        ['', '', ''],
      ],
      undefined,
    ],
  ])('are the add-on’s: %s', (_, headers, rows, foreign) => {
    expect(foreignIn(headers, ...rows)).toBe(foreign);
  });

  test.each<readonly [string, readonly string[], readonly (readonly string[])[], string]>([
    ['a mark that no run wrote', ['Sync status', 'Sync mark'], [['Updated', 'x']], 'mark'],
    [
      'a status that no run wrote',
      THREE,
      [
        ['Updated', '', ''],
        ['in sync', '', ''],
      ],
      'status',
    ],
    ['a status alone', ['Sync status'], [['Updated']], 'status'],
    ['a detail alone', ['Sync detail'], [['my notes']], 'detail'],
    ['a detail next to a blank mark', ['Sync detail', 'Sync mark'], [['my notes', '']], 'detail'],
  ])('are somebody’s: %s', (_, headers, rows, foreign) => {
    expect(foreignIn(headers, ...rows)).toBe(foreign);
  });
});
