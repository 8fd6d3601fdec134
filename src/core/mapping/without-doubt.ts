/** Holds candidates back that another column of the tab makes doubtful. */
import { type Candidate, PROPOSED_ONLY_SCORE } from './candidate.ts';
import { shareOf } from './column-shape.ts';
import type { TabColumn } from './tab-columns.ts';

/** Hardly a cell that says more than `for sale` or `for rent`. */
const HARDLY = 0.2;

/**
 * The candidates, in which a column that only says *for sale* or *for rent* gives way as status to one that says more, and in
 * which a total is not taken while nothing says what it counts.
 */
export function withoutDoubt(candidates: readonly Candidate[]): readonly Candidate[] {
  const saysMore = candidates.some(
    ({ field, columns, score }) => field === 'Status' && score > 0 && columns.some(saysStatus),
  );
  const unsettled = candidates.find(({ field, obstacle, columns }) => isUnsettled(field, obstacle, columns.length));
  return candidates.map((candidate) => {
    if (unsettled !== undefined && candidate.field === 'Bathrooms' && candidate !== unsettled) {
      return { ...candidate, obstacle: unsettled.obstacle ?? '' };
    }
    const isOffer = candidate.field === 'Status' && saysMore && candidate.columns.some(saysOnlyOffer);
    return isOffer ? { ...candidate, score: PROPOSED_ONLY_SCORE } : candidate;
  });
}

function isUnsettled(field: string, obstacle: string | undefined, columnCount: number): boolean {
  return field === 'Bathrooms' && obstacle !== undefined && columnCount > 1;
}

function saysStatus(column: TabColumn): boolean {
  return statusShare(column) >= HARDLY;
}

function saysOnlyOffer(column: TabColumn): boolean {
  const { shape } = column;
  return statusShare(column) < HARDLY && shareOf(shape, 'saleWord') + shareOf(shape, 'rentWord') > 0;
}

/** The share of cells that name a status and not merely the kind of offer. */
function statusShare({ shape }: TabColumn): number {
  const named = shareOf(shape, 'statusWord') + shareOf(shape, 'soldWord');
  return named - shareOf(shape, 'saleWord') - shareOf(shape, 'rentWord');
}
