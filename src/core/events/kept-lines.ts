/** The lines that are kept about messages which changed no row, while more of them are taken in. */
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
import { momentOfExistence } from './message-order.ts';
import { readMessages } from './read-messages.ts';
import { type ListingMessage, routeMessage } from './route-message.ts';
import type { SayContext } from './say-cells.ts';

/** What becomes of the lines that are stored. */
export interface LineChanges {
  readonly newLines: readonly KeptLine[];
  readonly droppedLineIds: readonly string[];
  /** Whether the list of what waits for a person is full: no more may be taken in. */
  readonly isFull: boolean;
}

/** The lines of a tab. */
export type KeptLines = ReturnType<typeof openLines>;

/** Opens the lines that are stored, without those that have had their time. */
export function openLines(stored: readonly KeptLine[], context: SayContext) {
  const outdated = stored.filter((line) => isOutdated(line, context.nowMs));
  const dropped = new Set(outdated.map(({ id }) => id));
  const lines = new Map(stored.filter((line) => !isOutdated(line, context.nowMs)).map((line) => [line.id, line]));
  const newLines = new Map<string, KeptLine>();
  const met = new Set<string>();

  function add(line: Omit<KeptLine, 'keptMs' | 'listing'>, message: ListingMessage | undefined): void {
    const listing = message === undefined ? '' : listingLabel(message.identity);
    const kept = { ...line, listing, keptMs: context.nowMs };
    lines.set(kept.id, kept);
    // A line that was dropped a moment ago under the same id is written anew.
    newLines.set(kept.id, kept);
  }

  function drop(line: KeptLine): void {
    lines.delete(line.id);
    if (!newLines.delete(line.id)) dropped.add(line.id);
  }

  function routeLine({ raw }: KeptLine): ListingMessage | undefined {
    const [piece] = readMessages(raw).pieces;
    const routed = piece?.kind === 'json' ? routeMessage(piece.node, context.nowMs) : undefined;
    return routed !== undefined && 'order' in routed ? routed : undefined;
  }

  function linesOf(kind: KeptKind, { identity }: ListingMessage): readonly KeptLine[] {
    if (lines.size === 0) return [];
    const keys = new Set(identityKeys(identity));
    return [...lines.values()].filter((line) => line.kind === kind && line.keys.some((key) => keys.has(key)));
  }

  return {
    drop,
    /** The line that says that a listing without a row was removed. */
    removalOf: (message: ListingMessage): KeptLine | undefined => linesOf('removed', message)[0],
    /** Gives out what was told of a listing before it had a row. */
    takeWaiting: (message: ListingMessage): readonly ListingMessage[] => {
      const waiting = linesOf('waiting', message);
      for (const line of waiting) drop(line);
      return waiting.flatMap((line) => routeLine(line) ?? []);
    },
    /** Remembers that a listing without a row was removed. */
    rememberRemoval: (message: ListingMessage): void => {
      const { existence } = message.order;
      const keys = identityKeys(message.identity);
      const sentMs = momentOfExistence(existence);
      const when = sentMs === undefined ? '' : ` on ${context.wallTime(sentMs).slice(0, 10)}`;
      const why = `The sender removed it${when}; no row has it, and an older message makes none.`;
      add({ id: lineId('removed', keys.join(' ')), kind: 'removed', why, existence, keys, raw: '' }, message);
    },
    /** The newest that is known of a listing which was removed: it may come back with a message that says older things. */
    rememberContent: (message: ListingMessage): void => {
      const keys = identityKeys(message.identity);
      const id = lineId('waiting', `newest ${keys.join(' ')}`);
      const known = lines.get(id);
      const knownOrder = known === undefined ? '' : (routeLine(known)?.order.content ?? '');
      if (knownOrder >= message.order.content) return;
      if (known !== undefined) drop(known);
      const why = 'The sender has removed its listing since; what it says counts should the listing come back.';
      add({ id, kind: 'waiting', why, existence: '', keys, raw: rawOf(message.message) }, message);
    },
    /** Keeps a text, once; answers whether it says nothing new: it came a moment ago, or a person has dealt with it before. */
    keep: (kind: 'aside' | 'waiting', raw: string, why: string, message?: ListingMessage): boolean => {
      const id = lineId(kind, raw);
      const known = lines.get(id);
      const keys = message === undefined ? [] : identityKeys(message.identity);
      if (known === undefined) add({ id, kind, why, existence: '', keys, raw }, message);
      const isRepeated = met.has(id);
      met.add(id);
      return isRepeated || known?.kind === 'discarded';
    },
    changes: (): LineChanges => ({
      newLines: [...newLines.values()],
      droppedLineIds: [...dropped],
      isFull: [...lines.values()].filter(({ kind }) => kind === 'aside').length > MOST_ASIDE_LINES,
    }),
  };
}
