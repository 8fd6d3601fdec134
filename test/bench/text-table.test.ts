import { expect, test } from 'vitest';
import { textTable } from '../../bench/text-table.ts';

test('the first column stands to the left, the others to the right, and short rows end early', () => {
  expect(
    textTable([
      ['', 'seconds', 'requests'],
      ['row by row', '750.3', '1,040'],
      ['bound', '36.4'],
    ]),
  ).toEqual(['            seconds  requests', 'row by row    750.3     1,040', 'bound          36.4']);
});

test('columns of words can stand to the left as well', () => {
  expect(
    textTable(
      [
        ['a', '1', 'short'],
        ['b', '12', 'much longer'],
      ],
      [0, 2],
    ),
  ).toEqual(['a   1  short', 'b  12  much longer']);
});
