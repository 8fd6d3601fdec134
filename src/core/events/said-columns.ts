/** Which columns a set of messages has something for. */
import { EVENT_FIELDS, type EventFieldName } from './event-fields.ts';
import type { Piece } from './read-messages.ts';
import { routeMessage } from './route-message.ts';
import { sayCells, sayCompensation } from './say-cells.ts';

/** The columns that at least one of the messages speaks of. */
export function saidColumns(pieces: readonly Piece[], nowMs: number): ReadonlySet<EventFieldName> {
  const said = new Set<string>();
  // Which time it is does not matter for whether there is one.
  const context = { nowMs, wallTime: (ms: number) => new Date(ms).toISOString().slice(0, 19) };
  for (const piece of pieces) {
    if (piece.kind !== 'json') continue;
    const routed = routeMessage(piece.node, nowMs);
    if (routed.kind === 'compensation') for (const name of Object.keys(sayCompensation(routed.listing))) said.add(name);
    if (routed.kind === 'removal') said.add('status');
    if (routed.kind !== 'update') continue;
    const { cells, price, isRental } = sayCells(routed, context);
    for (const name of Object.keys(cells)) said.add(name);
    if (price !== undefined) said.add(isRental === true ? 'monthlyRent' : 'listPrice');
  }
  return new Set(EVENT_FIELDS.map(({ name }) => name).filter((name) => said.has(name)));
}
