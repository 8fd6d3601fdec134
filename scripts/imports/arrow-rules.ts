/** Which folder may import which: the order that CONTRIBUTING shows under "Where things are". */
import type { Arrow } from './import-graph.ts';

/** The folders of `src/core`: each may import itself and those before it. */
export const CORE_ORDER: readonly string[] = [
  'terms',
  'words',
  'sheet',
  'listing',
  'mapping',
  'own-cells',
  'platform',
  'settings',
  'ledger',
  'events',
  'actions',
  'engine',
  'schedule',
  'check',
  'compare',
  'contract',
];

/** What the sidebar may run; of the rest of core it may name types, since it shows them. */
const RUN_BY_SIDEBAR = ['contract', 'words', 'terms'];

/** The folders of `src/sidebar`, in the same way; the files beside them put the sidebar together and may import all of them. */
const SIDEBAR_ORDER = ['styles', 'bridge', 'model', 'parts', 'views'];

/** The packages that each part may ship. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  'src/core': ['valibot'],
  'src/server': ['valibot'],
  'src/sidebar': ['valibot', 'preact'],
};

/** Why an import is against the rules, as a sentence; `undefined` when it is not. */
export function brokenRule(arrow: Arrow): string | undefined {
  const from = folderOf(arrow.from);
  const to = folderOf(arrow.to);
  if (from.part === 'playground' && to.part.startsWith('src/')) {
    return 'The playground shares no code with the add-on, so that one mistake cannot hide on both sides.';
  }
  if (!from.part.startsWith('src/')) return undefined;
  if (!to.part.startsWith('src/')) return brokenOutside(from, arrow.to);
  if (isActionsOwn(arrow)) return "Only actions/ itself knows its actions one by one; others ask actions/'s list.";
  if (from.folder === to.folder) return undefined;
  switch (from.part) {
    case 'src/core':
      return brokenInCore(from, to);
    case 'src/server':
      return brokenInServer(from, to);
    case 'src/sidebar':
      return brokenInSidebar(from, to, arrow.isTypeOnly);
    default:
      return `No rule says what ${from.part} may import: add it to the rules.`;
  }
}

/** Where a file lives: `src/core/words/actions.ts` is in part `src/core`, folder `src/core/words`, named `words`. */
interface Folder {
  readonly part: string;
  readonly folder: string;
  readonly name: string;
}

function folderOf(path: string): Folder {
  const [top = '', second = '', third = ''] = path.split('/').slice(0, -1);
  if (top !== 'src') return { part: top, folder: top, name: second };
  return { part: `src/${second}`, folder: `src/${second}/${third}`, name: third };
}

/** Whether an import reaches into one action from anywhere but `actions/`'s own files or that action. */
function isActionsOwn({ from, to }: Arrow): boolean {
  const action = /^src\/core\/actions\/[^/]+\//.exec(to);
  if (action === null) return false;
  return !from.startsWith(action[0]) && !/^src\/core\/actions\/[^/]+$/.test(from);
}

function brokenOutside(from: Folder, to: string): string | undefined {
  const packages = PACKAGES[from.part] ?? [];
  const isAllowed = packages.some((name) => to === name || to.startsWith(`${name}/`));
  return isAllowed
    ? undefined
    : `What is shipped stands in src/; of packages ${from.part} may import ${packages.join(' and ')}.`;
}

function brokenInCore(from: Folder, to: Folder): string | undefined {
  if (to.part !== 'src/core') return 'Core decides on plain data: it imports nothing from server or sidebar.';
  if (!CORE_ORDER.includes(from.name)) return `src/core/${from.name} has no place in the order of folders.`;
  return brokenOrder(CORE_ORDER, from, to);
}

function brokenInServer(from: Folder, to: Folder): string | undefined {
  if (to.part === 'src/sidebar') return 'The server and the sidebar know only the contract between them.';
  const isUpwards = from.name === 'services' && to.part === 'src/server' && to.name === 'entries';
  return isUpwards ? 'services/ serve whoever calls: they must not know entries/.' : undefined;
}

function brokenInSidebar(from: Folder, to: Folder, isTypeOnly: boolean): string | undefined {
  if (to.part === 'src/server') return 'The sidebar and the server know only the contract between them.';
  if (to.part === 'src/sidebar') return from.name === '' ? undefined : brokenOrder(SIDEBAR_ORDER, from, to);
  if (isTypeOnly || RUN_BY_SIDEBAR.includes(to.name)) return undefined;
  return `The sidebar runs ${RUN_BY_SIDEBAR.join('/, ')}/ of core; of ${to.name}/ it may import types only.`;
}

function brokenOrder(order: readonly string[], from: Folder, to: Folder): string | undefined {
  const [fromIndex, toIndex] = [order.indexOf(from.name), order.indexOf(to.name)];
  if (toIndex >= 0 && toIndex < fromIndex) return undefined;
  return to.name === ''
    ? `${from.name}/ must not know who puts it together.`
    : `${from.name}/ comes before ${to.name}/ and must not know it.`;
}

/**
 * Whether an import counts where rings are looked for. The emulator's classes name each other as Google's do (a sheet gives
 * a range, which names its sheet), so that of the playground only what is left at run time counts.
 */
export function canCloseRing({ from, isTypeOnly }: Arrow): boolean {
  return !(isTypeOnly && from.startsWith('playground/'));
}
