/** What page and server say to each other: JSON-safe types only, shared so that neither side can drift. */
import type { DialogAnswer, DialogRequest, Json, MenuItem, SpreadsheetSnapshot } from '../apps-script/emulator.ts';
import type { JournalEntry } from '../platform/platform.ts';

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
export const FAULT_NAMES = ['slow', 'status429', 'status500', 'refusedRow', 'dropped', 'keyExpired', 'html'] as const;

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

/** Everything the page needs to draw itself from nothing. */
export interface PageState {
  readonly snapshot: SpreadsheetSnapshot;
  readonly menu: AddOnMenu | null;
  readonly sidebar: ScriptFrame | null;
  readonly modal: ScriptFrame | null;
  readonly dialogs: readonly PendingDialog[];
  readonly requests: readonly JournalEntry[];
  readonly faults: readonly FaultSwitch[];
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
  | { readonly kind: 'selection'; readonly activeTabId: number; readonly selection: readonly string[] }
  | { readonly kind: 'toast'; readonly title: string; readonly message: string; readonly timeoutSeconds: number }
  | { readonly kind: 'menu'; readonly menu: AddOnMenu }
  | { readonly kind: 'sidebar'; readonly sidebar: ScriptFrame | null }
  | { readonly kind: 'modal'; readonly modal: ScriptFrame | null }
  | { readonly kind: 'dialogs'; readonly dialogs: readonly PendingDialog[] }
  | { readonly kind: 'request'; readonly entry: JournalEntry }
  | { readonly kind: 'requestsCleared' }
  | { readonly kind: 'faults'; readonly faults: readonly FaultSwitch[] }
  | { readonly kind: 'callEnded'; readonly callId: string; readonly outcome: CallOutcome }
  | { readonly kind: 'reset' };

/** A call of the add-on, answered later by a `callEnded` event so that a long run holds no connection. */
export interface CallRequest {
  readonly callId: string;
  readonly functionName: string;
  readonly args: readonly Json[];
  readonly source: 'menu' | 'sidebar';
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

/** The body of every answer that is not 2xx. */
export interface RouteError {
  readonly message: string;
}
