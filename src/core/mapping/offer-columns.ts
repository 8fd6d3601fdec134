/** Finds tick boxes such as *For Sale* and *For Rent*, which together say of each row what kind of offer it is. */

import { entryOf } from '../listing/cell/entry.ts';
import { offerNamed } from '../listing/cell/read-sale-type.ts';
import { yesOrNo } from '../listing/cell/yes-no.ts';
import { BLANK_JOINED_SCORE, type Candidate, duplicateObstacle } from './candidate.ts';
import { filledIndexes } from './reader-verdict.ts';
import type { TabColumn } from './tab-columns.ts';

/** Most cells must be ticks before a column counts as one of them; each row's own cells decide for the row. */
const MOST = 0.6;

/** Between a column of words that say it, and one that may only hint at it. */
const TICKED_SCORE = 0.85;

/** Whether a column is named after a kind of offer and ticked. */
export function isOfferBox(column: TabColumn): boolean {
  return offerNamed(column.header) !== undefined && isTicked(column);
}

/** Whether most cells of a column are ticks, in words or as 1 and 0. */
export function isTicked({ whole }: TabColumn): boolean {
  const filled = filledIndexes(whole);
  const ticks = filled.filter((index) => yesOrNo(entryOf(whole.cellAt(index))) !== undefined);
  return filled.length > 0 && ticks.length >= MOST * filled.length;
}

/**
 * The tick boxes as the kind of offer. A blank column counts beside others if its name means nothing else, and two blank ones
 * only where one is for sales and one for rentals.
 */
export function offerCandidates(columns: readonly TabColumn[]): readonly Candidate[] {
  const ticked = columns.filter(isOfferBox);
  const blank = columns.filter(
    ({ header, shape, meanings }) => shape.filled === 0 && meanings.length === 0 && offerNamed(header) !== undefined,
  );
  const boxes = [...ticked, ...blank].sort(salesFirst);
  const isBoth = new Set(boxes.map(({ header }) => offerNamed(header))).size > 1;
  if (ticked.length === 0 && !isBoth) return [];
  const obstacle = duplicateObstacle(boxes);
  return [
    {
      field: 'SaleType',
      source: sourceOf(boxes),
      columns: boxes,
      score: ticked.length > 0 ? TICKED_SCORE : BLANK_JOINED_SCORE,
      reason: `${boxes.map(({ header }) => `"${header}"`).join(' and ')} ${boxes.length === 1 ? 'says' : 'say'} by ticks whether a row is for sale or for rent`,
      isContradicted: false,
      ...(obstacle === undefined ? {} : { obstacle }),
    },
  ];
}

function sourceOf(boxes: readonly TabColumn[]): Candidate['source'] {
  const [first, ...others] = boxes;
  return first !== undefined && others.length === 0
    ? { kind: 'column', header: first.header }
    : { kind: 'joined', parts: boxes.map(({ header }) => ({ role: 'offer', header })) };
}

/** So that the order of the columns does not show. */
function salesFirst(one: TabColumn, other: TabColumn): number {
  const kinds = Number(offerNamed(one.header) === 'for_rent') - Number(offerNamed(other.header) === 'for_rent');
  return kinds || (one.header < other.header ? -1 : 1);
}
