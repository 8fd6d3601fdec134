/** What people can ask for, and what it is called. */

/** What the user can ask for. */
export type Action = 'push' | 'sync' | 'delete';

/** What the menu calls each action. */
export const ACTION_LABELS: Readonly<Record<Action, string>> = {
  push: 'Push rows',
  sync: 'Sync listings',
  delete: 'Delete listings',
};
