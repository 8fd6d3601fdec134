/**
 * The contract between sidebar and server: every function the sidebar may call, with JSON-safe types only.
 * Functions take one argument at most, never throw, and answer with a `Reply`.
 *
 * @see https://developers.google.com/apps-script/guides/html/communication on what `google.script.run` can carry
 * (read 2026-11-21).
 */

import type { CheckReport } from '../check/check-report.ts';
import type { Recipe } from '../check/recipe.ts';
import type { RowPreview } from '../check/row-preview.ts';
import type { ComparisonCounts } from '../compare/platform-tab.ts';
import type { LoggedRun } from '../engine/logged-runs.ts';
import type { RunProgress } from '../engine/progress.ts';
import type { RunningView } from '../engine/run-record.ts';
import type { OfSeenTab, RunReference, RunRequest, StartReply, StartRequest } from '../engine/run-request.ts';
import type { ConnectionInput, ConnectionView } from '../settings/connection.ts';
import type { NamedSettings } from '../settings/named-settings.ts';
import type { TabSettings } from '../settings/tab-settings.ts';
import type { Failure, Reply } from '../terms/failure.ts';
import type { Action, TabKind } from '../words/actions.ts';
import type { StatusPlace } from '../words/own-headers.ts';
import type { AutomationView, MayDeleteInput, ScheduleChange, ScheduleInput } from './automation-view.ts';
import type {
  EventsExported,
  EventsPreview,
  EventsPublished,
  EventsRequest,
  EventsTaken,
  EventsView,
  InboxInput,
  InboxPolled,
  KeptChoice,
  PublishRequest,
  TakeEventsRequest,
} from './events-view.ts';
import type { MappingView } from './mapping-view.ts';
import type { WebhookChange, WebhookInput, WebhookTest } from './webhook-view.ts';

/** What a connection test found: a sentence such as `Connected. The chatbot answers; it has 3 knowledge items.` */
export interface ConnectionTest {
  readonly message: string;
}

/** A connection that was saved, and what its test found. */
export interface SavedConnection extends ConnectionTest {
  readonly connection: ConnectionView;
}

/** The active tab and what of it is selected, for a glance. */
export interface TabView {
  /** The sheet's id, which survives renaming. */
  readonly tabId: number;
  readonly tabName: string;
  /** What it holds, by its headers. */
  readonly kind: TabKind;
  /** What somebody last chose to do with its rows, in this file; absent where nobody did, or it was to delete. */
  readonly chosenAction?: Action;
  /** Whether listings that the platform does not have may be created from it. */
  readonly createsMissing?: true;
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
  /** The file was used with a newer version: nothing of it can be changed or sent. */
  readonly newerVersion?: Failure;
}

/** Names a tab. */
export interface TabReference {
  readonly tabId: number;
}

/** What is done with the rows of a tab. */
export interface ActionChoice extends TabReference {
  readonly action: Action;
}

/** What `saveTabSettings` takes. */
export interface TabSettingsInput {
  readonly tabId: number;
  readonly settings: TabSettings;
}

/** What `keepNamedSettings` takes. */
export interface NamedSettingsInput {
  readonly name: string;
  readonly settings?: TabSettings;
}

/** Exported settings, as text. */
export interface SettingsText {
  readonly text: string;
}

/** Names a row to be shown as it would be sent. */
export interface PreviewRequest {
  readonly tabId: number;
  readonly action: Action;
  readonly rowNumber: number;
}

/** Names a cell to go to. */
export interface CellReference {
  readonly tabId: number;
  readonly rowNumber: number;
  readonly columnNumber: number;
  /** What tells the row from others: it may have been moved since its number was told. */
  readonly key?: { readonly columnNumber: number; readonly text: string };
}

/** The last runs of a file, newest first. */
export interface RunsView {
  /** `tabId` is absent where the tab is gone or was renamed. */
  readonly runs: readonly (LoggedRun & { readonly tabId?: number })[];
  /** The `Sync log` tab, where there is one. */
  readonly logTabId?: number;
  /** Whether that tab is no log, so that no run is written down. */
  readonly isLogForeign?: true;
  /** Creates of the connected chatbot that had no clear answer, oldest first. */
  readonly openCreates: readonly OpenCreateView[];
}

/** A create that had no clear answer, and that nobody sends again by itself. */
export interface OpenCreateView {
  readonly mlsNumber: string;
  /** Date and time in the spreadsheet's time zone. */
  readonly at: string;
}

/** What a comparison with the platform has found; the differences stand in a tab of their own. */
export interface ComparisonView {
  /** The tab that was compared. */
  readonly tabId: number;
  readonly tabName: string;
  readonly counts: ComparisonCounts;
  readonly sentences: readonly string[];
  /** The tab `Platform listings`. */
  readonly platformTabId: number;
}

/** What copying listings into a tab has done. */
export interface CopiedView {
  /** Each a sentence; the last says what to do next. */
  readonly sentences: readonly string[];
  /** The first of the new rows; absent where there is none. */
  readonly firstRowNumber?: number;
}

/** Names a run by its line of the log. */
export interface RunRowsRequest {
  readonly tabId: number;
  readonly startedAt: string;
  readonly seconds: number;
}

/** What a run has sent; rows for which nothing was sent are not among them. */
export interface RunRowsView {
  readonly total: number;
  readonly rows: readonly {
    /** The key, as it was written. */
    readonly name: string;
    readonly outcome: string;
    /** Where its row is now; absent where there is none. */
    readonly rowNumber?: number;
  }[];
}

/** What was sent for a row and what came back, newest first. */
export interface RowStoryView {
  readonly label: string;
  /** What its status says now; `''` where it is blank. */
  readonly now: string;
  readonly entries: readonly {
    readonly at: string;
    readonly who: string;
    readonly outcome: string;
    readonly changes: readonly string[];
  }[];
}

/** What taking back the last run would do. */
export interface UndoView {
  readonly runId: string;
  readonly tabId: number;
  readonly tabName: string;
  readonly action: Action;
  readonly who: string;
  readonly startedAt: string;
  /** Rows that get back what was there before. */
  readonly rows: number;
  /** What comes back, and what does not. */
  readonly sentences: readonly string[];
}

/** Names the run that is to be taken back. */
export interface UndoRequest {
  readonly runId: string;
  /** A name the sidebar gives the undo, by which it knows it before it has answered. */
  readonly startId?: string;
}

/** Names a create without a clear answer. */
export interface OpenCreateReference {
  readonly mlsNumber: string;
}

/** A word to be replaced wherever it fills a cell of a column, by one that the add-on knows. */
export interface ReplaceTextInput {
  readonly tabId: number;
  readonly columnNumber: number;
  readonly from: string;
  readonly to: string;
}

/** Shows of a tab only the rows whose status wants somebody, or all rows again. */
export interface ProblemsFilterInput {
  readonly tabId: number;
  readonly onlyProblems: boolean;
  /** Whether the tab's filter was made for this, so that it goes when all rows are shown again. */
  readonly isOurs: boolean;
}

/** Whether a tab shows only rows with a problem, and whether its filter was made for that. */
export type ProblemsFilter = ProblemsFilterInput;

/** Puts the status columns of a tab elsewhere. */
export interface StatusPlaceInput {
  readonly tabId: number;
  /** Whose rows they tell of, which says what the key is. */
  readonly action: Action;
  readonly place: StatusPlace;
}

/** Listings that have left a tab. */
export interface LeftView {
  readonly left: number;
  /** In sentences; `''` where there is nothing to tell. */
  readonly words: string;
  /** The tab that lists them, for the usual delete; absent where there are none. */
  readonly leftTabId?: number;
  /** Whether the tab wishes that they are deleted, so that this person is asked at once. */
  readonly asks?: true;
}

/** Names a function the sidebar may call. */
export type FunctionName = keyof ServerFunctions;

/** What a function takes; `undefined` where it takes nothing. */
export type ArgumentOf<Name extends FunctionName> = Parameters<ServerFunctions[Name]>[0];

/** What a function answers with when all is well. */
export type AnswerOf<Name extends FunctionName> = Extract<
  ReturnType<ServerFunctions[Name]>,
  { readonly ok: true }
>['value'];

/** Every function the sidebar may call. */
export interface ServerFunctions {
  /** What to show: connection, active tab, selection, a run that is going on. Cheap enough to ask every few seconds. */
  getOverview(): Reply<Overview>;
  /** Tests the connection with something read-only and, unless it is refused, saves it; what was there stays until then. */
  saveConnection(input: ConnectionInput): Reply<SavedConnection>;
  /** Forgets this person's key and, unless somebody else shares a key in it, the file's chatbot. */
  removeConnection(): Reply<ConnectionView>;
  /** Asks the platform something read-only with the saved connection. */
  testConnection(): Reply<ConnectionTest>;
  /** The mapping of the active tab. */
  getMapping(): Reply<MappingView>;
  /** Finds out anew, by all rows of a tab, what its columns hold; answers with the mapping that results. */
  decideAgain(tab: TabReference): Reply<MappingView>;
  /** What is proposed for the recognised export in a tab; `null` where nothing is. */
  getRecipe(tab: TabReference): Reply<Recipe | null>;
  /** Remembers what is done with the rows of a tab, for everybody; only to delete is not remembered. */
  rememberAction(choice: ActionChoice): Reply<null>;
  /** Saves a tab's settings; answers with the mapping that results. */
  saveTabSettings(input: TabSettingsInput): Reply<MappingView>;
  /** Settings that were saved under a name in this file. */
  getNamedSettings(): Reply<readonly NamedSettings[]>;
  /** Saves settings under a name, in place of those that have it, or without settings forgets the name. */
  keepNamedSettings(input: NamedSettingsInput): Reply<readonly NamedSettings[]>;
  /** Reads exported settings; nothing is saved. */
  readSettingsFile(file: SettingsText): Reply<TabSettings>;
  /** Reads the rows and reports what a run would do, without sending or writing anything. */
  checkRows(request: OfSeenTab<RunRequest>): Reply<CheckReport>;
  /** One row of a tab exactly as it would be sent. */
  previewRow(request: PreviewRequest): Reply<RowPreview>;
  /** Plans the run, settles the rows that need no request, and sends the others for as long as the time allows. */
  startRun(request: OfSeenTab<StartRequest>): Reply<StartReply>;
  /** Sends the next execution; call it until `state` is final. */
  continueRun(run: RunReference): Reply<RunProgress>;
  /** Stops the run after the wave under way; rows not yet sent keep their old status. */
  cancelRun(run: RunReference): Reply<RunProgress>;
  /** What pasted messages would do to a tab, without writing anything. */
  previewEvents(request: EventsRequest): Reply<EventsPreview>;
  /** Takes pasted messages into a tab. */
  takeEvents(request: TakeEventsRequest): Reply<EventsTaken>;
  /** What runs by itself in this file. */
  getAutomation(): Reply<AutomationView>;
  /** Makes a schedule of this person, or changes one of theirs. */
  saveSchedule(input: ScheduleInput): Reply<AutomationView>;
  /** Says who may delete; only those change it who may. */
  saveMayDelete(input: MayDeleteInput): Reply<AutomationView>;
  /** Pauses, resumes, takes over, accepts or removes a schedule. */
  changeSchedule(input: ScheduleChange): Reply<AutomationView>;
  /** What is connected for messages, and what of them waits for a person. */
  getEvents(): Reply<EventsView>;
  /** Connects an inbox for a tab, once it has answered. */
  connectInbox(input: InboxInput): Reply<EventsView>;
  /** Forgets the inbox and this person's key for it. */
  disconnectInbox(): Reply<EventsView>;
  /** Takes in what the inbox has; call it again while there is more. */
  pollInbox(): Reply<InboxPolled>;
  /** Makes the file's webhook, or changes where it is and what it is for; the sender's secret stays. */
  saveWebhook(input: WebhookInput): Reply<AutomationView>;
  /** Gives the webhook another secret or another listener, or removes it. */
  changeWebhook(change: WebhookChange): Reply<AutomationView>;
  /** Sends a test message to the webhook as a sender does, and looks whether it arrived. */
  testWebhook(): Reply<WebhookTest>;
  /** Takes in what the webhook has brought; `null` where there is no webhook. */
  takeArrived(): Reply<InboxPolled | null>;
  /** Tries a message again that waits, gives it a row, or discards it. */
  settleKept(choice: KeptChoice): Reply<EventsTaken>;
  /** The last runs of this file, from its log. */
  getRuns(): Reply<RunsView>;
  /** The result of this person's last run where it is fresh; `null` where there is none. */
  getLastResult(): Reply<RunProgress | null>;
  /** What a run of the log has sent, row by row. */
  getRunRows(run: RunRowsRequest): Reply<RunRowsView>;
  /** What was ever sent for the selected row, and what came back. */
  getRowStory(): Reply<RowStoryView>;
  /** What taking back the last run of this file would do. */
  getUndo(): Reply<UndoView>;
  /** Takes the last run back: sends again what was there before it. */
  undoRun(request: UndoRequest): Reply<StartReply>;
  /** After a run over a whole tab: listings that were confirmed from it and that no row shows any more, written into a tab. */
  findLeft(tab: TabReference): Reply<LeftView>;
  /** Compares a tab with what the platform lists, and writes the differences into the tab `Platform listings`. */
  comparePlatform(tab: TabReference): Reply<ComparisonView>;
  /** Copies the selected rows of `Platform listings` that are only there to the end of a tab. */
  copyListings(into: TabReference): Reply<CopiedView>;
  /** A person says that a listing is not on the platform: it may be created again. */
  settleCreate(create: OpenCreateReference): Reply<RunsView>;
  /** Corrects a typo in a column, since the person asked for it; answers with the number of cells. */
  replaceText(input: ReplaceTextInput): Reply<{ readonly cells: number }>;
  /** Filters a tab by its status column; other filters stay. */
  filterProblems(input: ProblemsFilterInput): Reply<ProblemsFilter>;
  /** Moves the status columns of a tab, which makes them where there are none, and goes there. */
  moveStatusColumns(input: StatusPlaceInput): Reply<null>;
  /** The selected rows as messages, to be copied or saved. */
  exportEvents(request: PublishRequest): Reply<EventsExported>;
  /** Publishes the selected rows to the pod of the inbox. */
  publishEvents(request: PublishRequest): Reply<EventsPublished>;
  /** Activates a cell. */
  goToCell(cell: CellReference): Reply<null>;
}
