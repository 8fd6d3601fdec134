/** Takes messages into rows: plans every cell that changes, every new row, and what is kept for later. Nothing is written here. */
import { createRowIndex, type FoundRow, type RowIndex } from './find-row.ts';
import { itemsOf, type JsonNode, nodeOf, numberOf, textOf } from './json-node.ts';
import { type KeptLine, rawOf } from './kept-line.ts';
import { type KeptLines, type LineChanges, openLines } from './kept-lines.ts';
import { maskSecrets } from './mask-secrets.ts';
import { isPublishedBy } from './publish-mark.ts';
import type { Piece } from './read-messages.ts';
import { type ListingMessage, routeMessage } from './route-message.ts';
import { type EventRows, openStories, type PlannedRow, type RowStories } from './row-stories.ts';
import type { SayContext } from './say-cells.ts';

/** A tab and its memory before messages are taken in. */
export interface EventGround extends EventRows {
  readonly lines: readonly KeptLine[];
  /** What the ids of messages hold that this file published itself. */
  readonly ownMark?: string;
}

/** Messages for a row that a person chose. */
export interface ChosenRow {
  readonly position: number;
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
export interface TakenIn extends LineChanges {
  readonly rows: readonly PlannedRow[];
  readonly counts: TakenCounts;
}

const OWN_MESSAGES = 'messages that this file published';

type MutableCounts = { -readonly [Name in Exclude<keyof TakenCounts, 'passed'>]: number } & {
  passed: Record<string, number>;
};

/** Where messages are taken in. */
interface Desk {
  readonly context: SayContext;
  readonly ownMark: string | undefined;
  readonly counts: MutableCounts;
  readonly index: RowIndex;
  readonly stories: RowStories;
  readonly lines: KeptLines;
}

/** Takes pieces in, one after the other. Taking them in again, in any order, changes nothing more. */
export function takeIn(
  ground: EventGround,
  pieces: readonly Piece[],
  context: SayContext,
  chosen?: ChosenRow,
): TakenIn {
  const desk = openDesk(ground, context);
  for (const piece of pieces) {
    if (piece.kind === 'unreadable') keep(desk, 'aside', maskSecrets(piece.raw), piece.why);
    else takeNode(desk, piece.node, chosen);
  }
  return { rows: desk.stories.plannedRows(), ...desk.lines.changes(), counts: desk.counts };
}

function openDesk(ground: EventGround, context: SayContext): Desk {
  const stories = openStories(ground, context);
  const index = createRowIndex(stories.rowAt);
  for (const [position, row] of ground.rows.entries()) index.add(position, row);
  const counts = { new: 0, updated: 0, removed: 0, same: 0, stale: 0, aside: 0, waiting: 0, passed: {} };
  return { context, ownMark: ground.ownMark, counts, index, stories, lines: openLines(ground.lines, context) };
}

function takeNode(desk: Desk, node: JsonNode, chosen: ChosenRow | undefined): void {
  const routed = routeMessage(node, desk.context.nowMs);
  if ('order' in routed && isOwn(desk, routed)) {
    pass(desk, OWN_MESSAGES);
    return;
  }
  switch (routed.kind) {
    case 'passed':
      pass(desk, routed.what);
      return;
    case 'aside':
      keep(desk, 'aside', rawOf(routed.message), routed.why);
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

function isOwn({ ownMark }: Desk, { message }: ListingMessage): boolean {
  return ownMark !== undefined && isPublishedBy(textOf(message.id), ownMark);
}

function pass({ counts: { passed } }: Desk, what: string): void {
  passed[what] = (passed[what] ?? 0) + 1;
}

function keep(desk: Desk, kind: 'aside' | 'waiting', raw: string, why: string, message?: ListingMessage): void {
  const isKnown = desk.lines.keep(kind, raw, why, message);
  desk.counts[isKnown ? 'same' : kind] += 1;
}

function takeListing(desk: Desk, message: ListingMessage, chosen: ChosenRow | undefined): void {
  const found: FoundRow =
    chosen === undefined ? desk.index.find(message.identity) : { kind: 'one', row: chosen.position };
  switch (found.kind) {
    case 'one':
      mergeInto(desk, found.row, message);
      return;
    case 'several':
      keep(desk, 'aside', rawOf(message.message), found.why, message);
      return;
    case 'none':
      takeUnknown(desk, message);
      return;
    default:
      found satisfies never;
  }
}

function mergeInto({ counts, index, stories }: Desk, position: number, message: ListingMessage): void {
  const { kind, row } = stories.merge(position, message);
  counts[kind === 'changed' || kind === 'back' ? 'updated' : kind] += 1;
  index.add(position, row);
}

/** A listing that no row has: a new row, unless it was removed since, or the message says too little. */
function takeUnknown(desk: Desk, message: ListingMessage): void {
  const { lines, counts } = desk;
  const removal = lines.removalOf(message);
  const isOlder = removal !== undefined && removal.existence >= message.order.existence;
  switch (message.kind) {
    case 'removal':
      if (removal !== undefined && !isOlder) lines.drop(removal);
      if (!isOlder) lines.rememberRemoval(message);
      counts[isOlder ? 'stale' : 'removed'] += 1;
      return;
    case 'compensation':
      keep(desk, 'waiting', rawOf(message.message), 'No row has this listing yet.', message);
      return;
    case 'update':
      break;
    default:
      message.kind satisfies never;
  }
  if (isOlder) {
    lines.rememberContent(message);
    counts.stale += 1;
    return;
  }
  if (!isWorthARow(message)) {
    const why = 'No row has this listing yet, and the message names no price, address or type to make one of.';
    keep(desk, 'waiting', rawOf(message.message), why, message);
    return;
  }
  if (removal !== undefined) lines.drop(removal);
  createRow(desk, message);
}

/** Makes a new row of a message, and of what was told of its listing before. */
function createRow(desk: Desk, message: ListingMessage): void {
  const { counts, index, stories, lines } = desk;
  const position = stories.create();
  index.add(position, stories.merge(position, message).row);
  counts.new += 1;
  for (const earlier of lines.takeWaiting(message)) mergeInto(desk, position, earlier);
}

function isWorthARow({ listing }: ListingMessage): boolean {
  const says = (member: string) => itemsOf(listing[member]).some((item) => textOf(item) !== '');
  if (says('streetAddress') || says('propertyType') || says('propertySubType')) return true;
  const { price, value } = nodeOf(listing.listingPrice) ?? {};
  const amount = numberOf(price ?? value);
  return amount.kind === 'number' && amount.value > 1;
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
