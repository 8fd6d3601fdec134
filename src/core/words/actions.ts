/** What people can ask for, and what it is called: the one list of actions. */

/** How people meet an action. */
interface ActionWords {
  /** As a command: `Sync listings`. */
  readonly command: string;
  /** The command's verb, and what it is about one by one: `Sync 24 listings`. */
  readonly verb: string;
  readonly unit: string;
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
    verb: 'Push',
    unit: 'row',
    ongoing: 'Pushing rows',
    noun: 'Push',
    done: 'pushed',
    explanation: 'Sends whole rows, by their ID, as knowledge the chatbot answers from.',
    alwaysAsks: false,
  },
  sync: {
    command: 'Sync listings',
    verb: 'Sync',
    unit: 'listing',
    ongoing: 'Syncing listings',
    noun: 'Sync',
    done: 'synced',
    explanation: 'Updates each listing, or deletes it when its row says so.',
    alwaysAsks: false,
  },
  create: {
    command: 'Create missing listings',
    verb: 'Update or create',
    unit: 'listing',
    ongoing: 'Creating missing listings',
    noun: 'Create missing',
    done: 'synced',
    explanation: 'Updates each listing, and creates those that the chatbot does not have. They need an MLS number.',
    alwaysAsks: false,
  },
  delete: {
    command: 'Delete listings',
    verb: 'Delete',
    unit: 'listing',
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

/**
 * What a tab holds, which decides what is offered for it. The last three are the add-on's own: what the `platform` has, and
 * listings that have `left` a tab, both of which can be deleted from there; and `own` tabs that nothing is sent from.
 */
export type TabKind = 'listings' | 'chatbotRows' | 'platform' | 'left' | 'own';

/** The actions that make sense for a kind of tab, the first one chosen until another is. */
export const OFFERED_ACTIONS: { readonly [Kind in TabKind]: readonly Action[] } = {
  listings: ['sync', 'create', 'delete', 'push'],
  chatbotRows: ['push'],
  platform: ['delete'],
  left: ['delete'],
  own: [],
};

/** A command with its number: `Sync 24 listings`; without one where the number is not known. */
export function commandWords(action: Action, howMany: number | undefined): string {
  const { command, verb, unit } = ACTION_WORDS[action];
  if (howMany === undefined || howMany === 0) return command;
  return `${verb} ${howMany.toLocaleString('en-US')} ${unit}${howMany === 1 ? '' : 's'}`;
}

/**
 * Which rows an action is about. `failed` means the Failed, Sending and Unconfirmed rows of the whole tab, `missing` those that
 * the platform does not have: the Not found ones.
 */
export type Scope = 'selection' | 'tab' | 'failed' | 'missing';

/** The words of each scope. */
export const SCOPE_WORDS: { readonly [Name in Scope]: string } = {
  selection: 'Selected rows',
  tab: 'All rows of this tab',
  failed: 'Rows to retry',
  missing: 'Rows that were not found',
};
