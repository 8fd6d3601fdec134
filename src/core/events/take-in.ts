/** Takes messages into rows: plans every cell that changes, every new row, and what is kept for later. Nothing is written here. */
import type { CellValue } from '../sheet/table.ts';
import { clipText } from '../terms/clip-text.ts';
import { EVENT_FIELDS, type EventFieldName } from './event-fields.ts';
import { BLANK_STAMP, formatStamp } from './event-stamp.ts';
import { createRowIndex, type FoundRow, type RowIndex } from './find-row.ts';
import { itemsOf, type JsonNode, nodeOf, numberOf, textOf } from './json-node.ts';
import {
  identityKeys,
  isOutdated,
  type KeptKind,
  type KeptLine,
  lineId,
  MOST_ASIDE_LINES,
  rawOf,
} from './kept-line.ts';
import { listingLabel } from './listing-identity.ts';
import { maskSecrets } from './mask-secrets.ts';
import {
  type CellChange,
  type ColumnChoices,
  changeWords,
  type EventRow,
  keptWords,
  type Merged,
  mergeMessage,
} from './merge-row.ts';
import { momentOfExistence } from './message-order.ts';
import { isPublishedBy } from './publish-mark.ts';
import { type Piece, readMessages } from './read-messages.ts';
import { type ListingMessage, routeMessage } from './route-message.ts';
import type { SayContext } from './say-cells.ts';

/** A tab and its memory before messages are taken in. */
export interface EventGround {
  /** The rows below the header, in order. A row's position here is what plans name it by. */
  readonly rows: readonly EventRow[];
  /** Columns that the tab has; others of a message are left out. */
  readonly columns: readonly EventFieldName[];
  readonly choices: ColumnChoices;
  /** Columns that nobody may write where new rows go. */
  readonly lockedBelow?: ReadonlySet<EventFieldName>;
  readonly lines: readonly KeptLine[];
  /** What the ids of messages hold that this file published itself. */
  readonly ownMark?: string;
}

/** Messages for a row that a person chose. */
export interface ChosenRow {
  readonly position: number;
}

/** What a row is to hold. */
export interface PlannedRow {
  /** Where the row stands among the ground's rows; absent for a new one. */
  readonly position?: number;
  readonly label: string;
  readonly row: EventRow;
  /** Columns whose cell changes. */
  readonly changed: readonly EventFieldName[];
  readonly stamp: string;
  /** What is shown beside it; absent where only the stamp changes. */
  readonly shown?: ShownEvent;
}

/** The three visible cells of a row. */
export interface ShownEvent {
  readonly status: string;
  readonly detail: string;
  /** When the message was sent, or taken in where it does not say. */
  readonly atMs: number;
}

/** How many messages did what. */
export interface TakenCounts {
  readonly new: number;
  readonly updated: number;
  readonly removed: number;
  readonly same: number;
  readonly stale: number;
  readonly aside: number;
  readonly waiting: number;
  /** Messages that rows are not about, by what they are. */
  readonly passed: Readonly<Record<string, number>>;
}

/** One row of a preview: what would change in it. */
export interface RowPreview {
  readonly label: string;
  readonly kind: 'new' | 'updated' | 'removed';
  readonly detail: string;
}

/** What is to be done. */
export interface TakenIn {
  readonly rows: readonly PlannedRow[];
  readonly newLines: readonly KeptLine[];
  readonly droppedLineIds: readonly string[];
  readonly counts: TakenCounts;
  /** Whether the list of what waits for a person is full: no more may be taken in. */
  readonly isFull: boolean;
}

const LONGEST_DETAIL = 500;
const OWN_MESSAGES = 'messages that this file published';

/** What happened to one row, over all messages. */
interface RowStory {
  row: EventRow;
  readonly position?: number;
  readonly label: string;
  readonly before: EventRow;
  isRemoved: boolean;
  isBack: boolean;
  readonly kept: Map<EventFieldName, CellChange>;
  readonly notes: Set<string>;
  atMs?: number;
  hasNews: boolean;
}

type MutableCounts = { -readonly [Name in Exclude<keyof TakenCounts, 'passed'>]: number } & {
  passed: Record<string, number>;
};

/** Takes pieces in, one after the other. Taking them in again, in any order, changes nothing more. */
export function takeIn(
  ground: EventGround,
  pieces: readonly Piece[],
  context: SayContext,
  chosen?: ChosenRow,
): TakenIn {
  const desk = openDesk(ground, context);
  for (const piece of pieces) {
    if (piece.kind === 'unreadable') desk.keep('aside', maskSecrets(piece.raw), { why: piece.why });
    else takeNode(desk, piece.node, chosen);
  }
  return desk.close();
}

function takeNode(desk: Desk, node: JsonNode, chosen: ChosenRow | undefined): void {
  const routed = routeMessage(node, desk.context.nowMs);
  if ('order' in routed && desk.isOwn(routed)) {
    desk.counts.passed[OWN_MESSAGES] = (desk.counts.passed[OWN_MESSAGES] ?? 0) + 1;
    return;
  }
  switch (routed.kind) {
    case 'passed':
      desk.counts.passed[routed.what] = (desk.counts.passed[routed.what] ?? 0) + 1;
      return;
    case 'aside':
      desk.keep('aside', rawOf(routed.message), { why: routed.why });
      return;
    case 'update':
    case 'removal':
    case 'compensation':
      takeListing(desk, routed, chosen);
      return;
    default:
      routed satisfies never;
  }
}

function takeListing(desk: Desk, message: ListingMessage, chosen: ChosenRow | undefined): void {
  const found: FoundRow =
    chosen === undefined ? desk.index.find(message.identity) : { kind: 'one', row: chosen.position };
  switch (found.kind) {
    case 'one':
      desk.merge(found.row, message);
      return;
    case 'several':
      desk.keep('aside', rawOf(message.message), { why: found.why, message });
      return;
    case 'none':
      takeUnknown(desk, message);
      return;
    default:
      found satisfies never;
  }
}

/** A listing that no row has: a new row, unless it was removed since, or the message says too little. */
function takeUnknown(desk: Desk, message: ListingMessage): void {
  const removal = desk.removalOf(message);
  switch (message.kind) {
    case 'removal':
      desk.rememberRemoval(message, removal);
      return;
    case 'compensation':
      desk.keep('waiting', rawOf(message.message), { why: 'No row has this listing yet.', message });
      return;
    case 'update':
      break;
    default:
      message.kind satisfies never;
  }
  if (removal !== undefined && removal.existence >= message.order.existence) {
    desk.rememberContent(message);
    desk.counts.stale += 1;
    return;
  }
  if (!isWorthARow(message)) {
    const why = 'No row has this listing yet, and the message names no price, address or type to make one of.';
    desk.keep('waiting', rawOf(message.message), { why, message });
    return;
  }
  if (removal !== undefined) desk.drop(removal);
  desk.mergeWaiting(desk.create(message), message);
}

function isWorthARow({ listing }: ListingMessage): boolean {
  const says = (member: string) => itemsOf(listing[member]).some((item) => textOf(item) !== '');
  if (says('streetAddress') || says('propertyType') || says('propertySubType')) return true;
  const { price, value } = nodeOf(listing.listingPrice) ?? {};
  const amount = numberOf(price ?? value);
  return amount.kind === 'number' && amount.value > 1;
}

type Desk = ReturnType<typeof openDesk>;

function openDesk(ground: EventGround, context: SayContext) {
  const stories = new Map<number, RowStory>();
  let rowCount = ground.rows.length;
  const rowAt = (position: number): EventRow => stories.get(position)?.row ?? ground.rows[position] ?? blankRow(ground);
  const index: RowIndex = createRowIndex(rowAt);
  for (const [position, row] of ground.rows.entries()) index.add(position, row);
  const lines = new Map(ground.lines.filter((line) => !isOutdated(line, context.nowMs)).map((line) => [line.id, line]));
  const dropped = new Set(ground.lines.filter((line) => isOutdated(line, context.nowMs)).map(({ id }) => id));
  const newLines = new Map<string, KeptLine>();
  const counts: MutableCounts = { new: 0, updated: 0, removed: 0, same: 0, stale: 0, aside: 0, waiting: 0, passed: {} };

  function storyOf(position: number, label: string): RowStory {
    const known = stories.get(position);
    if (known !== undefined) return known;
    const row = rowAt(position);
    const story: RowStory = {
      row,
      before: row,
      label: labelOf(row, label),
      isRemoved: false,
      isBack: false,
      kept: new Map(),
      notes: new Set(),
      hasNews: false,
      ...(position < ground.rows.length && { position }),
    };
    stories.set(position, story);
    return story;
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

  function routeLine({ raw }: KeptLine): ListingMessage | undefined {
    const [piece] = readMessages(raw).pieces;
    const routed = piece?.kind === 'json' ? routeMessage(piece.node, context.nowMs) : undefined;
    return routed !== undefined && 'order' in routed ? routed : undefined;
  }

  function countMerged({ kind }: Merged): void {
    if (kind === 'changed' || kind === 'back') counts.updated += 1;
    else counts[kind] += 1;
  }

  const desk = {
    context,
    counts,
    index,
    isOwn: ({ message }: ListingMessage) =>
      ground.ownMark !== undefined && isPublishedBy(textOf(message.id), ground.ownMark),
    merge(position: number, message: ListingMessage): void {
      const story = storyOf(position, listingLabel(message.identity));
      const merged = mergeMessage(story.row, message, ground.choices, context);
      tell(story, message, merged);
      countMerged(merged);
      index.add(position, story.row);
    },
    create(message: ListingMessage): number {
      const position = rowCount;
      rowCount += 1;
      const story = storyOf(position, listingLabel(message.identity));
      tell(story, message, mergeMessage(story.row, message, ground.choices, context));
      counts.new += 1;
      index.add(position, story.row);
      return position;
    },
    /** What was told of a listing before it had a row. */
    mergeWaiting(position: number, message: ListingMessage): void {
      const keys = new Set(identityKeys(message.identity));
      for (const line of lines.values()) {
        if (line.kind !== 'waiting' || !line.keys.some((key) => keys.has(key))) continue;
        const waiting = routeLine(line);
        if (waiting !== undefined) desk.merge(position, waiting);
        desk.drop(line);
      }
    },
    removalOf(message: ListingMessage): KeptLine | undefined {
      const keys = new Set(identityKeys(message.identity));
      return [...lines.values()].find((line) => line.kind === 'removed' && line.keys.some((key) => keys.has(key)));
    },
    rememberRemoval(message: ListingMessage, known: KeptLine | undefined): void {
      const { existence } = message.order;
      if (known !== undefined && known.existence >= existence) {
        counts.stale += 1;
        return;
      }
      if (known !== undefined) desk.drop(known);
      const keys = identityKeys(message.identity);
      const sentMs = momentOfExistence(existence);
      const when = sentMs === undefined ? '' : ` on ${context.wallTime(sentMs).slice(0, 10)}`;
      const why = `The sender removed it${when}; no row has it, and an older message makes none.`;
      add({ id: lineId('removed', keys.join(' ')), kind: 'removed', why, existence, keys, raw: '', message });
      counts.removed += 1;
    },
    /** The newest that is known of a listing which was removed: it may come back with a message that says older things. */
    rememberContent(message: ListingMessage): void {
      const keys = identityKeys(message.identity);
      const id = lineId('waiting', `newest ${keys.join(' ')}`);
      const known = lines.get(id);
      const knownOrder = known === undefined ? '' : (routeLine(known)?.order.content ?? '');
      if (knownOrder >= message.order.content) return;
      if (known !== undefined) desk.drop(known);
      const why = 'The sender has removed its listing since; what it says counts should the listing come back.';
      add({ id, kind: 'waiting', why, existence: '', keys, raw: rawOf(message.message), message });
    },
    keep(
      kind: KeptKind,
      raw: string,
      { why, message }: { readonly why: string; readonly message?: ListingMessage },
    ): void {
      const id = lineId(kind, raw);
      // A person has dealt with the same message before, or it is there already.
      if (lines.get(id)?.kind === 'discarded') counts.same += 1;
      else if (kind === 'aside') counts.aside += 1;
      else counts.waiting += 1;
      if (lines.has(id)) return;
      const keys = message === undefined ? [] : identityKeys(message.identity);
      add({ id, kind, why, existence: '', keys, raw, ...(message && { message }) });
    },
    drop(line: KeptLine): void {
      lines.delete(line.id);
      if (!newLines.delete(line.id)) dropped.add(line.id);
    },
    close(): TakenIn {
      const asideLines = [...lines.values()].filter(({ kind }) => kind === 'aside').length;
      return {
        rows: [...stories.values()].flatMap((story) => planned(story, context.nowMs)),
        newLines: [...newLines.values()],
        droppedLineIds: [...dropped],
        counts,
        isFull: asideLines > MOST_ASIDE_LINES,
      };
    },
  };

  function add({
    message,
    ...line
  }: Omit<KeptLine, 'keptMs' | 'listing'> & { readonly message?: ListingMessage }): void {
    const listing = message === undefined ? '' : listingLabel(message.identity);
    const kept = { ...line, listing, keptMs: context.nowMs };
    lines.set(kept.id, kept);
    // A line that was dropped a moment ago under the same id is written anew.
    newLines.set(kept.id, kept);
  }

  return desk;
}

function planned(story: RowStory, nowMs: number): readonly PlannedRow[] {
  const { row, before, position, label } = story;
  const changed = EVENT_FIELDS.filter(({ name }) => row.cells[name] !== before.cells[name]).map(({ name }) => name);
  const stamp = formatStamp(row.stamp);
  const isSame = position !== undefined && changed.length === 0 && stamp === formatStamp(before.stamp);
  if (isSame && !story.hasNews) return [];
  const shown = story.hasNews || position === undefined ? shownEvent(story, changed, nowMs) : undefined;
  return [{ label, row, changed, stamp, ...(position !== undefined && { position }), ...(shown && { shown }) }];
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
  const parts = story.isRemoved ? [...notes, ...keptLines] : [...back, ...changes, ...keptLines, ...notes];
  return {
    status: statusWord(story, isNew),
    detail: clipText(parts.join('; ') || (isNew ? 'New listing' : ''), LONGEST_DETAIL),
    atMs: story.atMs ?? nowMs,
  };
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

function blankRow({ columns, lockedBelow = new Set() }: EventGround): EventRow {
  const cells: Partial<Record<EventFieldName, CellValue>> = {};
  for (const name of columns) cells[name] = '';
  return { cells, stamp: BLANK_STAMP, locked: lockedBelow };
}

/** What would change, row by row, for people to read. */
export function previewRows(taken: TakenIn): readonly RowPreview[] {
  return taken.rows.flatMap(({ label, position, shown, row }) => {
    if (shown === undefined) return [];
    const kind = position === undefined ? 'new' : shown.status === 'Removed' ? 'removed' : 'updated';
    const name = String(row.cells.address ?? '') || label;
    return [{ label: name, kind, detail: shown.detail } as const];
  });
}
