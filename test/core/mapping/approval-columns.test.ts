import { describe, expect, test } from 'vitest';
import { approvalColumns, approvalOf } from '../../../src/core/mapping/approval-columns.ts';
import type { CellValue, TableRow } from '../../../src/core/sheet/table.ts';

const rowOf = (...values: readonly CellValue[]): TableRow => ({ rowNumber: 2, values, texts: values.map(String) });
const columnsOf = (header: string, ...cells: readonly CellValue[]) =>
  approvalColumns(
    [header],
    cells.map((cell) => rowOf(cell)),
  );

describe('a column in which a team says that a row may go out', () => {
  test.each([
    ['Ready', 'Yes', 'No'],
    ['Approved?', 'Y', ''],
    ['Ready to publish', true, false],
    ['Published', 'yes', 'no'],
    ['is_approved', 1, 0],
    ['Approved for web', '✓', ''],
    ['Public', 'Yes', 'No'],
    ['Syndicate', 'Y', 'N'],
    ['Veröffentlichen', 'Ja', 'Nein'],
    ['Publicado', 'Sí', 'No'],
  ])('%s with %j and %j', (header, ...cells) => {
    expect(columnsOf(header, ...cells)).toEqual([{ header, columnIndex: 0 }]);
  });

  test.each([
    ['Ready', '', ''],
    ['Approved', '2026-01-05', '2026-02-01'],
    ['Move-in Ready', 'Yes', 'No'],
    ['Approved by', 'Ann', 'Ben'],
    ['Loan approved', 'Yes', 'No'],
    ['Status', 'Yes', 'No'],
  ])('is not %s with %j and %j', (header, ...cells) => {
    expect(columnsOf(header, ...cells)).toEqual([]);
  });

  test.each<[CellValue, string]>([
    ['Yes', 'given'],
    [true, 'given'],
    ['No', 'missing'],
    [false, 'missing'],
    ['', 'missing'],
    ['after photos', 'unclear'],
  ])('%j is %s', (value, kind) => {
    expect(approvalOf(rowOf(value), [{ header: 'Ready', columnIndex: 0 }]).kind).toBe(kind);
  });
});
