/** The way to the document: writes wait in a buffer until a read, a flush or the end sends them. */

import { requireWriting } from '../../machine/realm/permissions.ts';
import { askedCount, latency, lineToGoogle, settings, spend } from '../../machine/realm/session.ts';
import type { Bounds } from '../../spreadsheet/area.ts';
import { cellCountOf } from '../../spreadsheet/area.ts';
import type { Write } from '../../spreadsheet/writes.ts';
import type { DocumentOperations } from './operations.ts';

const ask = lineToGoogle<DocumentOperations>();

let pending: Write[] = [];

/** What pending inserts and deletes will add to the size of a tab. */
const foreseen = new Map<number, Bounds>();

/** Sizes as last asked for, each good for as long as nothing else has been asked since. */
const asked = new Map<number, { readonly bounds: Bounds; readonly askedCount: number }>();

/** Forgets what an earlier execution of the realm left pending, and what it asked. */
export function forgetWrites(): void {
  pending = [];
  foreseen.clear();
  asked.clear();
}

/** Buffers an edit. What is wrong with it shows only when it is sent. */
export function bufferWrite(write: Write): void {
  requireWriting();
  if (write.kind === 'insert' || write.kind === 'delete') foresee(write);
  pending.push(write);
  spend(latency().sheetWriteMs);
  if (write.kind === 'insert' && settings().edges.inserts === 'refused at the call') flushWrites();
}

/** Sends all buffered edits; throws for the first that is refused, and the rest are lost. */
export function flushWrites(): void {
  if (pending.length === 0) return;
  const cellCount = pending.reduce((sum, write) => sum + sizeOf(write), 0);
  const { sheetFlushMs, sheetFlushPer1000CellsMs } = latency();
  // The time may be up here, with everything still pending.
  spend(sheetFlushMs + (cellCount / 1000) * sheetFlushPer1000CellsMs);
  const writes = pending;
  pending = [];
  foreseen.clear();
  ask('applyWrites', { writes });
}

/** Reads from the document, after sending what is buffered. */
export function readDocument<K extends keyof DocumentOperations>(
  name: K,
  request: DocumentOperations[K]['request'],
  costMs: number,
): DocumentOperations[K]['answer'] {
  flushWrites();
  spend(costMs);
  return ask(name, request);
}

/** Changes the document at once, after sending what is buffered. */
export function changeDocument<K extends keyof DocumentOperations>(
  name: K,
  request: DocumentOperations[K]['request'],
): DocumentOperations[K]['answer'] {
  requireWriting();
  flushWrites();
  spend(latency().sheetFlushMs);
  return ask(name, request);
}

/** The size of a tab, with the rows and columns that this execution has inserted but not sent yet. */
export function boundsOf(tabId: number): Bounds {
  const { rowCount, columnCount } = currentBounds(tabId);
  const added = foreseen.get(tabId) ?? NOTHING;
  return { rowCount: rowCount + added.rowCount, columnCount: columnCount + added.columnCount };
}

function currentBounds(tabId: number): Bounds {
  const known = asked.get(tabId);
  if (known?.askedCount === askedCount()) return known.bounds;
  const { rowCount, columnCount } = ask('readTab', { tabId });
  const bounds = { rowCount, columnCount };
  asked.set(tabId, { bounds, askedCount: askedCount() });
  return bounds;
}

const NOTHING: Bounds = { rowCount: 0, columnCount: 0 };

function foresee(write: Extract<Write, { kind: 'insert' | 'delete' }>): void {
  const { rowCount, columnCount } = foreseen.get(write.tabId) ?? NOTHING;
  const added = write.kind === 'insert' ? write.count : -write.count;
  foreseen.set(
    write.tabId,
    write.axis === 'rows'
      ? { rowCount: rowCount + added, columnCount }
      : { rowCount, columnCount: columnCount + added },
  );
}

function sizeOf(write: Write): number {
  // A filter lies over its cells and changes none of them.
  return 'area' in write && write.kind !== 'createFilter' ? cellCountOf(write.area) : 1;
}
