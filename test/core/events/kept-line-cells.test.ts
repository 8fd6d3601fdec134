/** Messages that are kept, as cells and back. */
import { expect, test } from 'vitest';
import type { KeptLine } from '../../../src/core/events/kept-line.ts';
import { EVENTS_TAB_HEADERS, lineOfCells, linesCells } from '../../../src/core/events/kept-line-cells.ts';

/** One of the two units of a character at an end. */
const HALF_A_CHARACTER = /^[\udc00-\udfff]|[\ud800-\udbff]$/;

function line(raw: string): KeptLine {
  return {
    id: 'aside-1',
    kind: 'aside',
    keptMs: Date.UTC(2026, 10, 30, 9),
    why: 'Two rows have this number.',
    listing: 'A1',
    existence: '2026-11-30T09:00:00Z',
    keys: ['MLS|A1', 'https://example.com/a1'],
    raw,
  };
}

test('a line is read as it was written', () => {
  const [cells = []] = linesCells([line('{"topic":"realestate/listing#update"}')]);
  expect(cells).toHaveLength(EVENTS_TAB_HEADERS.length);
  expect(lineOfCells(cells)).toEqual(line('{"topic":"realestate/listing#update"}'));
});

test('a message however long is kept whole, in cells that Sheets can hold, with no character cut in two', () => {
  const long = line(`${'x'.repeat(48_999)}𝔸${'y'.repeat(5_000_000)}`);
  const rows = linesCells([line('{}'), long]);
  expect(new Set(rows.map((row) => row.length)).size).toBe(1);
  const [, cells = []] = rows;
  for (const cell of cells) {
    expect(cell.length).toBeLessThanOrEqual(50_000);
    expect(cell).not.toMatch(HALF_A_CHARACTER);
  }
  expect(lineOfCells(cells)?.raw).toBe(long.raw);
});
