/** The add-on's own tabs: which they are, and how each is told from a person's tab of the same name. */
import { isLogHeader, LOG_TAB_NAME } from '../engine/run-log.ts';
import { EVENTS_TAB_HEADERS, EVENTS_TAB_NAME } from '../events/kept-line-cells.ts';
import { isLedgerColumn, LEDGER_TAB_NAME } from '../ledger/ledger-tab-words.ts';
import { tabKindOf } from '../mapping/tab-kind.ts';
import type { TabKind } from '../words/actions.ts';
import { LEFT_TAB_NAME } from '../words/own-headers.ts';
import { isLeftHeader } from './left-listings.ts';
import { isPlatformHeader, PLATFORM_TAB_NAME } from './platform-tab.ts';

/** An own tab: how its header row is known, and what it is to people. */
interface OwnTab {
  readonly isHeader: (headers: readonly string[]) => boolean;
  readonly kind: TabKind;
}

const OWN_TABS: ReadonlyMap<string, OwnTab> = new Map<string, OwnTab>([
  [PLATFORM_TAB_NAME, { isHeader: isPlatformHeader, kind: 'platform' }],
  [LEFT_TAB_NAME, { isHeader: isLeftHeader, kind: 'left' }],
  [LOG_TAB_NAME, { isHeader: isLogHeader, kind: 'own' }],
  [LEDGER_TAB_NAME, { isHeader: ([first = '']) => isLedgerColumn([first]), kind: 'own' }],
  [EVENTS_TAB_NAME, { isHeader: isEventsHeader, kind: 'own' }],
]);

function isEventsHeader(headers: readonly string[]): boolean {
  return EVENTS_TAB_HEADERS.every((header, index) => headers[index] === header);
}

/** Whether a tab has the name of one of the add-on's own, whoever made it. */
export function hasOwnName(tabName: string): boolean {
  return OWN_TABS.has(tabName);
}

/** Whether a tab is the add-on's own. */
export function isOwnTab(tabName: string, headers: readonly string[]): boolean {
  return OWN_TABS.get(tabName)?.isHeader(headers) === true;
}

/** What a tab holds, by its name and its headers. */
export function kindOfTab(tabName: string, headers: readonly string[]): TabKind {
  const own = OWN_TABS.get(tabName);
  return own?.isHeader(headers) === true ? own.kind : tabKindOf(headers);
}
