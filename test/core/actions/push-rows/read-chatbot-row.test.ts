import { describe, expect, test } from 'vitest';
import { chatbotColumns } from '../../../../src/core/actions/push-rows/chatbot-columns.ts';
import { readChatbotRow, readRowId } from '../../../../src/core/actions/push-rows/read-chatbot-row.ts';
import type { CellValue } from '../../../../src/core/sheet/table.ts';

const columns = {
  idColumnIndex: 0,
  dataColumns: [{ columnIndex: 1, header: 'Text' }],
  heldBack: [],
  optOuts: { listing: [], address: [] },
};
const row = (value: CellValue, text = String(value)) => ({ rowNumber: 2, values: [7, value], texts: ['7', text] });

describe('an ID', () => {
  test.each<[CellValue, string, number]>([
    [7, '7', 7],
    ['12', '12', 12],
    [' 12 ', ' 12 ', 12],
    [-3, '-3', -3],
  ])('%j is read', (value, text, id) => {
    expect(readRowId({ value, text })).toEqual({ ok: true, value: id });
  });

  test.each<[CellValue, string]>([
    [1.5, '1.5'],
    ['1e3', '1e3'],
    ['x', 'x'],
    [true, 'TRUE'],
    [1e20, '1E+20'],
    [{ wallTime: '2026-01-02T00:00:00' }, '1/2/2026'],
    ['', ''],
  ])('%j is told what it should be', (value, text) => {
    const id = readRowId({ value, text });
    expect(id.ok ? '' : id.error).toContain('number of this row in the chatbot');
  });
});

describe('a cell of a chatbot row', () => {
  test.each<[CellValue, string | number | boolean]>([
    [12.5, 12.5],
    [true, true],
    ['', ''],
    ['=SUM(A1)', '=SUM(A1)'],
    [{ wallTime: '2026-01-02T00:00:00' }, '2026-01-02'],
    [{ wallTime: '2026-01-02T14:30:00' }, '2026-01-02T14:30:00'],
    [{ wallTime: '1899-12-30T09:15:00' }, '09:15:00'],
  ])('%j is sent as %j', (value, sent) => {
    expect(readChatbotRow(row(value), columns, false)).toEqual({ ok: true, value: { ID: 7, Data: { Text: sent } } });
  });

  test('is sent as the text the user sees, where the tab says so', () => {
    expect(readChatbotRow(row(0.5, '50%'), columns, true)).toMatchObject({
      ok: true,
      value: { Data: { Text: '50%' } },
    });
  });

  test.each([
    ['#REF!', 'shows the error #REF!'],
    ['x'.repeat(50_001), 'more than 50,000 characters'],
  ])('that cannot be sent is named with its column', (value, words) => {
    const read = readChatbotRow(row(value), columns, false);
    expect(read.ok ? '' : read.error[0]).toMatchObject({ columnIndex: 1, message: expect.stringContaining(words) });
    expect(read.ok ? '' : read.error[0]?.message).toContain('Text');
  });
});

test('an ID that shows an error says so', () => {
  expect(readRowId({ value: '#N/A', text: '#N/A' })).toEqual({
    ok: false,
    error: 'ID shows the error #N/A. Correct the formula.',
  });
});

test('a header that shows an error names nothing that is sent', () => {
  const settings = { excludedHeaders: [], includedHeaders: [] };
  const found = chatbotColumns(['ID', '#REF!', 'Text', 'Loading...'], settings, 'Tab');
  if (!found.ok) throw new Error('no columns');
  expect(found.value.dataColumns).toEqual([{ columnIndex: 2, header: 'Text' }]);
  expect(found.value.heldBack).toEqual([
    {
      columnIndex: 1,
      note: 'Column B is not sent, since its header shows the error #REF!; correct its formula.',
    },
    { columnIndex: 3, note: 'Column D is not sent, since its header shows the error Loading...; correct its formula.' },
  ]);
});

test('a header that is a special name of JavaScript is sent like any other', () => {
  const found = chatbotColumns(['ID', '__proto__'], { excludedHeaders: [], includedHeaders: [] }, 'Tab');
  if (!found.ok) throw new Error('no columns');
  const read = readChatbotRow(row('x'), found.value, false);
  expect(JSON.stringify(read.ok ? read.value.Data : {})).toBe('{"__proto__":"x"}');
});
