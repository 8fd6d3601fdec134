import type { CellContent, EventFieldName } from '../../../src/core/events/event-fields.ts';
import { EVENT_FIELDS } from '../../../src/core/events/event-fields.ts';
import { parseStamp } from '../../../src/core/events/event-stamp.ts';
import type { EventRow } from '../../../src/core/events/merge-row.ts';
import { piecesOf } from '../../../src/core/events/read-messages.ts';
import type { SayContext } from '../../../src/core/events/say-cells.ts';
import { type ChosenRow, type EventGround, type TakenIn, takeIn } from '../../../src/core/events/take-in.ts';

/** Noon of 30 June 2025 in UTC; wall time is four hours behind. */
export const NOON: SayContext = {
  nowMs: Date.parse('2025-06-30T12:00:00Z'),
  wallTime: (ms) => new Date(ms - 4 * 3_600_000).toISOString().slice(0, 19),
};

/** A tab with all columns and no rows. */
export const EMPTY_TAB: EventGround = {
  rows: [],
  columns: EVENT_FIELDS.map(({ name }) => name),
  choices: { never: [], always: [] },
  lines: [],
};

type Members = Readonly<Record<string, unknown>>;

/** A message about a house in Otter Bay, as far as it is not said otherwise. */
export function update(object: Members = {}, head: Members = {}): Members {
  return {
    topic: 'realestate/listing#update',
    data: {
      type: 'UpdateAction',
      object: {
        type: 'PropertyListing',
        listingId: 4001,
        originatingSystemName: 'obx',
        originatingSystemKey: '0017',
        listingStatus: 'Active',
        propertyType: 'RESI',
        propertySubType: 'TownhousePropertyType',
        streetAddress: '3 Heron Quay',
        listingPrice: { price: 250_000, priceCurrency: 'USD' },
        numberOfBedrooms: '3',
        url: 'https://www.example.org/otter-bay/3-heron-quay',
        modificationTimestamp: '2025-06-10T08:00:00Z',
        ...object,
      },
    },
    time: '2025-06-10T08:00:05Z',
    id: 'https://sender.example.net/publish/1',
    ...head,
  };
}

/** A message that says no more than what it is given. */
export function partial(object: Members, head: Members): Members {
  const whole = update({}, head);
  return { ...whole, data: { type: 'UpdateAction', object: { type: 'PropertyListing', listingId: 4001, ...object } } };
}

/** A message that removes the house. */
export function removal(time: string, object: Members = {}): Members {
  return {
    topic: 'realestate/listing#delete',
    data: { type: 'DeleteAction', object: { type: 'PropertyListing', listingId: 4001, deleted: true, ...object } },
    time,
    id: `https://sender.example.net/publish/removal-${time}`,
  };
}

/** What a tab is after messages were taken in. */
export interface After {
  readonly taken: TakenIn;
  readonly ground: EventGround;
}

/** Takes messages in and carries the plan out, as a sheet would. */
export function takeInto(ground: EventGround, messages: readonly unknown[], chosen?: ChosenRow): After {
  const taken = takeIn(ground, messages.flatMap(piecesOf), NOON, chosen);
  const rows: EventRow[] = [...ground.rows];
  for (const { position, row, stamp } of taken.rows) {
    const stamped = parseStamp(stamp);
    if (stamped === undefined) throw new Error(`no stamp: ${stamp}`);
    const kept = { ...row, stamp: stamped };
    if (position === undefined) rows.push(kept);
    else rows[position] = kept;
  }
  const dropped = new Set(taken.droppedLineIds);
  const lines = [...ground.lines.filter(({ id }) => !dropped.has(id)), ...taken.newLines];
  return { taken, ground: { ...ground, rows, lines } };
}

/** The tab with a cell that a person has typed into. */
export function typed(
  ground: EventGround,
  position: number,
  cells: Partial<Record<EventFieldName, CellContent>>,
): EventGround {
  const rows = ground.rows.map((row, at) => (at === position ? { ...row, cells: { ...row.cells, ...cells } } : row));
  return { ...ground, rows };
}

/** What the cells of a row hold, blank ones left out. */
export function cellsOf(ground: EventGround, position = 0): Members {
  return Object.fromEntries(Object.entries(ground.rows[position]?.cells ?? {}).filter(([, value]) => value !== ''));
}

const IS_FULL = process.env.LISTING_SYNC_MATRIX === 'full';

/** How many random sequences are tried: `npm run matrix` tries ten thousand. */
export function sequences(usual: number): number {
  return IS_FULL ? 10_000 : usual;
}

/** How long that may take, in milliseconds. */
export const SEQUENCES_MS = IS_FULL ? 1_800_000 : 120_000;
