/** The words a status cell can hold, and what they mean. The same words appear in cells, sidebar, filters and docs. */

/** How many rows ended (or, in a check, would end) with each status. */
export type StatusCounts = { readonly [Status in SyncStatus]?: number };

/** A word the add-on writes into a status cell. A blank cell means "to do". */
export type SyncStatus = (typeof SYNC_STATUSES)[number]['status'];

/** How a status is coloured and grouped: `done` needs nothing, `problem` needs a person, `pending` needs another run. */
export type StatusTone = 'done' | 'problem' | 'pending' | 'neutral';

/** Every status with its meaning, in the order in which people see them. */
export const SYNC_STATUSES = [
  {
    status: 'Sending',
    tone: 'pending',
    meaning: 'The request is under way. If it stays, the run was cut off: run again, it is safe.',
  },
  { status: 'Pushed', tone: 'done', meaning: 'The platform confirmed the chatbot row.' },
  { status: 'Updated', tone: 'done', meaning: 'The platform confirmed the listing update.' },
  { status: 'Deleted', tone: 'done', meaning: 'The platform confirmed that the listing is gone.' },
  { status: 'Unchanged', tone: 'done', meaning: 'The same content as last confirmed; nothing was sent.' },
  { status: 'Changed', tone: 'pending', meaning: 'Edited since it was confirmed; the next run decides by content.' },
  {
    status: 'Invalid',
    tone: 'problem',
    meaning: 'Our check failed; nothing was sent. The detail names every problem.',
  },
  { status: 'Not found', tone: 'problem', meaning: 'The platform answered that it has no such ID or key.' },
  {
    status: 'Rejected',
    tone: 'problem',
    meaning: 'The platform refused this row; its code and message are in the detail.',
  },
  { status: 'Failed', tone: 'pending', meaning: 'Could not be delivered after retries; the next run tries again.' },
  {
    status: 'Unconfirmed',
    tone: 'pending',
    meaning:
      'A bulk delete removed fewer listings than it named, or a create had no clear answer; run again to settle it.',
  },
  {
    status: 'Skipped',
    tone: 'neutral',
    meaning: 'Left out by the Action column or a policy; the detail gives the reason.',
  },
] as const satisfies readonly { readonly status: string; readonly tone: StatusTone; readonly meaning: string }[];

/** The statuses of rows that need neither a person nor another run. */
export const QUIET_STATUSES: readonly SyncStatus[] = SYNC_STATUSES.flatMap(({ status, tone }) =>
  tone === 'done' || tone === 'neutral' ? [status] : [],
);

/** The statuses that a run can leave behind. */
export const OUTCOME_STATUSES: readonly SyncStatus[] = SYNC_STATUSES.map(({ status }) => status).filter(
  (status) => status !== 'Sending' && status !== 'Changed',
);

/** The tone of a status. */
export function toneOf(status: SyncStatus): StatusTone {
  return SYNC_STATUSES.find((entry) => entry.status === status)?.tone ?? 'neutral';
}
