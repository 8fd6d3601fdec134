/** What the server tells a page of a sheet that changes. */
import { expect, test } from 'vitest';
import type { CellSnapshot, SpreadsheetSnapshot } from '../../../playground/apps-script/emulator.ts';
import { createSheetFeed } from '../../../playground/serve/sheet-feed.ts';
import { plainTab } from '../plain-tab.ts';

const cell = (text: string): CellSnapshot => ({ text, input: text, align: 'left' });

function snapshotOf(tabs: Readonly<Record<string, readonly (readonly string[])[]>>, active: string) {
  const names = Object.keys(tabs);
  const snapshot: SpreadsheetSnapshot = {
    name: 'Demo',
    locale: 'en_US',
    timeZone: 'Etc/UTC',
    activeTabId: names.indexOf(active),
    selection: ['A1'],
    tabs: names.map((name, tabId) =>
      plainTab({ tabId, name, rowCount: 9_000, cells: (tabs[name] ?? []).map((row) => row.map(cell)) }),
    ),
  };
  return snapshot;
}

/** A spreadsheet that costs `costMs` to look at, on a clock of its own. */
function startFeed(first: SpreadsheetSnapshot, costMs = 0) {
  const world = { snapshot: first, nowMs: 0, looks: 0, timesBehind: 0 };
  const feed = createSheetFeed({
    takeSnapshot: () => {
      world.looks += 1;
      world.nowMs += costMs;
      return world.snapshot;
    },
    nowMs: () => world.nowMs,
    onBehind: () => {
      world.timesBehind += 1;
    },
  });
  const change = (snapshot: SpreadsheetSnapshot, afterMs = 1_000): void => {
    world.nowMs += afterMs;
    world.snapshot = snapshot;
    feed.noteChange();
  };
  return { feed, world, change };
}

test('a page that knows a sheet is told the rows that changed, and no cell of another tab', () => {
  const other = [['not on screen']];
  const { feed, change } = startFeed(snapshotOf({ Homes: [['a'], ['b'], ['c']], Other: other }, 'Homes'));
  const { mark, rows } = feed.changesSince(0);
  change(snapshotOf({ Homes: [['a'], ['B'], ['c'], ['d']], Other: [['changed']] }, 'Homes'));
  const changes = feed.changesSince(mark);
  expect(rows.map(({ rowIndex }) => rowIndex)).toEqual([0, 1, 2]);
  expect(changes.rows).toEqual([
    { rowIndex: 1, cells: [cell('B')] },
    { rowIndex: 3, cells: [cell('d')] },
  ]);
  expect(changes.filledRows).toBe(4);
  expect(changes.snapshot.tabs.map(({ name, cells }) => [name, cells])).toEqual([
    ['Homes', []],
    ['Other', []],
  ]);
});

test('nothing is told twice, and rows that are gone are left out of the count', () => {
  const { feed, change } = startFeed(snapshotOf({ Homes: [['a'], ['b'], ['c']] }, 'Homes'));
  const { mark } = feed.changesSince(0);
  change(snapshotOf({ Homes: [['a']] }, 'Homes'));
  expect(feed.changesSince(mark)).toMatchObject({ rows: [], filledRows: 1, hasMore: false });
});

test('a sheet of thousands of rows comes in portions that end with all of it', () => {
  const many = Array.from({ length: 6_000 }, (_, index) => [String(index), 'x']);
  const { feed } = startFeed(snapshotOf({ Homes: many }, 'Homes'));
  const told: number[] = [];
  let mark = 0;
  let portions = 0;
  for (let hasMore = true; hasMore; portions += 1) {
    const changes = feed.changesSince(mark);
    told.push(...changes.rows.map(({ rowIndex }) => rowIndex));
    ({ mark, hasMore } = changes);
  }
  expect(portions).toBe(3);
  expect(told).toEqual(many.map((_, index) => index));
});

test('a row that changes between two portions is told as it is last', () => {
  const rows = (first: string) => [[first], ...Array.from({ length: 6_000 }, () => ['x'])];
  const { feed, change } = startFeed(snapshotOf({ Homes: rows('old') }, 'Homes'));
  const first = feed.changesSince(0);
  change(snapshotOf({ Homes: rows('new') }, 'Homes'));
  const second = feed.changesSince(first.mark);
  const last = second.hasMore ? feed.changesSince(second.mark) : second;
  expect(first.rows[0]?.cells).toEqual([cell('old')]);
  expect([...second.rows, ...last.rows].findLast(({ rowIndex }) => rowIndex === 0)?.cells).toEqual([cell('new')]);
});

test('another tab on screen is told from its first row', () => {
  const tabs = { Homes: [['a']], Other: [['b'], ['c']] };
  const { feed, change } = startFeed(snapshotOf(tabs, 'Homes'));
  const { mark } = feed.changesSince(0);
  change(snapshotOf(tabs, 'Other'));
  expect(feed.changesSince(mark).rows.map(({ cells }) => cells)).toEqual([[cell('b')], [cell('c')]]);
});

test('a sheet that costs much to look at is looked at again after a pause, but within a second', () => {
  const { feed, world, change } = startFeed(snapshotOf({ Homes: [['a']] }, 'Homes'), 500);
  const { mark } = feed.changesSince(0);
  change(snapshotOf({ Homes: [['b']] }, 'Homes'), 10);
  expect(feed.changesSince(mark)).toMatchObject({ rows: [], isBehind: true });
  expect(world.timesBehind).toBe(1);
  const delayMs = feed.delayMs();
  expect(delayMs).toBeLessThanOrEqual(1_000);
  world.nowMs += delayMs;
  expect(feed.changesSince(mark)).toMatchObject({ rows: [{ rowIndex: 0 }], isBehind: false });
  expect(world.timesBehind).toBe(1);
  expect(world.looks).toBe(2);
});
