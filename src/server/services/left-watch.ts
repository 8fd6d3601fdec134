/** Looks for listings that have left a tab, and watches over their deletes: asked when they are listed, planned and sent. */

import { fingerprintOf } from '../../core/actions/fingerprint.ts';
import { readKeptBody } from '../../core/actions/kept-body.ts';
import { isBlankRow } from '../../core/actions/row-planner.ts';
import { groundMark, type LeftQuestion, type LeftWatch, whyStays } from '../../core/compare/left-listings.ts';
import { leftPlanner } from '../../core/compare/left-planner.ts';
import { countingLines, knownKey } from '../../core/ledger/ledger.ts';
import { formatLine, type LedgerLine, ledgerKey, ledgerPlace } from '../../core/ledger/ledger-line.ts';
import type { Failure } from '../../core/terms/failure.ts';
import { lazily } from '../../core/terms/lazily.ts';
import { parseJson } from '../../core/terms/parse-json.ts';
import { failure, type Result, success } from '../../core/terms/result.ts';
import { failures } from '../../core/words/failures.ts';
import { LEFT_TAB_NAME } from '../../core/words/own-headers.ts';
import { type OpenLedger, openLedger } from './own-tabs/ledger-tab.ts';
import { hasUnreadTab, otherTabsHolding, textsAbove } from './own-tabs/platform-tab.ts';
import { type Destination, findSheet, NOWHERE, type OpenTab, openTab } from './sheet/open-tab.ts';
import type { FileProperties } from './stores/document-store.ts';
import { groundSinceMs } from './stores/ground-store.ts';
import { leftHomeIn } from './stores/left-home-store.ts';
import { deletedTabs } from './stores/told-tabs-store.ts';

/** What was sent with lines, as values; `undefined` where it is not known any more. */
type BodiesOf = LeftQuestion['bodiesOf'];

/** A tab that is asked about, with the rows that it has. */
export interface AskedTab {
  readonly tab: OpenTab;
  readonly question: LeftQuestion;
  readonly rows: number;
}

/** Opens the tab that is asked about. */
export function openAsked(
  tabId: number,
  to: Destination,
  bodiesOf: BodiesOf,
  deleted: ReadonlySet<number>,
  isConfirmed: (identity: string) => boolean,
): Result<AskedTab, Failure> {
  const sheet = findSheet(tabId);
  if (sheet === undefined) return failure(failures.tabGone());
  const tab = openTab(sheet, { to, action: 'sync', heedsMarks: false, mayDecide: false });
  if (!tab.ok) return tab;
  const { table, settings, kept, plannerFor } = tab.value;
  const planner = plannerFor('sync');
  if (!planner.ok) return planner;
  const { keyColumnIndexes, readColumnIndexes, valueColumnIndexes, allKeysOf, form } = planner.value;
  const filled = table.rows.filter((row) => !isBlankRow(row, valueColumnIndexes ?? readColumnIndexes));
  const keys = filled.map((row) => allKeysOf?.(row));
  const known = keys.flatMap((ofRow) => ofRow ?? []);
  const keyHeaders = [...new Set(keyColumnIndexes)].map((index) => table.headers[index] ?? '');
  const isElsewhere = otherTabsHolding(tabId);
  const above = lazily(() => textsAbove(sheet, table.headerRowNumber));
  const question: LeftQuestion = {
    tabId,
    deletedTabs: deleted,
    place: ledgerPlace(to.baseUrl, to.chatbotId),
    sinceMs: groundSinceMs(kept, tabId, groundMark(settings.keyTypes, keyHeaders)),
    keys: keys.includes(undefined) || hasUnreadTab(tabId) ? undefined : new Set(known),
    bodiesOf,
    isShown: (texts) => texts.some(above().has) || isElsewhere(texts) !== undefined,
    strangers: lazily(() =>
      filled
        .filter((_, index) => keys[index]?.some(isConfirmed) !== true)
        .flatMap((row) => (form === undefined ? [] : [form.read(row).values])),
    ),
  };
  return success({ tab: tab.value, question, rows: filled.length });
}

/** Tells of a key whether the platform has confirmed it. */
export function confirmedIn(ledger: OpenLedger, place: string): (identity: string) => boolean {
  return (identity) => knownKey(ledger.current(), ledgerKey({ place, name: identity })).line?.state === 'confirmed';
}

/** What was sent with lines of a ledger, where it is what the line is about; each is read once. */
export function sentBodies(ledger: OpenLedger, address: string): BodiesOf {
  const known = new Map<string, ReturnType<typeof valuesOf>>();
  return (lines) => {
    const unread = lines.filter((line) => !known.has(formatLine(line)));
    const bodies = ledger.bodiesOf(unread);
    unread.forEach((line, index) => {
      known.set(formatLine(line), valuesOf(line, bodies[index] ?? '', address));
    });
    return lines.map((line) => known.get(formatLine(line)));
  };
}

function valuesOf(line: LedgerLine, kept: string, address: string): Readonly<Record<string, unknown>> | undefined {
  const content = readKeptBody(kept);
  const fingerprint = fingerprintOf({ kind: 'update', key: '', keyType: 'MLSNumber', ...content }, address);
  const body = parseJson(content.bodyText);
  const isGood = line.fingerprint === fingerprint && body.ok && typeof body.value === 'object' && body.value !== null;
  return isGood ? { ...body.value } : undefined;
}

/** The tab of listings that have left, under a watch: only what is still gone is deleted from there. Other tabs are as they were. */
export function underLeftWatch<Tab extends OpenTab>(tab: Tab, to: Destination): Tab {
  if (tab.tabName !== LEFT_TAB_NAME || to === NOWHERE) return tab;
  const left = openLeftWatch(tab.kept, to);
  const plannerFor: OpenTab['plannerFor'] = (action) => {
    const planner = tab.plannerFor(action);
    return planner.ok ? success(leftPlanner(planner.value, left)) : planner;
  };
  return { ...tab, plannerFor, left };
}

function openLeftWatch(kept: FileProperties, to: Destination): LeftWatch {
  const homeTabId = leftHomeIn(kept);
  const ledger = openLedger(kept);
  const bodiesOf = sentBodies(ledger, to.baseUrl);
  const place = ledgerPlace(to.baseUrl, to.chatbotId);
  const lineOf = (identity: string) => {
    const { line, before } = knownKey(ledger.current(), ledgerKey({ place, name: identity }));
    return line?.state === 'confirmed' ? line : before;
  };
  const ask = () => {
    const lines = countingLines(ledger.current());
    const deleted = deletedTabs(lines.map(({ tabId }) => tabId));
    return openAsked(homeTabId, to, bodiesOf, deleted, confirmedIn(ledger, place));
  };
  const reasonIn = (asked: Result<AskedTab, Failure>, identity: string) =>
    whyStays(asked.ok ? lineOf(identity) : undefined, asked.ok ? asked.value.question : NOTHING_KNOWN);
  const opened = lazily(ask);
  return {
    homeTabId,
    get rows() {
      const asked = opened();
      return asked.ok ? asked.value.rows : 0;
    },
    whyStays: (identity) => reasonIn(opened(), identity),
    hasComeBack: (identities) => {
      const now = ask();
      return identities.some((identity) => reasonIn(now, identity) !== undefined);
    },
  };
}

/** Of a tab that cannot be opened nobody can tell anything. */
const NOTHING_KNOWN: LeftQuestion = {
  tabId: -1,
  place: '',
  sinceMs: undefined,
  deletedTabs: new Set(),
  keys: undefined,
  bodiesOf: (lines) => lines.map(() => undefined),
  isShown: () => false,
  strangers: () => [],
};
