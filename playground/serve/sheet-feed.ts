/** Tells pages what is new in the tab on screen, row by row: thousands of rows in one answer would stop a page. */
import type { CellSnapshot, SpreadsheetSnapshot, TabSnapshot } from '../apps-script/emulator.ts';
import type { SheetChanges } from './wire.ts';

/** What has changed in the tab on screen, for readers who each know a part of it. */
export interface SheetFeed {
  /** Tells that the spreadsheet is not what it was. */
  noteChange(): void;
  /** How long to wait before the change is told to pages, in milliseconds. */
  delayMs(): number;
  /** The rows that changed after `mark` (0: all of them), in portions; ask again with the answer's mark for the rest. */
  changesSince(mark: number): SheetChanges;
}

/** What the feed needs of its surroundings. */
export interface SheetFeedSources {
  readonly takeSnapshot: () => SpreadsheetSnapshot;
  /** The time in milliseconds since any fixed moment. */
  readonly nowMs: () => number;
  /** Called when an answer lacks a change: whoever got it has to be told of it once it can be seen. */
  readonly onBehind: () => void;
}

/** Cells in one answer, so that a page reads and draws it in a few milliseconds. */
const PORTION_CELLS = 5_000;
/** A run writes hundreds of cells in a burst; what comes closer together than this is told at once. */
const SHORTEST_PAUSE_MS = 40;
/** Whoever watches a run sees it move at least once in a second. */
const LONGEST_PAUSE_MS = 800;
/** The server also serves the run itself, so looking at a large sheet may take a quarter of its time, no more. */
const PAUSE_PER_COST = 3;

type Row = readonly CellSnapshot[];

interface Look {
  readonly snapshot: SpreadsheetSnapshot;
  readonly tab: TabSnapshot | undefined;
  /** For each row of the tab when it last changed, as a number that only grows. */
  readonly marks: readonly number[];
}

/** Creates a feed; the spreadsheet is looked at when somebody asks and it has changed. */
export function createSheetFeed({ takeSnapshot, nowMs, onBehind }: SheetFeedSources): SheetFeed {
  let isStale = true;
  let look: Look | undefined;
  let lastMark = 0;
  let nextLookMs = Number.NEGATIVE_INFINITY;

  const nextMark = (): number => {
    lastMark += 1;
    return lastMark;
  };
  const lookAnew = (): Look => {
    const startedMs = nowMs();
    const snapshot = takeSnapshot();
    const tab = snapshot.tabs.find(({ tabId }) => tabId === snapshot.activeTabId);
    const before = look?.tab?.tabId === tab?.tabId ? look : undefined;
    const marks = (tab?.cells ?? []).map((row, rowIndex) => {
      const mark = before?.marks[rowIndex];
      return mark !== undefined && isSameRow(row, before?.tab?.cells[rowIndex] ?? []) ? mark : nextMark();
    });
    const endedMs = nowMs();
    const pauseMs = Math.max(SHORTEST_PAUSE_MS, (endedMs - startedMs) * PAUSE_PER_COST);
    nextLookMs = endedMs + Math.min(pauseMs, LONGEST_PAUSE_MS);
    return { snapshot, tab, marks };
  };

  return {
    noteChange() {
      isStale = true;
    },
    delayMs: () => Math.max(SHORTEST_PAUSE_MS, nextLookMs - nowMs()),
    changesSince(mark) {
      if (look === undefined || (isStale && nowMs() >= nextLookMs)) {
        isStale = false;
        look = lookAnew();
      }
      if (isStale) onBehind();
      return { ...portionOf(look, mark, lastMark), isBehind: isStale };
    },
  };
}

function portionOf({ snapshot, tab, marks }: Look, since: number, lastMark: number): Omit<SheetChanges, 'isBehind'> {
  const newer = marks
    .map((mark, rowIndex) => ({ mark, rowIndex }))
    .filter(({ mark }) => mark > since)
    .sort((one, other) => one.mark - other.mark);
  const width = Math.max(1, tab?.cells[0]?.length ?? 1);
  const portion = newer.slice(0, Math.ceil(PORTION_CELLS / width));
  const hasMore = portion.length < newer.length;
  return {
    snapshot: { ...snapshot, tabs: snapshot.tabs.map((each) => ({ ...each, cells: [] })) },
    filledRows: marks.length,
    rows: portion.map(({ rowIndex }) => ({ rowIndex, cells: tab?.cells[rowIndex] ?? [] })),
    mark: hasMore ? (portion.at(-1)?.mark ?? since) : lastMark,
    hasMore,
  };
}

function isSameRow(row: Row, other: Row): boolean {
  return row.length === other.length && row.every((cell, columnIndex) => isSameCell(cell, other[columnIndex]));
}

function isSameCell(cell: CellSnapshot, other: CellSnapshot | undefined): boolean {
  return (
    other !== undefined &&
    cell.text === other.text &&
    cell.input === other.input &&
    cell.align === other.align &&
    cell.background === other.background &&
    cell.color === other.color &&
    cell.isBold === other.isBold &&
    cell.note === other.note
  );
}
