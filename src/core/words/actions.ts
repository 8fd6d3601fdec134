/** What people can ask for, and what it is called. */

/** What the user can ask for. */
export type Action = 'push' | 'sync' | 'delete';

/** What the menu calls each action. */
export const ACTION_LABELS: Readonly<Record<Action, string>> = {
  push: 'Push rows',
  sync: 'Sync listings',
  delete: 'Delete listings',
};

/** Which rows an action is about. `failed` means the Failed, Sending and Unconfirmed rows of the whole tab. */
export type Scope = 'selection' | 'tab' | 'failed';

/** How an action is named: as a command, while it goes on, and as a thing. */
export interface ActionWords {
  readonly command: string;
  readonly ongoing: string;
  readonly noun: string;
  readonly explanation: string;
}

/** The words of each action, in the order in which they are offered. */
export const ACTION_WORDS: { readonly [Name in Action]: ActionWords } = {
  sync: {
    command: 'Sync listings',
    ongoing: 'Syncing listings',
    noun: 'Sync',
    explanation: 'Updates each listing, or deletes it when its row says so.',
  },
  push: {
    command: 'Push rows',
    ongoing: 'Pushing rows',
    noun: 'Push',
    explanation: 'Sends whole rows, by their ID, as knowledge the chatbot answers from.',
  },
  delete: {
    command: 'Delete listings',
    ongoing: 'Deleting listings',
    noun: 'Delete',
    explanation: 'Removes the listings of the rows from the chatbot, after you confirm.',
  },
};

/** The words of each scope. */
export const SCOPE_WORDS: { readonly [Name in Scope]: string } = {
  selection: 'Selected rows',
  tab: 'All rows of this tab',
  failed: 'Rows to retry',
};
