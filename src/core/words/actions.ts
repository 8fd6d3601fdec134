/** What people can ask for, and what it is called: the one list of actions. */

/** How people meet an action. */
interface ActionWords {
  /** As a command: `Sync listings`. */
  readonly command: string;
  /** While it goes on: `Syncing listings`. */
  readonly ongoing: string;
  /** As a thing: `Sync`. */
  readonly noun: string;
  /** What became of its rows: `synced`. */
  readonly done: string;
  /** What it does, in one sentence. */
  readonly explanation: string;
  /** Whether nothing of it is sent before a person has agreed; other actions ask where some of their rows need it. */
  readonly alwaysAsks: boolean;
}

/**
 * The words of each action, in the order of the menu. What is listed here needs its module in `core/actions`. The names stand
 * in requests, run records and the marks of rows: lower-case letters, and for good.
 */
export const ACTION_WORDS = {
  push: {
    command: 'Push rows',
    ongoing: 'Pushing rows',
    noun: 'Push',
    done: 'pushed',
    explanation: 'Sends whole rows, by their ID, as knowledge the chatbot answers from.',
    alwaysAsks: false,
  },
  sync: {
    command: 'Sync listings',
    ongoing: 'Syncing listings',
    noun: 'Sync',
    done: 'synced',
    explanation: 'Updates each listing, or deletes it when its row says so.',
    alwaysAsks: false,
  },
  delete: {
    command: 'Delete listings',
    ongoing: 'Deleting listings',
    noun: 'Delete',
    done: 'deleted',
    explanation: 'Removes the listings of the rows from the chatbot, after you confirm.',
    alwaysAsks: true,
  },
} as const satisfies Readonly<Record<string, ActionWords>>;

/** What the user can ask for. */
export type Action = keyof typeof ACTION_WORDS;

/** The names of all actions, in the order of the menu. */
export const ACTION_NAMES = Object.keys(ACTION_WORDS) as readonly Action[];

/** What most people come for: chosen until another action is. */
export const FIRST_ACTION: Action = 'sync';

/** The commands where one of them is to be chosen, in the order in which they are offered. */
export const ACTION_COMMANDS = Object.fromEntries(
  [FIRST_ACTION, ...ACTION_NAMES].map((name) => [name, ACTION_WORDS[name].command]),
) as { readonly [Name in Action]: string };

/** Which rows an action is about. `failed` means the Failed, Sending and Unconfirmed rows of the whole tab. */
export type Scope = 'selection' | 'tab' | 'failed';

/** The words of each scope. */
export const SCOPE_WORDS: { readonly [Name in Scope]: string } = {
  selection: 'Selected rows',
  tab: 'All rows of this tab',
  failed: 'Rows to retry',
};
