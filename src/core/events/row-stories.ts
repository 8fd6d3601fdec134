/** What messages do to the rows of a tab, told row by row: what its cells are to hold, and what is shown beside them. */
import type { CellValue } from '../sheet/table.ts';
import { clipText } from '../terms/clip-text.ts';
import { count } from '../words/counts.ts';
import { EVENT_FIELDS, type EventFieldName } from './event-fields.ts';
import { BLANK_STAMP, formatStamp } from './event-stamp.ts';
import { listingLabel } from './listing-identity.ts';
import {
  type CellChange,
  type ColumnChoices,
  changeWords,
  type EventRow,
  keptWords,
  type Merged,
  mergeMessage,
} from './merge-row.ts';
import type { ListingMessage } from './route-message.ts';
import type { SayContext } from './say-cells.ts';

/** The rows of a tab before messages are taken in. */
export interface EventRows {
  /** The rows below the header, in order. A row's position here is what plans name it by. */
  readonly rows: readonly EventRow[];
  /** Columns that the tab has; others of a message are left out. */
  readonly columns: readonly EventFieldName[];
  readonly choices: ColumnChoices;
  /** Columns that nobody may write where new rows go. */
  readonly lockedBelow?: ReadonlySet<EventFieldName>;
}

/** What a row is to hold. */
export interface PlannedRow {
  /** Where the row stands among the ground's rows; `undefined` for a new one. */
  readonly position: number | undefined;
  readonly label: string;
  readonly row: EventRow;
  /** Columns whose cell changes. */
  readonly changed: readonly EventFieldName[];
  readonly stamp: string;
  /** What is shown beside it; `undefined` where only the stamp changes. */
  readonly shown: ShownEvent | undefined;
}

/** The three visible cells of a row. */
export interface ShownEvent {
  readonly status: string;
  readonly detail: string;
  /** When the message was sent, or taken in where it does not say. */
  readonly atMs: number;
}

const NAMES: readonly EventFieldName[] = EVENT_FIELDS.map(({ name }) => name);
const LONGEST_DETAIL = 2000;
/** Changes can be seen in their cells; what was kept or left out stands nowhere else. */
const LONGEST_CHANGES = 500;

/** What happened to one row, over all messages. */
interface RowStory {
  row: EventRow;
  readonly position: number | undefined;
  readonly label: string;
  readonly before: EventRow;
  isRemoved: boolean;
  isBack: boolean;
  readonly kept: Map<EventFieldName, CellChange>;
  readonly notes: Set<string>;
  atMs?: number;
  hasNews: boolean;
}

/** The stories of the rows that messages are about. */
export type RowStories = ReturnType<typeof openStories>;

/** Opens the stories of a tab's rows, of which none is told yet. */
export function openStories(ground: EventRows, context: SayContext) {
  const stories = new Map<number, RowStory>();
  let rowCount = ground.rows.length;
  const blank = blankRow(ground);
  const rowAt = (position: number): EventRow => stories.get(position)?.row ?? ground.rows[position] ?? blank;

  function storyOf(position: number, label: string): RowStory {
    const known = stories.get(position);
    if (known !== undefined) return known;
    const row = rowAt(position);
    const story: RowStory = {
      row,
      position: position < ground.rows.length ? position : undefined,
      before: row,
      label: labelOf(row, label),
      isRemoved: false,
      isBack: false,
      kept: new Map(),
      notes: new Set(),
      hasNews: false,
    };
    stories.set(position, story);
    return story;
  }

  return {
    /** A row as the messages so far have made it. */
    rowAt,
    /** The position of a new row. */
    create: (): number => {
      rowCount += 1;
      return rowCount - 1;
    },
    merge: (position: number, message: ListingMessage): Merged => {
      const story = storyOf(position, listingLabel(message.identity));
      const merged = mergeMessage(story.row, message, ground.choices, context);
      tell(story, message, merged);
      return merged;
    },
    plannedRows: (): readonly PlannedRow[] => [...stories.values()].flatMap((story) => planned(story, context.nowMs)),
  };
}

function tell(story: RowStory, message: ListingMessage, merged: Merged): void {
  const { kind, kept, notes, changes } = merged;
  story.row = merged.row;
  const isNews = changes.length > 0 || kept.length > 0 || notes.length > 0;
  if (!isNews) return;
  story.hasNews = true;
  if (story.kept.size > 0) for (const change of changes) story.kept.delete(change.name);
  for (const change of kept) story.kept.set(change.name, change);
  for (const note of notes) story.notes.add(note);
  story.isRemoved = kind === 'removed' || (story.isRemoved && kind !== 'back');
  story.isBack = kind === 'back' || (story.isBack && kind !== 'removed');
  const { sentMs } = message.order;
  if (sentMs !== undefined && sentMs > (story.atMs ?? 0)) story.atMs = sentMs;
}

function planned(story: RowStory, nowMs: number): readonly PlannedRow[] {
  const { row, before, position, label } = story;
  const changed = NAMES.filter((name) => row.cells[name] !== before.cells[name]);
  const stamp = formatStamp(row.stamp);
  const isSame = position !== undefined && changed.length === 0 && stamp === formatStamp(before.stamp);
  if (isSame && !story.hasNews) return [];
  const shown = story.hasNews || position === undefined ? shownEvent(story, changed, nowMs) : undefined;
  return [{ position, label, row, changed, stamp, shown }];
}

function shownEvent(story: RowStory, changed: readonly EventFieldName[], nowMs: number): ShownEvent {
  const { row, before, position, kept, notes } = story;
  const isNew = position === undefined;
  const text = (cells: EventRow['cells'], name: EventFieldName) => String(cells[name] ?? '');
  const changes = isNew
    ? []
    : changed.map((name) => changeWords({ name, from: text(before.cells, name), to: text(row.cells, name) }));
  const keptLines = [...kept.values()].map(keptWords);
  const back = story.isBack ? ['Back: the sender has it again'] : [];
  const parts = story.isRemoved ? [...notes, ...keptLines] : [...back, ...fitting(changes), ...keptLines, ...notes];
  return {
    status: statusWord(story, isNew),
    detail: clipText(parts.join('; ') || (isNew ? 'New listing' : ''), LONGEST_DETAIL),
    atMs: story.atMs ?? nowMs,
  };
}

/** As many changes as there is room for, and how many there are besides. */
function fitting(changes: readonly string[]): readonly string[] {
  let length = 0;
  const first = changes.findIndex((change, index) => {
    length += change.length + 2;
    return index > 0 && length > LONGEST_CHANGES;
  });
  return first === -1 ? changes : [...changes.slice(0, first), `and ${count(changes.length - first, 'more cell')}`];
}

function statusWord({ isRemoved, kept }: RowStory, isNew: boolean): string {
  if (isRemoved) return 'Removed';
  if (kept.size > 0) return `Kept ${kept.size}`;
  return isNew ? 'New' : 'Updated';
}

/** A row is called by what people know it by. */
function labelOf({ cells }: EventRow, fallback: string): string {
  const texts = [cells.address, cells.mlsNumber].map((value) => (typeof value === 'string' ? value.trim() : ''));
  return texts.find((text) => text !== '') ?? fallback;
}

function blankRow({ columns, lockedBelow = new Set() }: EventRows): EventRow {
  const cells: Partial<Record<EventFieldName, CellValue>> = {};
  for (const name of columns) cells[name] = '';
  return { cells, stamp: BLANK_STAMP, locked: lockedBelow };
}
