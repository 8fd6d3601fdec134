/** What a run asks the ledger about the keys of its rows. */

import { confirmedMs, type KnownKey, knownKey, type Ledger } from './ledger.ts';
import { ledgerKey } from './ledger-line.ts';

/** The row of a tab that holds a key, in words: `row 5 of the tab “Listings”`; `undefined` where the tab has lost it. */
export type HolderOf = (tabId: number, name: string) => string | undefined;

/** The keys of one chatbot, by what the platform knows rows by, as they are asked about for one tab. */
export interface KnownKeys {
  /** When the platform confirmed this very content last, in ms since 1970; `undefined` where it has to be sent. */
  confirmedMs(name: string, fingerprint: string): number | undefined;
  of(name: string): KnownKey;
  /** The row of another tab that a key belongs to; `undefined` where it belongs to none. */
  holderOf(name: string): string | undefined;
  /** A day as it is told: `21 Nov`. */
  dayOf(ms: number): string;
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** How the keys are asked about. */
export interface KnowingOf {
  readonly place: string;
  readonly tabId: number;
  readonly holderOf: HolderOf;
  readonly nowMs: number;
  /** For how many days confirmations are believed. */
  readonly believedDays: number;
  readonly dayOf: (ms: number) => string;
}

/** The keys of a chatbot, as a ledger knows them. */
export function knownKeysOf(
  ledger: Ledger,
  { place, tabId, holderOf, nowMs, believedDays, dayOf }: KnowingOf,
): KnownKeys {
  const oldestMs = nowMs - believedDays * DAY_MS;
  const of = (name: string) => knownKey(ledger, ledgerKey({ place, name }));
  return {
    confirmedMs: (name, fingerprint) => {
      const ms = confirmedMs(ledger, ledgerKey({ place, name }), fingerprint);
      return ms === undefined || ms < oldestMs ? undefined : ms;
    },
    of,
    holderOf: (name) => {
      const { line } = of(name);
      // A key that the platform turned down belongs to no tab.
      const isOther = line !== undefined && line.tabId !== tabId && line.state !== 'turned-down';
      return isOther ? holderOf(line.tabId, name) : undefined;
    },
    dayOf,
  };
}

const UNKNOWN: KnownKey = { line: undefined, before: undefined, tried: undefined, isNamed: false };

/** Nothing was ever sent. */
export const NOTHING_KNOWN: KnownKeys = {
  confirmedMs: () => undefined,
  of: () => UNKNOWN,
  holderOf: () => undefined,
  dayOf: () => '',
};
