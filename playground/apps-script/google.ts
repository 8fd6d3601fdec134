/** Everything Google keeps between executions: the documents, the stores, the triggers, the quotas and the clock. */
import { type Edges, USUAL_EDGES } from './edges.ts';
import type { EmulatorEvent, EmulatorOptions, SpreadsheetOptions } from './emulator.ts';
import { DEFAULT_LATENCY, type LatencyTable } from './latency.ts';
import { Happenings } from './machine/happenings.ts';
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

/** A spreadsheet in which the script is used. */
export interface File {
  readonly spreadsheet: Spreadsheet;
  /** Whether somebody used the add-on in this file, which ends AuthMode NONE. */
  isEnabled: boolean;
}

/** Google as far as one add-on sees it. */
export interface Google {
  readonly options: EmulatorOptions;
  readonly edges: Edges;
  readonly manifest: Manifest;
  readonly clock: VirtualClock;
  readonly latency: LatencyTable;
  readonly properties: PropertyStores;
  readonly caches: CacheStores;
  readonly locks: Locks;
  readonly triggers: Triggers;
  readonly quotas: DailyQuotas;
  readonly network: Network;
  readonly happenings: Happenings;
  /** Who owns the first spreadsheet, and sits at the keyboard unless somebody else is named. */
  readonly owner: string;
  readonly deployment: Deployment;
  /** People whose account was suspended: their triggers stop without a word. */
  readonly departed: Set<string>;
  /** People who took back what they had granted the script. */
  readonly withdrawn: Set<string>;
  /** The spreadsheets, the first one first. */
  readonly files: File[];
  emit(event: EmulatorEvent): void;
}

/** Sets Google up with one spreadsheet of one empty tab. */
export function createGoogle(options: EmulatorOptions): Google {
  const deployment = options.deployment ?? 'bound';
  const google: Google = {
    options,
    edges: { ...USUAL_EDGES, ...options.edges },
    manifest: readManifest(options.files['appsscript.json']),
    clock: new VirtualClock(options.startsAt),
    latency: { ...DEFAULT_LATENCY, ...options.latency },
    properties: new PropertyStores(),
    caches: new CacheStores(),
    locks: new Locks(),
    triggers: new Triggers(deployment, options.edges?.clockTriggerMinute),
    quotas: new DailyQuotas(options.account ?? 'workspace'),
    network: {
      hosts: options.hosts,
      timeoutMs: (options.fetchTimeoutSeconds ?? FETCH_TIMEOUT_SECONDS) * 1000,
      isTimeoutOptional: options.isFetchTimeoutOptional ?? true,
    },
    happenings: new Happenings(),
    owner: options.owner ?? 'owner@example.com',
    deployment,
    departed: new Set(),
    withdrawn: new Set(),
    files: [],
    emit: (event) => options.onEvent?.(event),
  };
  const { spreadsheetName, editors, viewers } = options;
  addFile(google, {
    ...(spreadsheetName === undefined ? {} : { name: spreadsheetName }),
    ...(editors === undefined ? {} : { editors }),
    ...(viewers === undefined ? {} : { viewers }),
  });
  return google;
}

/** Adds a spreadsheet of one empty tab. */
export function addFile({ options, edges, clock, owner, deployment, files }: Google, seed: SpreadsheetOptions): File {
  const spreadsheet = new Spreadsheet({
    number: files.length,
    name: seed.name ?? 'Untitled spreadsheet',
    locale: options.locale ?? 'en_US',
    timeZone: options.timeZone ?? 'America/New_York',
    owner: seed.owner ?? owner,
    editors: seed.editors ?? [],
    viewers: seed.viewers ?? [],
    ruleRefusal: edges.ruleRefusal,
    nowMs: () => clock.now(),
  });
  spreadsheet.addTab('Sheet1');
  const file = { spreadsheet, isEnabled: deployment === 'bound' };
  files.push(file);
  return file;
}

/** A spreadsheet by its id; without one, the first. */
export function fileOf({ files }: Google, fileId?: string): File {
  const file = fileId === undefined ? files[0] : files.find(({ spreadsheet }) => spreadsheet.id === fileId);
  if (file === undefined) throw new Error(`Emulator: there is no spreadsheet ${fileId}`);
  return file;
}
