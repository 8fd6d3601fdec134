/** What page and server say to each other: JSON-safe types only, shared so that neither side can drift. */
import type {
  CellSnapshot,
  DialogAnswer,
  DialogRequest,
  Json,
  MenuItem,
  SpreadsheetSnapshot,
} from '../apps-script/emulator.ts';
import type { Arrival } from '../pod/demo-inbox.ts';

/** The add-on's menu as `onOpen` built it. */
export interface AddOnMenu {
  readonly name: string;
  readonly items: readonly MenuItem[];
}

/** HTML of the add-on that is on screen; the page loads it from `/frame/<frameId>` into a sandboxed frame. */
export interface ScriptFrame {
  readonly frameId: string;
  readonly title: string;
  /** Pixels; `undefined` for the sidebar, whose width is Google's. */
  readonly size?: { readonly width: number; readonly height: number };
}

/** A dialog the add-on waits for. */
export interface PendingDialog {
  readonly dialogId: string;
  readonly request: DialogRequest;
}

/** The names of the faults the page can switch on. */
export const FAULT_NAMES = [
  'slow',
  'status429',
  'status500',
  'refusedRow',
  'dropped',
  'keyExpired',
  'html',
  'asksForLess',
  'otherListNames',
  'emptyListIsNull',
  'listIsBehind',
] as const;

/** A fault the page can switch on. */
export type FaultName = (typeof FAULT_NAMES)[number];

/** A switch of the fault panel. */
export interface FaultSwitch {
  readonly name: FaultName;
  readonly isOn: boolean;
  /** How many requests it strikes in all; absent when it strikes until it is switched off. */
  readonly strikes?: number;
  /** The text that makes a request the refused one; only for `refusedRow`. */
  readonly bodyIncludes?: string;
}

/** What the page sends to set a switch. */
export interface FaultSetting {
  readonly name: FaultName;
  readonly isOn: boolean;
  readonly strikes?: number;
  readonly bodyIncludes?: string;
}

/** What is new in the tab on screen. A page that knows nothing of that tab yet starts from no rows at all. */
export interface SheetChanges {
  /** The spreadsheet without any cells. */
  readonly snapshot: SpreadsheetSnapshot;
  /** How many rows of the tab on screen have cells; what a page knows below them is gone. */
  readonly filledRows: number;
  readonly rows: readonly { readonly rowIndex: number; readonly cells: readonly CellSnapshot[] }[];
  /** What to ask with next. */
  readonly mark: number;
  /** Whether more is known already than this portion holds. */
  readonly hasMore: boolean;
  /** Whether something has changed since the sheet was looked at: the selection may be an older one. It is told soon. */
  readonly isBehind: boolean;
}

/** A request the stand-in received, as one line. */
export interface RequestLine {
  readonly number: number;
  /** Milliseconds since the epoch. */
  readonly receivedAt: number;
  readonly method: string;
  readonly endpoint: string;
  /** What the body holds, such as `5 rows`. */
  readonly carries?: string;
  readonly bodyBytes: number;
  /** HTTP status of the answer; 0 when the connection was dropped. */
  readonly status: number;
  /** Whether the platform did what it was asked for. */
  readonly isGood: boolean;
  /** The faults that struck, joined by ` + `. */
  readonly fault?: string;
}

/** What an unfolded request shows. */
export interface RequestDetail {
  /** The parsed body, or the raw text where it was not JSON. */
  readonly body: unknown;
  readonly answer: string;
  readonly isApplied: boolean;
}

/** How time passes: to the next call of Google's clock, over night, or with somebody leaving. */
export const CLOCK_MOVES = ['tick', 'tomorrow', 'leave'] as const;

/** A way in which time passes. */
export type ClockMove = (typeof CLOCK_MOVES)[number];

/** What time it is, on the spreadsheet's wall, and who sits at the keyboard. */
export interface ClockView {
  readonly time: string;
  readonly user: string;
  readonly hasOwnerLeft: boolean;
}

/** Everything the page needs to draw itself from nothing. */
export interface PageState {
  /** The first portion. */
  readonly sheet: SheetChanges;
  readonly menu: AddOnMenu | null;
  readonly sidebar: ScriptFrame | null;
  readonly modal: ScriptFrame | null;
  readonly dialogs: readonly PendingDialog[];
  readonly requests: readonly RequestLine[];
  readonly faults: readonly FaultSwitch[];
  readonly clock: ClockView;
  /** The key that the demo connection uses and the ID of its chatbot, to try the connection form with. */
  readonly demoConnection: { readonly secretKey: string; readonly chatbotId: string };
}

/** How a call of the add-on ended, as far as a browser may know. */
export type CallOutcome =
  | { readonly kind: 'returned'; readonly value: Json }
  | { readonly kind: 'failed'; readonly message: string };

/** What the server pushes over `/api/events`. */
export type ServerEvent =
  | { readonly kind: 'hello' }
  | { readonly kind: 'changed' }
  | { readonly kind: 'toast'; readonly title: string; readonly message: string; readonly timeoutSeconds: number }
  | { readonly kind: 'menu'; readonly menu: AddOnMenu }
  | { readonly kind: 'sidebar'; readonly sidebar: ScriptFrame | null }
  | { readonly kind: 'modal'; readonly modal: ScriptFrame | null }
  | { readonly kind: 'dialogs'; readonly dialogs: readonly PendingDialog[] }
  | { readonly kind: 'requests'; readonly lines: readonly RequestLine[] }
  | { readonly kind: 'requestsCleared' }
  | { readonly kind: 'faults'; readonly faults: readonly FaultSwitch[] }
  | { readonly kind: 'clock'; readonly clock: ClockView }
  | { readonly kind: 'callEnded'; readonly callId: string; readonly outcome: CallOutcome }
  | { readonly kind: 'reset' };

/** A call of the add-on, answered later by a `callEnded` event so that a long run holds no connection. */
export interface CallRequest {
  readonly callId: string;
  readonly functionName: string;
  readonly args: readonly Json[];
  readonly source: 'menu' | 'sidebar';
}

/** A message that somebody sends, and the webhook that is told of it; the inbox has it anyway. */
export interface ArrivalRequest {
  readonly arrival: Arrival;
  readonly address?: string;
}

/** What the webhook answered with, where one was told. */
export interface ArrivalAnswer {
  readonly status?: number;
}

/** A person's answer to a pending dialog. */
export interface DialogReply {
  readonly dialogId: string;
  readonly answer: DialogAnswer;
}

/** What a person does in the grid: a verb of the emulator's hands and its arguments. */
export type HandsRequest =
  | { readonly verb: 'select'; readonly args: readonly [tabName: string, a1s: readonly string[]] }
  | { readonly verb: 'activateTab'; readonly args: readonly [tabName: string] }
  | { readonly verb: 'addTab'; readonly args: readonly [tabName: string] }
  | { readonly verb: 'renameTab'; readonly args: readonly [tabName: string, newName: string] }
  | { readonly verb: 'deleteTab'; readonly args: readonly [tabName: string] }
  | { readonly verb: 'type'; readonly args: readonly [tabName: string, a1: string, text: string] }
  | {
      readonly verb: 'paste';
      readonly args: readonly [tabName: string, a1: string, block: readonly (readonly string[])[]];
    }
  | { readonly verb: 'clear'; readonly args: readonly [tabName: string, a1: string] }
  | {
      readonly verb: 'sort';
      readonly args: readonly [tabName: string, columnNumber: number, isAscending: boolean, fromRowNumber: number];
    }
  | {
      readonly verb: 'insertRows' | 'insertColumns';
      readonly args: readonly [tabName: string, beforeNumber: number, count: number];
    }
  | {
      readonly verb: 'deleteRows' | 'hideRows' | 'showRows' | 'deleteColumns';
      readonly args: readonly [tabName: string, firstNumber: number, count: number];
    }
  | { readonly verb: 'filter'; readonly args: readonly [tabName: string, keep: FilterChoice | null] };

/** The rows a filter keeps: those that show one of the texts in a column. */
export interface FilterChoice {
  readonly columnNumber: number;
  readonly texts: readonly string[];
}

/** How large a file may be that is opened in the playground, in bytes. */
export const MAX_FILE_BYTES = 20_000_000;

/** What became of a file that was to be opened. */
export interface FileAnswer {
  /** Why it was not opened, in a sentence. */
  readonly problem?: string;
}

/** The kinds of files a tab can be downloaded as. */
export const DOWNLOAD_KINDS = ['csv', 'xlsx'] as const;

/** A kind of file a tab can be downloaded as. */
export type DownloadKind = (typeof DOWNLOAD_KINDS)[number];

/** The body of every answer that is not 2xx. */
export interface RouteError {
  readonly message: string;
}
