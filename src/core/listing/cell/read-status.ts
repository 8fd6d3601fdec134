/** Reads listing statuses. */
import type { Cell } from '../../sheet/table.ts';
import type { ReadContext, Reading } from '../reading.ts';
import { found, unreadable } from '../reading.ts';
import { LISTING_STATUS, type StatusIntent } from '../vocabulary/listing-status.ts';
import { matchWord } from '../vocabulary/match-word.ts';
import { entryOf } from './entry.ts';
import { expectationOf } from './expectation.ts';
import { readWord } from './read-word.ts';
import { yesOrNo } from './yes-no.ts';

const EXPECTED = expectationOf('Status');

/**
 * Reads what a status cell asks for. A checkbox means what its header says when ticked (`Active?`); an empty box says
 * only what the listing is not, which is unreadable.
 */
export function readStatus(cell: Cell, context: ReadContext, header: string): Reading<StatusIntent> {
  if (typeof cell.value === 'boolean' || header.endsWith('?')) {
    const isTicked = yesOrNo(entryOf(cell));
    if (isTicked !== undefined) return readCheckbox(isTicked, header);
  }
  return readWord(LISTING_STATUS, cell, context, EXPECTED);
}

function readCheckbox(isTicked: boolean, header: string): Reading<StatusIntent> {
  const meaning = matchWord(LISTING_STATUS, header);
  if (isTicked && meaning.kind === 'meaning') return found(meaning.meaning);
  return unreadable(EXPECTED, 'A checkbox does not say which status the listing has; write the status.');
}
