/** What an execution is given, what it asks of Google meanwhile, and how it ends: all that passes between the two threads. */
import type { Edges } from '../edges.ts';
import type { Disturbance, WebAppRequest } from '../emulator.ts';
import type { LatencyTable } from '../latency.ts';
import type { Area } from '../spreadsheet/area.ts';
import type { Watched } from './happening-operations.ts';

/** What a worker sends while an execution runs or when it is over. */
export type FromWorker =
  | {
      readonly kind: 'operation';
      /** Which operation of which service: typed where it is asked and where it is answered. */
      readonly name: string;
      readonly request: unknown;
      readonly atMs: number;
    }
  | { readonly kind: 'ended'; readonly ending: Ending };

/** What Google replies to an operation. `untilMs` is when the answer arrives on the virtual clock, if it took its own time. */
export type FromGoogle =
  | { readonly kind: 'answer'; readonly answer: unknown; readonly untilMs?: number }
  | { readonly kind: 'exception'; readonly message: string; readonly untilMs?: number };

/** How an execution ended and what it cost. */
export interface Ending {
  readonly outcome:
    | { readonly kind: 'returned'; readonly valueJson: string }
    | { readonly kind: 'threw'; readonly message: string; readonly stack: string }
    | { readonly kind: 'killed'; readonly reason: 'runtime limit' | 'asked for' };
  readonly trace: readonly string[];
  readonly callMs: readonly number[];
  readonly endMs: number;
  readonly fetchedUrls: number;
  readonly logs: readonly string[];
}

/** What gives an execution its rights. */
export type AuthMode = 'NONE' | 'LIMITED' | 'FULL' | 'CUSTOM_FUNCTION';

/** What is run: a function by name, or a piece of code typed into the editor. */
export type Entry =
  | { readonly kind: 'function'; readonly name: string; readonly argumentsJson: string }
  | { readonly kind: 'event'; readonly name: string; readonly event: TriggerEvent }
  | { readonly kind: 'body'; readonly body: string };

/** What the event object of a trigger is made from. */
export type TriggerEvent =
  | { readonly kind: 'open' | 'install' }
  | { readonly kind: 'clock'; readonly triggerId: string; readonly firedAtMs: number }
  | { readonly kind: 'edit'; readonly edit: HandEdit }
  | { readonly kind: 'request'; readonly request: WebAppRequest };

/** Cells that a person has just changed by hand. */
export interface HandEdit {
  readonly tabId: number;
  readonly area: Area;
  /** Of a single cell, if it holds anything now. */
  readonly value?: string;
  /** Of a single cell, if it held anything before. */
  readonly oldValue?: string;
}

/** The files of the script project: the same for every execution, so that a worker is given them once. */
export interface ProjectFiles {
  readonly scripts: readonly { readonly name: string; readonly content: string }[];
  /** By name without its extension. */
  readonly htmlFiles: Readonly<Record<string, string>>;
}

/** Everything an execution knows when it starts. */
export interface ExecutionSettings {
  readonly entry: Entry;
  readonly returns: 'script run' | 'page' | 'plain';
  readonly startMs: number;
  readonly runtimeLimitMs: number;
  readonly disturbance: Disturbance;
  /** Names of the calls at which something may happen. */
  readonly watchedCalls: Watched;
  readonly edges: Edges;
  readonly authMode: AuthMode;
  readonly user: string;
  readonly owner: string;
  readonly editors: readonly string[];
  /** Scopes of the manifest; absent when it lists none, which grants all that are needed. */
  readonly scopes?: readonly string[];
  readonly hasUi: boolean;
  readonly hasDocument: boolean;
  /** Whether the person took back what they granted. */
  readonly isConsentMissing: boolean;
  /** Whether the person may only look at the spreadsheet. */
  readonly isViewer: boolean;
  /** Whether the script was installed as a published add-on. */
  readonly isInstalled: boolean;
  readonly scriptTimeZone: string;
  readonly projectName: string;
  readonly spreadsheet: {
    readonly id: string;
    readonly name: string;
    readonly locale: string;
    readonly timeZone: string;
  };
  readonly latency: LatencyTable;
}
