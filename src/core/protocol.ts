/**
 * The contract between sidebar and server: every function the sidebar may call, with JSON-safe types only.
 * Functions take one argument at most, never throw, and answer with a `Reply`.
 *
 * @see https://developers.google.com/apps-script/guides/html/communication on what `google.script.run` can carry
 * (read 2026-11-21).
 */
import type { FieldName, KeyType } from './listing/fields.ts';
import type { TaughtWords } from './listing/reading.ts';
import type { FieldSource, TabMapping } from './mapping/mapping.ts';
import type { SyncStatus } from './run/status.ts';
import type { RowList } from './table/selected-rows.ts';

/** What the user can ask for. */
export type Action = 'push' | 'sync' | 'delete';

/** Which rows an action is about. `failed` means the Failed, Sending and Unconfirmed rows of the whole tab. */
export type Scope = 'selection' | 'tab' | 'failed';

/** Which header carries the key; the documents disagree, so the connection says it. */
export type AuthHeader = 'Authorization' | 'chatrobot-sessionkey';

/** Who can use the saved key: only this person, or everybody who can edit the file. */
export type KeySharing = 'me' | 'file';

/** Everything that can stop an action as a whole (a single row's trouble is its outcome instead). */
export type FailureKind =
  | 'notConnected'
  | 'badConnection'
  | 'keyRefused'
  | 'platformUnreachable'
  | 'platformAnswer'
  | 'nothingSelected'
  | 'selectionTooLarge'
  | 'nothingToDo'
  | 'noHeaderRow'
  | 'duplicateHeaders'
  | 'headersChanged'
  | 'noKeyColumn'
  | 'statusProtected'
  | 'statusHeaderTaken'
  | 'statusColumnsGone'
  | 'columnsRefused'
  | 'tabChanged'
  | 'tabGone'
  | 'busy'
  | 'runGone'
  | 'rowsKeepChanging'
  | 'chatbotChanged'
  | 'deletesChanged'
  | 'settingsTooLarge'
  | 'quota'
  | 'badArgument'
  | 'authorization'
  | 'unexpected';

/** A failure in words: `message` says what happened, `nextStep` what to do now. Neither ever holds the key. */
export interface Failure {
  readonly kind: FailureKind;
  readonly message: string;
  readonly nextStep: string;
  /** Of a selection that is too large: what is known of it so far, for `surveySelection` to go on with. */
  readonly survey?: SelectionSurvey;
}

/** What every function of the server answers. */
export type Reply<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: Failure };

/** The connection as the sidebar may see it: the key itself never leaves the server. */
export interface ConnectionView {
  readonly isConnected: boolean;
  /** `•••• 1a2b` once saved, `''` before. */
  readonly maskedKey: string;
  readonly chatbotId: string;
  readonly authHeader: AuthHeader;
  readonly sharing: KeySharing;
  /** How many requests are sent at the same time at most. */
  readonly requestsAtOnce: number;
  /** Host name of the platform, such as `usapi.hottask.com`. */
  readonly host: string;
}

/** What `saveConnection` takes. Without `key` the saved key is kept. */
export interface ConnectionInput {
  readonly key?: string;
  readonly chatbotId: string;
  readonly authHeader: AuthHeader;
  readonly sharing: KeySharing;
  /** Absent: as saved. */
  readonly requestsAtOnce?: number;
}

/** What a connection test found: a sentence such as `Connected. The chatbot answers; it has 3 knowledge items.` */
export interface ConnectionTest {
  readonly message: string;
}

/** The active tab and what of it is selected, for a glance. */
export interface TabView {
  /** The sheet's id, which survives renaming. */
  readonly tabId: number;
  readonly tabName: string;
  /** `undefined` when no header row was found. */
  readonly headerRowNumber?: number;
  /** Rows below the header that hold data. */
  readonly dataRows: number;
  readonly selection: SelectionView;
}

/** The rows of the selection that count, and how many were left out and why. */
export interface SelectionView {
  readonly rows: number;
  readonly hiddenRows: number;
  readonly blankRows: number;
  /** The selection in A1 notation, `A2:C6, A9`; `''` when nothing is selected. */
  readonly a1: string;
}

/** Everything the sidebar shows when it opens and when the user comes back to it. */
export interface Overview {
  readonly connection: ConnectionView;
  /** Absent when the active tab cannot be used; `tabProblem` says why. */
  readonly tab?: TabView;
  readonly tabProblem?: Failure;
  /** The run that is going on in this spreadsheet, whoever started it. */
  readonly run?: RunningView;
}

/** A run that holds the spreadsheet. */
export interface RunningView {
  readonly runId: string;
  /** The name its sidebar gave to it; `''` for one that was begun elsewhere. */
  readonly startId: string;
  readonly action: Action;
  readonly tabName: string;
  /** The person who started it, or `''` when the platform does not tell. */
  readonly startedBy: string;
  readonly isMine: boolean;
  readonly done: number;
  readonly total: number;
  /** What the run was expected to cost, in words; `''` for a small one. */
  readonly cost: string;
  /** Outcomes that are in the sheet, and requests they took, retries included. */
  readonly counts: StatusCounts;
  readonly requests: number;
  /** ISO instant. */
  readonly lastSignOfLife: string;
}

/** A column of the tab, for the mapping view. */
export interface ColumnView {
  readonly header: string;
  /** First non-blank cells as shown, at most 3. */
  readonly examples: readonly string[];
  /** Whether it is one of the add-on's own status columns. */
  readonly isOwn: boolean;
}

/** One field of the mapping view. */
export interface FieldView {
  readonly field: FieldName;
  readonly label: string;
  readonly help: string;
  readonly group: string;
  readonly isRequired: boolean;
  /** Allowed values of a choice field. */
  readonly options?: readonly string[];
  /** The source in force: the saved one, else the applied match. */
  readonly source?: FieldSource;
  /** Whether `source` was chosen by a person (saved) or found. */
  readonly isSaved: boolean;
  /** A match that was found, applied or only proposed. */
  readonly match?: {
    readonly source: FieldSource;
    readonly confidence: number;
    readonly isApplied: boolean;
    readonly reason: string;
  };
  /** A value of the field as it would be sent, from the first row that has one. */
  readonly example?: string;
  /** Whether that value was computed (converted, counted from a date, divided) instead of read as it stands. */
  readonly isDerived: boolean;
  /** What happens to a row that leaves the field empty. */
  readonly ifEmpty: EmptyPolicy;
  /** Why the saved source cannot be used, such as a header that is gone. */
  readonly problem?: string;
}

/** What a tab does with a listing on which an offer was accepted: the platform has no such status. */
export type StatusPolicy = 'skip' | 'active' | 'delete';

/** What a tab does where a listing's status has no equal on the platform. */
export interface StatusPolicies {
  /** An accepted offer, no longer shown: Pending, Under contract. */
  readonly pending: StatusPolicy;
  /** An accepted offer, still shown: Contingent, Active under contract. */
  readonly underContract: StatusPolicy;
  /** Off the market for a while. */
  readonly hold: 'skip' | 'delete';
  /** A rental that was let. */
  readonly soldRental: 'sold' | 'skip' | 'delete';
}

/** What a tab does with a row that leaves a field empty. */
export type EmptyPolicy =
  | { readonly kind: 'hold' }
  | { readonly kind: 'leaveOut' }
  | { readonly kind: 'default'; readonly value: string };

/** What a tab does with a row that misses a required field. */
export type MissingPolicy = 'hold' | 'send';

/** A tab's settings as saved: by sheet id, in the document, shared by everybody who can edit it. */
export interface TabSettings {
  /** Absent: found automatically. */
  readonly headerRowNumber?: number;
  /** Fields chosen by a person; a field that is absent follows the automatic match. */
  readonly mapping: TabMapping;
  /** Fields that a person wants fed by nothing although a match exists. */
  readonly unmapped: readonly FieldName[];
  readonly keyTypes: readonly KeyType[];
  /** What holds for every required field without an entry in `ifEmpty`. */
  readonly missing: MissingPolicy;
  readonly ifEmpty: { readonly [Name in FieldName]?: EmptyPolicy };
  readonly policies: StatusPolicies;
  /** Words the team has taught, by vocabulary. */
  readonly taughtWords: TaughtWords;
  /** The tab's headers when these settings were saved, to notice changes; empty when never saved. */
  readonly seenHeaders: readonly string[];
  /** Headers of unmapped columns that are sent as extra information. */
  readonly extraHeaders: readonly string[];
  /** Chatbot rows: headers that are not sent. */
  readonly excludedHeaders: readonly string[];
  /** Chatbot rows: send the text as shown instead of the typed value. */
  readonly sendsShownText: boolean;
}

/** The mapping view of a tab. */
export interface MappingView {
  readonly tabId: number;
  readonly tabName: string;
  /** Absent when no header row was found; then there are no columns, and only the settings can be edited. */
  readonly headerRowNumber?: number;
  readonly columns: readonly ColumnView[];
  readonly fields: readonly FieldView[];
  /** Columns that feed no field. */
  readonly unmappedHeaders: readonly string[];
  /** The recognised export, such as `Redfin download`. */
  readonly knownExport?: string;
  /** Columns that look as if they fed a field and are kept from it, each with a sentence that says why. */
  readonly leftOut: readonly { readonly header: string; readonly reason: string }[];
  /** What changed in the header row since the settings were saved. */
  readonly changedHeaders: { readonly added: readonly string[]; readonly removed: readonly string[] };
  /** The other tabs of the spreadsheet, to which the settings can be copied. */
  readonly otherTabs: readonly { readonly tabId: number; readonly tabName: string }[];
  readonly settings: TabSettings;
}

/** What `saveTabSettings` takes. */
export interface TabSettingsInput {
  readonly tabId: number;
  readonly settings: TabSettings;
}

/** Which rows, and what shall be done with them. Deletes happen only with the token of the confirmation that was shown. */
export interface RunRequest {
  readonly action: Action;
  readonly scope: Scope;
  readonly deleteToken?: string;
  /** What is known of a selection that is too large for one call; without it the server asks itself. */
  readonly survey?: SelectionSurvey;
}

/** Which rows were selected, and which of them are hidden as far as they were asked about, from the first one on. */
export interface SelectionSurvey {
  readonly tabId: number;
  readonly selected: RowList;
  readonly hidden: RowList;
  readonly askedRows: number;
  /** Stands for the keys of the rows in their order: a run of rows that have moved since is refused. */
  readonly order: string;
}

/** What `startRun` takes. */
export interface StartRequest extends RunRequest {
  /** A name the sidebar gives the run, by which it knows it before the start has answered. */
  readonly startId?: string;
}

/** A row that needs a person, and where it is. */
export interface RowProblem {
  readonly tabId: number;
  readonly rowNumber: number;
  /** The column number to go to, from 1; the status column when no cell is to blame. */
  readonly columnNumber: number;
  /** The row's key, or its first text. */
  readonly label: string;
  readonly status: SyncStatus;
  readonly detail: string;
}

/** How many rows ended (or, in a check, would end) with each status. */
export type StatusCounts = { readonly [Status in SyncStatus]?: number };

/** Rows that are held back for the same reason, so that one correction may serve all of them. */
export interface CheckGroup {
  /** `Parking spots is empty`, `Listing status: “Neu” is not known`. */
  readonly cause: string;
  readonly kind: 'empty' | 'unreadable' | 'unknownWord' | 'other';
  readonly status: SyncStatus;
  readonly rows: number;
  /** The field to blame; a fixed value or default for it would help where the kind is `empty`. */
  readonly field?: FieldName;
  /** The word that is not known, and what it could be taught to mean. */
  readonly teach?: { readonly vocabulary: string; readonly word: string; readonly meanings: readonly string[] };
  /** The first of the rows. */
  readonly first: RowProblem;
}

/** What a check found; nothing was sent. */
export interface CheckReport {
  readonly tabName: string;
  readonly rows: number;
  readonly hiddenRows: number;
  readonly blankRows: number;
  /** Rows that would be sent, by what would be asked for. */
  readonly operations: { readonly push: number; readonly update: number; readonly delete: number };
  /** Rows that would not be sent, by status. */
  readonly counts: StatusCounts;
  /** At most 100; `problemCount` says how many there are. */
  readonly problems: readonly RowProblem[];
  readonly problemCount: number;
  /** The same problems by cause, most rows first; at most 50. */
  readonly groups: readonly CheckGroup[];
  /** The first rows that would be sent, to look at with `previewRow`; at most 5. */
  readonly readyRowNumbers: readonly number[];
  readonly message: string;
}

/** Names a row to be shown as it would be sent. */
export interface PreviewRequest {
  readonly action: Action;
  readonly rowNumber: number;
}

/** A row as it would be sent. */
export interface RowPreview {
  readonly rowNumber: number;
  readonly label: string;
  /** Absent when the row would be sent; else what it would be told. */
  readonly outcome?: { readonly status: SyncStatus; readonly detail: string };
  /** The request, when there would be one. The key is masked. */
  readonly request?: { readonly endpoint: string; readonly body: string; readonly curl: string };
  /** Labels of the fields whose value was computed. */
  readonly derived: readonly string[];
  readonly notes: readonly string[];
}

/** What a delete would remove: shown before anything is removed. */
export interface DeleteConfirmation {
  readonly tabName: string;
  readonly count: number;
  readonly firstKeys: readonly string[];
  /** Stands for exactly these deletes; hand it to `startRun` once the person agreed. */
  readonly deleteToken: string;
}

/** How far a run is. `state` other than `running` is final. */
export interface RunProgress {
  readonly runId: string;
  readonly action: Action;
  readonly tabName: string;
  readonly state: 'running' | 'finished' | 'cancelled' | 'stopped';
  /** Rows of the run and how many of them have an outcome. */
  readonly total: number;
  readonly done: number;
  readonly hiddenRows: number;
  readonly blankRows: number;
  /** What the run was expected to cost, in words; `''` for a small one. */
  readonly cost: string;
  readonly counts: StatusCounts;
  /** Problem rows since the last answer, at most 100 of them in one answer. */
  readonly problems: readonly RowProblem[];
  /** Requests sent so far, retries included. */
  readonly requests: number;
  /** What happened and what to do next, in one or two sentences. */
  readonly message: string;
  /** Why the run stopped early, when `state` is `stopped`. */
  readonly failure?: Failure;
}

/** A run either starts, or first needs a person's word on its deletes. */
export type StartReply =
  | { readonly kind: 'started'; readonly progress: RunProgress }
  | {
      readonly kind: 'confirmDeletes';
      readonly confirmation: DeleteConfirmation;
      /** What is known of the selection: handed back with the agreement, the run is about the same rows. */
      readonly survey?: SelectionSurvey;
    };

/** Names a run. */
export interface RunReference {
  readonly runId: string;
}

/** Names a cell to go to. */
export interface CellReference {
  readonly tabId: number;
  readonly rowNumber: number;
  readonly columnNumber: number;
}

/** Every function the sidebar may call. */
export interface ServerFunctions {
  /** What to show: connection, active tab, selection, a run that is going on. Cheap enough to ask every few seconds. */
  getOverview(): Reply<Overview>;
  /** Saves the connection; answers with the masked view. */
  saveConnection(input: ConnectionInput): Reply<ConnectionView>;
  /** Forgets the key and the chatbot ID. */
  removeConnection(): Reply<ConnectionView>;
  /** Asks the platform something read-only with the saved connection. */
  testConnection(): Reply<ConnectionTest>;
  /** The mapping of the active tab. */
  getMapping(): Reply<MappingView>;
  /** Saves a tab's settings; answers with the mapping that results. */
  saveTabSettings(input: TabSettingsInput): Reply<MappingView>;
  /** Reads the rows and reports what a run would do, without sending or writing anything. */
  checkRows(request: RunRequest): Reply<CheckReport>;
  /** Asks on which of the selected rows are hidden; call it until all of them were asked about. */
  surveySelection(survey: SelectionSurvey): Reply<SelectionSurvey>;
  /** One row of the active tab exactly as it would be sent. */
  previewRow(request: PreviewRequest): Reply<RowPreview>;
  /** Plans the run, settles the rows that need no request, and sends the others for as long as the time allows. */
  startRun(request: StartRequest): Reply<StartReply>;
  /** Sends the next slice; call it until `state` is final. */
  continueRun(run: RunReference): Reply<RunProgress>;
  /** Stops the run after the wave under way; rows not yet sent keep their old status. */
  cancelRun(run: RunReference): Reply<RunProgress>;
  /** Activates a cell. */
  goToCell(cell: CellReference): Reply<null>;
}
