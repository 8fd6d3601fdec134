/** Everything Google keeps between executions: the document, the stores, the triggers, the quotas and the clock. */
import type { EmulatorEvent, EmulatorOptions } from './emulator.ts';
import { DEFAULT_LATENCY, type LatencyTable } from './latency.ts';
import { type Manifest, readManifest } from './machine/manifest.ts';
import { DailyQuotas } from './machine/quotas.ts';
import { VirtualClock } from './machine/virtual-clock.ts';
import { CacheStores } from './services/cache-service/cache-stores.ts';
import { Locks } from './services/lock-service/locks.ts';
import { PropertyStores } from './services/properties-service/property-stores.ts';
import { type Deployment, Triggers } from './services/script-app/triggers.ts';
import type { Network } from './services/url-fetch-app/url-fetch.ts';
import { Spreadsheet } from './spreadsheet/spreadsheet.ts';

/** Seconds a request may take. @see https://issuetracker.google.com/issues/36761852 (about 60 s, read 2026-11-21) */
const FETCH_TIMEOUT_SECONDS = 60;

/** Google as far as one add-on sees it. */
export interface Google {
  readonly options: EmulatorOptions;
  readonly manifest: Manifest;
  readonly clock: VirtualClock;
  readonly latency: LatencyTable;
  readonly spreadsheet: Spreadsheet;
  readonly properties: PropertyStores;
  readonly caches: CacheStores;
  readonly locks: Locks;
  readonly triggers: Triggers;
  readonly quotas: DailyQuotas;
  readonly network: Network;
  readonly owner: string;
  readonly deployment: Deployment;
  /** Whether a clock trigger knows the spreadsheet it was made in. */
  readonly doClockTriggersHaveDocument: boolean;
  /** Whether somebody used the add-on in this file, which ends AuthMode NONE. */
  isEnabledInFile: boolean;
  emit(event: EmulatorEvent): void;
}

/** Sets Google up with one spreadsheet of one empty tab. */
export function createGoogle(options: EmulatorOptions): Google {
  const clock = new VirtualClock(options.startsAt);
  const owner = options.owner ?? 'owner@example.com';
  const deployment = options.deployment ?? 'bound';
  return {
    options,
    manifest: readManifest(options.files['appsscript.json']),
    clock,
    latency: { ...DEFAULT_LATENCY, ...options.latency },
    spreadsheet: newSpreadsheet(options, owner, clock),
    properties: new PropertyStores(),
    caches: new CacheStores(),
    locks: new Locks(),
    triggers: new Triggers(deployment),
    quotas: new DailyQuotas(options.account ?? 'workspace'),
    network: {
      hosts: options.hosts,
      timeoutMs: (options.fetchTimeoutSeconds ?? FETCH_TIMEOUT_SECONDS) * 1000,
      isTimeoutOptional: options.isFetchTimeoutOptional ?? true,
    },
    owner,
    deployment,
    doClockTriggersHaveDocument: options.doClockTriggersHaveDocument ?? deployment === 'bound',
    isEnabledInFile: deployment === 'bound',
    emit: (event) => options.onEvent?.(event),
  };
}

function newSpreadsheet(options: EmulatorOptions, owner: string, clock: VirtualClock): Spreadsheet {
  const spreadsheet = new Spreadsheet({
    name: options.spreadsheetName ?? 'Untitled spreadsheet',
    locale: options.locale ?? 'en_US',
    timeZone: options.timeZone ?? 'America/New_York',
    owner,
    editors: options.editors ?? [],
    nowMs: () => clock.now(),
  });
  spreadsheet.addTab('Sheet1');
  return spreadsheet;
}
