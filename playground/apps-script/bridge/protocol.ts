/** The operations an execution may ask of Google: a closed list of coarse requests, each with the type of its answer. */
import type { MenuItem } from '../emulator.ts';
import type { LatencyTable } from '../latency.ts';
import type { Area, Bounds } from './area.ts';
import type { CellParts, FormatRule, Protection, Write } from './writes.ts';

/** A cell as `getValues` gives it; a picture in a cell is an object of its own. */
export type CellValue = string | number | boolean | Date | { readonly kind: 'image'; readonly url: string };

/** What each readable part of a block of cells consists of. */
export interface ReadableParts extends CellParts {
  readonly value: CellValue;
  readonly displayValue: string;
  readonly formula: string;
  /** Address of a link on the whole cell, `''` for none. */
  readonly linkUrl: string;
}

/** A tab in the list of tabs. */
export interface TabEntry {
  readonly tabId: number;
  readonly name: string;
  readonly isHidden: boolean;
}

/** What holds for a tab as a whole. */
export interface TabFacts extends Bounds {
  readonly lastRowNumber: number;
  readonly lastColumnNumber: number;
  readonly frozenRowCount: number;
  readonly filterArea: Area | null;
}

/** What a person has before their eyes. */
export interface View {
  readonly tabId: number;
  /** The selected areas, the current one last; empty when nobody looks at the spreadsheet. */
  readonly areas: readonly Area[];
}

/** Where properties and cache entries live, and what a lock locks. */
export type StoreScope = 'script' | 'user' | 'document';

/** One request of `UrlFetchApp`. */
export interface FetchRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  readonly doesFollowRedirects: boolean;
  readonly areHttpErrorsMuted: boolean;
  readonly timeoutSeconds?: number;
}

/** What came back for one request. */
export interface FetchedResponse {
  readonly status: number;
  /** Names as the server wrote them; a repeated header has several values. */
  readonly headers: readonly (readonly [name: string, values: readonly string[]])[];
  readonly body: Uint8Array;
}

/** When a trigger fires. */
export type TriggerSchedule =
  | { readonly kind: 'once'; readonly afterMs: number }
  | { readonly kind: 'every'; readonly periodMs: number }
  | { readonly kind: 'event'; readonly event: 'ON_OPEN' | 'ON_EDIT' | 'ON_CHANGE' | 'ON_FORM_SUBMIT' };

/** An installed trigger as its creator sees it. */
export interface TriggerEntry {
  readonly id: string;
  readonly functionName: string;
  readonly schedule: TriggerSchedule;
}

/** Something the execution shows, for the person at the keyboard. */
type Showing =
  | { readonly kind: 'toast'; readonly title: string; readonly message: string; readonly timeoutSeconds: number }
  | { readonly kind: 'sidebar'; readonly title: string; readonly html: string }
  | {
      readonly kind: 'modalDialog';
      readonly title: string;
      readonly html: string;
      readonly width: number;
      readonly height: number;
    }
  | { readonly kind: 'menu'; readonly name: string; readonly items: readonly MenuItem[] }
  | { readonly kind: 'log'; readonly level: string; readonly text: string };

/** Every operation: what is asked and what is answered. */
interface Operations {
  readonly listTabs: { readonly request: object; readonly answer: readonly TabEntry[] };
  readonly readTab: { readonly request: { readonly tabId: number }; readonly answer: TabFacts };
  readonly readCells: {
    readonly request: { readonly tabId: number; readonly area: Area; readonly part: keyof ReadableParts };
    readonly answer: readonly (readonly ReadableParts[keyof ReadableParts][])[];
  };
  readonly readMerges: {
    readonly request: { readonly tabId: number; readonly area: Area };
    readonly answer: readonly Area[];
  };
  readonly readRules: { readonly request: { readonly tabId: number }; readonly answer: readonly FormatRule[] };
  readonly readProtections: { readonly request: { readonly tabId: number }; readonly answer: readonly Protection[] };
  readonly canEdit: { readonly request: { readonly tabId: number; readonly area: Area }; readonly answer: boolean };
  readonly isHidden: {
    readonly request: {
      readonly tabId: number;
      readonly number: number;
      readonly by: 'filter' | 'user';
      readonly axis: 'rows' | 'columns';
    };
    readonly answer: boolean;
  };
  readonly readColumnWidth: {
    readonly request: { readonly tabId: number; readonly number: number };
    readonly answer: number;
  };
  readonly applyWrites: { readonly request: { readonly writes: readonly Write[] }; readonly answer: null };
  readonly insertTab: {
    readonly request: { readonly name?: string; readonly index?: number };
    readonly answer: number;
  };
  readonly deleteTab: { readonly request: { readonly tabId: number }; readonly answer: null };
  readonly renameTab: { readonly request: { readonly tabId: number; readonly name: string }; readonly answer: null };
  readonly readView: { readonly request: object; readonly answer: View };
  readonly setView: { readonly request: View; readonly answer: null };
  /** Goes to a tab with what was last selected there. */
  readonly restoreView: { readonly request: { readonly tabId: number }; readonly answer: null };
  readonly getProperties: { readonly request: { readonly scope: StoreScope }; readonly answer: Record<string, string> };
  readonly getProperty: {
    readonly request: { readonly scope: StoreScope; readonly key: string };
    readonly answer: string | null;
  };
  readonly setProperties: {
    readonly request: {
      readonly scope: StoreScope;
      readonly entries: Readonly<Record<string, string>>;
      readonly doesReplaceAll: boolean;
    };
    readonly answer: null;
  };
  /** Without a key: all of them. */
  readonly deleteProperty: {
    readonly request: { readonly scope: StoreScope; readonly key?: string };
    readonly answer: null;
  };
  readonly getCached: {
    readonly request: { readonly scope: StoreScope; readonly keys: readonly string[] };
    readonly answer: Record<string, string>;
  };
  readonly putCached: {
    readonly request: {
      readonly scope: StoreScope;
      readonly entries: Readonly<Record<string, string>>;
      readonly expirationSeconds: number;
    };
    readonly answer: null;
  };
  readonly removeCached: {
    readonly request: { readonly scope: StoreScope; readonly keys: readonly string[] };
    readonly answer: null;
  };
  readonly acquireLock: {
    readonly request: { readonly scope: StoreScope; readonly waitMs: number };
    readonly answer: boolean;
  };
  readonly releaseLock: { readonly request: { readonly scope: StoreScope }; readonly answer: null };
  readonly hasLock: { readonly request: { readonly scope: StoreScope }; readonly answer: boolean };
  readonly fetch: {
    readonly request: { readonly requests: readonly FetchRequest[] };
    readonly answer: readonly FetchedResponse[];
  };
  readonly createTrigger: {
    readonly request: { readonly functionName: string; readonly schedule: TriggerSchedule };
    readonly answer: TriggerEntry;
  };
  readonly listTriggers: { readonly request: object; readonly answer: readonly TriggerEntry[] };
  readonly deleteTrigger: { readonly request: { readonly id: string }; readonly answer: null };
  readonly askUser: {
    readonly request: {
      readonly kind: 'alert' | 'prompt';
      readonly title: string;
      readonly message: string;
      readonly buttons: 'OK' | 'OK_CANCEL' | 'YES_NO' | 'YES_NO_CANCEL';
    };
    readonly answer: { readonly button: 'OK' | 'CANCEL' | 'YES' | 'NO' | 'CLOSE'; readonly text: string };
  };
  readonly show: { readonly request: Showing; readonly answer: null };
}

/** Name of an operation. */
export type OperationName = keyof Operations;

/** What an operation is asked with. */
export type RequestOf<K extends OperationName> = Operations[K]['request'];

/** What an operation answers. */
export type AnswerOf<K extends OperationName> = Operations[K]['answer'];

/** What a worker sends while an execution runs or when it is over. */
export type FromWorker =
  | {
      readonly kind: 'operation';
      readonly name: OperationName;
      readonly request: RequestOf<OperationName>;
      readonly atMs: number;
    }
  | { readonly kind: 'ended'; readonly ending: Ending };

/** What Google replies to an operation. `untilMs` is when the answer arrives on the virtual clock, if it took its own time. */
export type FromGoogle =
  | { readonly kind: 'answer'; readonly answer: AnswerOf<OperationName>; readonly untilMs?: number }
  | { readonly kind: 'exception'; readonly message: string; readonly untilMs?: number };

/** How an execution ended and what it cost. */
export interface Ending {
  readonly outcome:
    | { readonly kind: 'returned'; readonly valueJson: string }
    | { readonly kind: 'threw'; readonly message: string; readonly stack: string }
    | { readonly kind: 'killed'; readonly reason: 'runtime limit' | 'asked for' };
  readonly trace: readonly string[];
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
  | { readonly kind: 'clock'; readonly triggerId: string; readonly firedAtMs: number };

/** Everything an execution knows when it starts. */
export interface ExecutionSettings {
  readonly files: readonly { readonly name: string; readonly content: string }[];
  readonly htmlFiles: Readonly<Record<string, string>>;
  readonly entry: Entry;
  readonly returns: 'script run' | 'plain';
  readonly startMs: number;
  readonly runtimeLimitMs: number;
  readonly killAtServiceCall?: number;
  readonly stall?: { readonly call: string; readonly ms: number };
  readonly authMode: AuthMode;
  readonly user: string;
  readonly owner: string;
  readonly editors: readonly string[];
  /** Scopes of the manifest; absent when it lists none, which grants all that are needed. */
  readonly scopes?: readonly string[];
  readonly hasUi: boolean;
  readonly hasDocument: boolean;
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
