/** Merges a message into a row: three ways per cell, the newest content, and whether the listing is there at all. */
import { type CellValue, plainText } from '../sheet/table.ts';
import { clipText } from '../terms/clip-text.ts';
import { type CellContent, EVENT_FIELDS, type EventFieldName, eventField } from './event-fields.ts';
import { cellHash, type EventStamp, mlsHash, stampedId } from './event-stamp.ts';
import { pageKey } from './listing-identity.ts';
import { isGone, momentOfExistence } from './message-order.ts';
import type { ListingMessage } from './route-message.ts';
import { type Said, type SayContext, sayCells, sayCompensation } from './say-cells.ts';

/** What people decided about columns, by name. */
export interface ColumnChoices {
  /** Columns that messages never write. */
  readonly never: readonly string[];
  /** Columns that messages always write, whatever stands there. */
  readonly always: readonly string[];
  /** Whether the column of list prices holds rents as well. */
  readonly isOnePrice?: boolean;
  readonly allowed?: AllowedWords;
  /** Words that the cells of some columns have refused when they were written. */
  readonly refused?: AllowedWords;
}

/** Words by column: the only ones that its cells take, where a data validation refuses others. */
export type AllowedWords = ReadonlyMap<EventFieldName, ReadonlySet<string>>;

/** A row while messages are merged into it. */
export interface EventRow {
  /** What the cells hold, by column name; columns that the tab does not have are absent. */
  readonly cells: Partial<Record<EventFieldName, CellValue>>;
  readonly stamp: EventStamp;
  /** Columns whose cell holds a formula, is merged, or may not be edited. */
  readonly locked: ReadonlySet<EventFieldName>;
}

/** One cell that changed. */
export interface CellChange {
  readonly name: EventFieldName;
  readonly from: string;
  readonly to: string;
  /** Why the cell was kept, where not because a person wrote it: it is a formula, merged or protected, or its data validation says no. */
  readonly barrier?: 'locked' | 'refused';
}

/** What a message did to a row. */
export interface Merged {
  readonly row: EventRow;
  readonly kind: 'changed' | 'removed' | 'back' | 'same' | 'stale';
  readonly changes: readonly CellChange[];
  /** Columns that kept what a person wrote, and what the message says. */
  readonly kept: readonly CellChange[];
  readonly notes: readonly string[];
}

/** What stands in the status cell of a listing that was removed. */
export const REMOVED_STATUS = 'OffMarket';

/** Merges a message. A replay, or anything older than what the row has, changes no cell. */
export function mergeMessage(
  row: EventRow,
  message: ListingMessage,
  choices: ColumnChoices,
  context: SayContext,
): Merged {
  const named = { ...row, stamp: withIdentity(row.stamp, message) };
  switch (message.kind) {
    case 'update':
      return mergeUpdate(named, message, choices, sayCells(message, context));
    case 'removal':
      return mergeRemoval(named, message, choices, context);
    case 'compensation':
      return mergeNote(named, message, choices);
    default:
      return message.kind satisfies never;
  }
}

function mergeUpdate(row: EventRow, message: ListingMessage, choices: ColumnChoices, said: Said): Merged {
  const { order } = message;
  const wasGone = isGone(row.stamp.existence);
  const wasNewest = order.content > row.stamp.content;
  const existence = laterOf(order.existence, row.stamp.existence);
  const statusOrder = row.stamp.cells.get(eventField('status').code)?.order ?? '';
  const saidStatus = String(said.cells.status ?? '');
  const isStatusNewer = saidStatus !== '' && order.content > statusOrder;
  const status = isStatusNewer ? saidStatus : row.stamp.status;
  const content = wasNewest ? order.content : row.stamp.content;
  const shown = isGone(existence) ? REMOVED_STATUS : status;
  const price = choices.isOnePrice === true ? 'listPrice' : priceColumn(row, said);
  const writer = cellWriter({ ...row, stamp: { ...row.stamp, existence, status, content } }, choices);
  for (const { name } of EVENT_FIELDS) {
    if (name === 'status') continue;
    const cell = name === price ? said.price : said.cells[name];
    if (cell !== undefined) writer.write(name, cell, order.content, name === 'images' ? said.imagesHash : undefined);
  }
  if (shown !== '') writer.settle('status', shown, isStatusNewer ? order.content : statusOrder);
  const { row: merged, changes, kept } = writer.done();
  // A listing that is back shows its status again.
  const isBack = wasGone && !isGone(existence);
  const isNews = wasNewest || isBack || changes.length > 0;
  const isKnown = order.content >= row.stamp.content;
  const kind = isBack ? 'back' : changes.length > 0 ? 'changed' : isKnown ? 'same' : 'stale';
  return { row: merged, kind, changes, kept: isNews ? kept : [], notes: isNews ? said.notes : [] };
}

function mergeRemoval(row: EventRow, { order }: ListingMessage, choices: ColumnChoices, context: SayContext): Merged {
  if (order.existence <= row.stamp.existence) return { row, kind: 'stale', changes: [], kept: [], notes: [] };
  const wasGone = isGone(row.stamp.existence);
  const writer = cellWriter({ ...row, stamp: { ...row.stamp, existence: order.existence } }, choices);
  const before = plainText(row.cells.status ?? '');
  const statusOrder = row.stamp.cells.get(eventField('status').code)?.order ?? '';
  writer.settle('status', REMOVED_STATUS, statusOrder);
  const { row: merged, changes, kept } = writer.done();
  const sentMs = momentOfExistence(order.existence);
  const day = sentMs === undefined ? '' : ` ${context.wallTime(sentMs).slice(0, 10)}`;
  const was = before === '' ? '' : ` (was ${before})`;
  return {
    row: merged,
    kind: wasGone ? 'same' : 'removed',
    changes,
    kept,
    notes: [`Removed by the sender${day}${was}`],
  };
}

/** A note does not move the order of updates: an update of the same moment says something else. */
function mergeNote(row: EventRow, { order, listing }: ListingMessage, choices: ColumnChoices): Merged {
  const writer = cellWriter(row, choices);
  const { buyerCompensation } = sayCompensation(listing);
  if (buyerCompensation !== undefined) writer.write('buyerCompensation', buyerCompensation, order.content);
  const { row: merged, changes, kept } = writer.done();
  return { row: merged, kind: changes.length > 0 ? 'changed' : 'stale', changes, kept: [], notes: kept.map(keptWords) };
}

/** `Bedrooms is yours (5); the message says 4`. */
export function keptWords({ name, from, to, barrier }: CellChange): string {
  const held = from === '' ? 'blank' : shortText(from);
  if (barrier === 'refused')
    return `The data validation of ${eventField(name).header} refuses “${shortText(to)}”, so the cell stays ${held}`;
  const whose = barrier === 'locked' ? 'is protected, merged or a formula' : 'is yours';
  return `${eventField(name).header} ${whose} (${held}); the message says ${to === '' ? 'nothing' : shortText(to)}`;
}

/** `List price 389900 → 379900`. */
export function changeWords({ name, from, to }: CellChange): string {
  return `${eventField(name).header} ${from === '' ? '–' : shortText(from)} → ${to === '' ? '–' : shortText(to)}`;
}

/** Which column the price belongs to: what the message says, else what the row is. */
function priceColumn(row: EventRow, { isRental }: Said): EventFieldName {
  const rowIsRental = /rent|lease|rlse|coml/i.test(plainText(row.cells.saleType ?? ''));
  return (isRental ?? rowIsRental) ? 'monthlyRent' : 'listPrice';
}

function cellWriter(row: EventRow, { never, always, allowed, refused }: ColumnChoices) {
  const cells: Partial<Record<EventFieldName, CellValue>> = { ...row.cells };
  const written = new Map(row.stamp.cells);
  const changes: CellChange[] = [];
  const kept: CellChange[] = [];

  /** Writes if nobody but messages has written the cell. */
  function settle(name: EventFieldName, content: CellContent, order: string, known?: string): void {
    const before = cells[name];
    if (before === undefined || never.includes(name)) return;
    const { code } = eventField(name);
    const [from, to] = [plainText(before), String(content)];
    const hash = known ?? cellHash(to);
    if (from !== to) {
      const last = written.get(code);
      const isFree = last === undefined ? from === '' : last.hash === cellHash(from);
      const isRefused = to !== '' && (allowed?.get(name)?.has(to) === false || refused?.get(name)?.has(to) === true);
      const barrier = row.locked.has(name) ? 'locked' : isRefused ? 'refused' : undefined;
      if (barrier !== undefined || !(isFree || always.includes(name))) {
        if (!isSameThing(name, from, to)) kept.push({ name, from, to, ...(barrier !== undefined && { barrier }) });
        return;
      }
      cells[name] = content;
      changes.push({ name, from, to });
    }
    written.set(code, { hash, order });
  }

  return {
    settle,
    /** Writes what is newer than what messages wrote last. */
    write(name: EventFieldName, content: CellContent, order: string, hash?: string): void {
      const last = written.get(eventField(name).code);
      if (last === undefined || order > last.order) settle(name, content, order, hash);
    },
    done: () => ({ row: { ...row, cells, stamp: { ...row.stamp, cells: written } }, changes, kept }),
  };
}

function withIdentity(stamp: EventStamp, { identity }: ListingMessage): EventStamp {
  const hashes = identity.mlsNames.map(mlsHash);
  const mlsHashes = hashes.every((hash) => stamp.mlsHashes.includes(hash))
    ? stamp.mlsHashes
    : [...new Set([...stamp.mlsHashes, ...hashes])].sort().slice(0, 3);
  return { ...stamp, listingId: stamp.listingId || stampedId(identity.listingId), mlsHashes };
}

/** What a person wrote in another way is nothing to report: a number without its zeros, a page with its query. */
function isSameThing(name: EventFieldName, from: string, to: string): boolean {
  if (name === 'mlsNumber') return from.replace(/^0+/, '') === to.replace(/^0+/, '');
  return name === 'url' && from !== '' && pageKey(from) === pageKey(to);
}

/** Orders are texts that compare as they stand. */
function laterOf(one: string, other: string): string {
  return one > other ? one : other;
}

function shortText(text: string): string {
  return clipText(text.replace(/\s+/g, ' '), 60);
}
