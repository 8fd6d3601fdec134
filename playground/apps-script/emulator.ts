/** The public face of the Apps Script emulator: how to start it, call the add-on, and act on the spreadsheet as a person. */
import type { Edges } from './edges.ts';
import type { LatencyTable } from './latency.ts';

/** A value that survives JSON. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

/** How a call comes about; decides AuthMode, whether a user interface exists, and the JSON rules. */
export type CallSource = 'open' | 'install' | 'edit' | 'menu' | 'sidebar' | 'trigger' | 'web app' | 'editor';

/** What goes wrong in an execution. */
export interface Disturbance {
  /** Kill it at its n-th service call, counted from 1, before that takes effect. No `finally` runs. */
  readonly killAtServiceCall?: number;
  /** Kill it at its n-th service call, right after that took effect. */
  readonly killAfterServiceCall?: number;
  /** The n-th service call throws; after its effect, what was pending has been sent too. */
  readonly failure?: { readonly atServiceCall: number; readonly isAfterEffect: boolean; readonly message: string };
  /** Google is slow: the first service call of this name, such as `Sheet.getDataRange`, takes so much longer. */
  readonly stall?: { readonly call: string; readonly ms: number };
}

/** What a call may be told. */
export interface CallOptions extends Disturbance {
  readonly source: CallSource;
  /** E-mail address of the person at the keyboard; the owner by default. */
  readonly user?: string;
  /** The spreadsheet the person has open; the first one by default. */
  readonly fileId?: string;
  readonly authMode?: 'NONE' | 'LIMITED' | 'FULL' | 'CUSTOM_FUNCTION';
}

/** A request to the script's web app, as far as Google hands it on. */
export interface WebAppRequest {
  readonly method: 'GET' | 'POST';
  /** What follows `?`. */
  readonly queryString: string;
  /** What follows `/exec/`. */
  readonly pathInfo?: string;
  /** Of a POST: its content type, and its text. */
  readonly body?: { readonly type: string; readonly contents: string };
}

/** What a web app's function gave back. */
export type WebAppPage =
  | { readonly kind: 'html'; readonly title: string; readonly content: string }
  | { readonly kind: 'text'; readonly mediaType: string; readonly content: string };

/** How the manifest wants the web app deployed. */
export interface WebAppSettings {
  readonly access: 'MYSELF' | 'DOMAIN' | 'ANYONE' | 'ANYONE_ANONYMOUS';
  readonly executeAs: 'USER_ACCESSING' | 'USER_DEPLOYING';
}

/** A service call under way, as a test meets it. */
export interface ServiceCall {
  /** Such as `Range.setValues`. */
  readonly name: string;
  /** The function that was called; empty for code typed into the editor. */
  readonly functionName: string;
  readonly user: string;
  /** Texts, numbers and booleans as given; `null` for all else. */
  readonly args: readonly Json[];
  /** The tab of a `Range` or `Sheet`. */
  readonly tabName?: string;
  /** Where a `Range` is; numbers count from 1. */
  readonly area?: {
    readonly rowNumber: number;
    readonly columnNumber: number;
    readonly rowCount: number;
    readonly columnCount: number;
  };
}

/**
 * Lets something happen at a service call of the executions that begin from now on, or that stand still at another such
 * call, and stand still again meanwhile. Calling the result ends it.
 *
 * @param call Such as `Range.setValues`.
 * @param wanted The n-th call of that name, counted from 1, which is met once; or each call that fits.
 * @param act What happens, such as what a person does by hand; the execution goes on when it is over.
 */
export type AtServiceCall = (
  call: string,
  wanted: number | ((call: ServiceCall) => boolean),
  act: (call: ServiceCall) => void | Promise<void>,
) => () => void;

/** What became of a call and what it cost. */
export interface CallReport {
  readonly outcome:
    | { readonly kind: 'returned'; readonly value: Json }
    | { readonly kind: 'threw'; readonly message: string; readonly stack: string }
    | { readonly kind: 'killed'; readonly reason: 'runtime limit' | 'asked for' };
  /** Calls by service method, such as `Range.getValues`. */
  readonly serviceCalls: Readonly<Record<string, number>>;
  readonly serviceCallCount: number;
  /** The service calls in order, by name. */
  readonly trace: readonly string[];
  /** How much of the virtual time passed from the beginning of each call to that of the next. */
  readonly callMs: readonly number[];
  readonly virtualMs: number;
  readonly fetchedUrls: number;
  /** What console and Logger received, one text a line. */
  readonly logs: readonly string[];
}

/** What the add-on shows; a test or the page decides the answer. */
export type DialogRequest = {
  readonly kind: 'alert' | 'prompt';
  readonly title: string;
  readonly message: string;
  readonly buttons: 'OK' | 'OK_CANCEL' | 'YES_NO' | 'YES_NO_CANCEL';
};

/** The person's answer to a dialog. */
export interface DialogAnswer {
  readonly button: 'OK' | 'CANCEL' | 'YES' | 'NO' | 'CLOSE';
  readonly text?: string;
}

/** Something the user would see happen. */
export type EmulatorEvent =
  | { readonly kind: 'changed' }
  | { readonly kind: 'selection'; readonly user: string }
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
  | {
      readonly kind: 'mail';
      readonly from: string;
      readonly to: string;
      readonly subject: string;
      readonly body: string;
    }
  | { readonly kind: 'log'; readonly level: string; readonly text: string };

/** An entry of the add-on's menu. */
export type MenuItem =
  | { readonly kind: 'item'; readonly caption: string; readonly functionName: string }
  | { readonly kind: 'separator' };

/** A tab as the page draws it. Rows and columns count from 0 here. */
export interface TabSnapshot {
  readonly tabId: number;
  readonly name: string;
  readonly rowCount: number;
  readonly columnCount: number;
  readonly frozenRows: number;
  /** Rows up to the last one with content; each cell that has something. */
  readonly cells: readonly (readonly CellSnapshot[])[];
  readonly hiddenRows: readonly number[];
  readonly filteredRows: readonly number[];
  readonly hiddenColumns: readonly number[];
  readonly columnWidths: Readonly<Record<number, number>>;
  readonly hasFilter: boolean;
}

/** One cell as drawn. */
export interface CellSnapshot {
  readonly text: string;
  /** What the formula bar shows. */
  readonly input: string;
  readonly align: 'left' | 'right' | 'center';
  readonly background?: string;
  readonly color?: string;
  readonly isBold?: boolean;
  readonly note?: string;
}

/** The whole spreadsheet as the page draws it. */
export interface SpreadsheetSnapshot {
  readonly name: string;
  readonly locale: string;
  readonly timeZone: string;
  readonly activeTabId: number;
  readonly tabs: readonly TabSnapshot[];
  /** A1 notations of the user's selected ranges on the active tab, the current one last. */
  readonly selection: readonly string[];
}

/** What a person does in the grid; the add-on cannot tell these from the real thing. */
export interface SpreadsheetHands {
  snapshot(user?: string): SpreadsheetSnapshot;
  /** The tab that a person sees. */
  activeTabId(user?: string): number;
  /** The values as `getValues` would give them, dates as `Date`. */
  values(tabName: string): unknown[][];
  addTab(
    name: string,
    rows: readonly (readonly string[])[],
    options?: { readonly columnCount?: number; readonly rowCount?: number },
  ): number;
  renameTab(tabName: string, newName: string): void;
  deleteTab(tabName: string): void;
  /** Goes to a tab, with what the person last selected there. */
  activateTab(tabName: string, user?: string): void;
  /** Types into a cell, parsed as typed by hand. `a1` such as `B7`. */
  type(tabName: string, a1: string, text: string): void;
  /** Pastes a block of texts at a cell. */
  paste(tabName: string, a1: string, block: readonly (readonly string[])[]): void;
  clear(tabName: string, a1: string): void;
  /** Selects ranges on a tab (and activates it), the last one being the current one. `A:A` and `3:5` are ranges too. */
  select(tabName: string, a1s: readonly string[], user?: string): void;
  sort(tabName: string, columnNumber: number, isAscending: boolean, fromRowNumber?: number): void;
  insertRows(tabName: string, beforeRowNumber: number, count: number): void;
  deleteRows(tabName: string, rowNumber: number, count: number): void;
  moveColumns(tabName: string, columnNumber: number, count: number, beforeColumnNumber: number): void;
  insertColumns(tabName: string, beforeColumnNumber: number, count: number): void;
  deleteColumns(tabName: string, columnNumber: number, count: number): void;
  hideRows(tabName: string, rowNumber: number, count: number): void;
  showRows(tabName: string, rowNumber: number, count: number): void;
  hideColumns(tabName: string, columnNumber: number, count: number): void;
  /**
   * A filter view: one person sees only the rows whose cell in a column shows one of the texts, and no script sees that.
   * `undefined` closes it.
   */
  filterView(
    tabName: string,
    keep?: { readonly columnNumber: number; readonly texts: readonly string[] },
    user?: string,
  ): void;
  /** A slicer: everybody sees only the rows it keeps, and no script sees that. `undefined` removes it. */
  slicer(tabName: string, keep?: { readonly columnNumber: number; readonly texts: readonly string[] }): void;
  /** A basic filter over the data that keeps rows whose cell in a column shows one of the texts; `undefined` removes it. */
  filter(tabName: string, keep?: { readonly columnNumber: number; readonly texts: readonly string[] }): void;
  /** Protects a range against everybody but the owner (and, with `evenOwner`, everybody: a warning-free hard stop for tests). */
  protect(
    tabName: string,
    a1: string,
    options?: { readonly editors?: readonly string[]; readonly evenOwner?: boolean },
  ): void;
  unprotect(tabName: string): void;
  merge(tabName: string, a1: string): void;
  setNumberFormat(tabName: string, a1: string, format: string): void;
}

/** What the emulated Google starts with. */
export interface EmulatorOptions {
  /** File name → content, as pushed: `Code.js`, `Sidebar.html`, `appsscript.json`. */
  readonly files: Readonly<Record<string, string>>;
  /** Real origins for hosts the add-on names, as DNS would: `usapi.hottask.com` → `http://127.0.0.1:8123`. */
  readonly hosts: Readonly<Record<string, string>>;
  /** Name of the script project, under which its menu appears. Absent: `Listing Sync`. */
  readonly projectName?: string;
  readonly spreadsheetName?: string;
  readonly locale?: string;
  readonly timeZone?: string;
  readonly owner?: string;
  /** Other people with edit access. */
  readonly editors?: readonly string[];
  /** People who may only look at the spreadsheet. */
  readonly viewers?: readonly string[];
  /** A published add-on (hourly triggers, NONE until enabled) or a script bound to the spreadsheet. */
  readonly deployment?: 'bound' | 'published';
  /** `workspace` or `consumer` quotas. */
  readonly account?: 'workspace' | 'consumer';
  /** The virtual clock's start in ms since the epoch. Absent: the real time when the emulator starts. */
  readonly startsAt?: number;
  /** Answers alerts and prompts. Absent: every dialog is closed. */
  readonly onDialog?: (dialog: DialogRequest) => DialogAnswer | Promise<DialogAnswer>;
  readonly onEvent?: (event: EmulatorEvent) => void;
  /** Costs that differ from the default table. */
  readonly latency?: Partial<LatencyTable>;
  /** Seconds after which a request fails with `Timeout:`. Absent: 60. */
  readonly fetchTimeoutSeconds?: number;
  /** Whether a request may name a time-out of its own (`timeoutSeconds`), of which sources differ. Absent: yes. */
  readonly isFetchTimeoutOptional?: boolean;
  /**
   * What Google throws instead of sending anything where somebody fetches too often in a short time. It is asked at each
   * call of `UrlFetchApp`, with the call's virtual time. Absent: no call is too soon.
   */
  readonly refuseFetchAt?: (atMs: number) => string | undefined;
  /** What Google does where its pages leave it open. Absent: `USUAL_EDGES`. */
  readonly edges?: Partial<Edges>;
}

/** Another spreadsheet of the same script project. */
export interface SpreadsheetFile {
  readonly id: string;
  readonly hands: SpreadsheetHands;
}

/** What a spreadsheet starts with. */
export interface SpreadsheetOptions {
  readonly name?: string;
  readonly owner?: string;
  /** Other people with edit access. */
  readonly editors?: readonly string[];
  /** People who may only look at it. */
  readonly viewers?: readonly string[];
}

/** A running emulator. */
export interface Emulator {
  /** The hands in the first spreadsheet. */
  readonly hands: SpreadsheetHands;
  /** A further spreadsheet in which people use the same script, as an add-on is used in many. */
  addSpreadsheet(options?: SpreadsheetOptions): SpreadsheetFile;
  readonly before: AtServiceCall;
  readonly after: AtServiceCall;
  /** Runs a top-level function of the add-on in a fresh global scope. Arguments obey the rules of the source. */
  call(functionName: string, args: readonly Json[], options: CallOptions): Promise<CallReport>;
  /**
   * Lets a person change cells by hand and calls the add-on's `onEdit`, if it has one, for each change, as Sheets does
   * where the add-on is enabled.
   */
  edit(act: (hands: SpreadsheetHands) => void, options?: Omit<CallOptions, 'source'>): Promise<readonly CallReport[]>;
  /** How the manifest wants the web app deployed; absent where it speaks of none, since then nothing deploys one. */
  readonly webApp?: WebAppSettings;
  /**
   * Runs `doGet` or `doPost` as the owner, who deployed the web app, whoever asks. A `WebAppPage` is returned, unless it threw.
   */
  request(request: WebAppRequest, disturbance?: Disturbance): Promise<CallReport>;
  /** Runs a piece of Apps Script (the body of a function) as if typed into the editor; for tests of the emulator itself. */
  evaluate(body: string, options?: Partial<CallOptions>): Promise<CallReport>;
  /** Properties as stored, for assertions. */
  properties(store: 'script' | 'user' | 'document', user?: string, fileId?: string): Readonly<Record<string, string>>;
  setProperty(store: 'script' | 'user' | 'document', key: string, value: string, user?: string): void;
  /** Lets nothing be used of what Google allows in a day, as if the day had just begun; the clock stays where it is. */
  renewQuotas(): void;
  /** Installed triggers, as `ScriptApp` created them: of one spreadsheet, or of all. */
  triggers(fileId?: string): readonly {
    readonly id: string;
    readonly functionName: string;
    readonly user: string;
    readonly dueAt?: number;
  }[];
  /**
   * Fires the triggers that are due by now on the virtual clock, after moving it forward.
   *
   * @param disturbance What goes wrong in the first execution that is fired.
   */
  advanceClock(ms: number, disturbance?: Disturbance): Promise<readonly CallReport[]>;
  /**
   * A person's account is suspended: their triggers stop silently, and stay in the list of nobody.
   *
   * @see https://developers.google.com/apps-script/guides/triggers/installable (run as who made them; read 2026-11-29)
   */
  leave(user: string): void;
  /**
   * A person takes back what they granted. In a bound script the trigger does not start any more; a published add-on's does, and
   * stops at the first call that is not authorised.
   *
   * @see https://developers.google.com/workspace/add-ons/concepts/editor-triggers (authorization; read 2026-11-29)
   */
  withdrawConsent(user: string): void;
  /** The person grants it again, as Google asks them to at their next click. */
  grantConsent(user: string): void;
  now(): number;
  close(): Promise<void>;
}
