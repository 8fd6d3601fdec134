/** What an execution may change in the spreadsheet: a closed list of coarse, buffered edits. */
import type { Area } from './area.ts';

/** What `setValues` may put into a cell. An empty string empties it. */
export type CellInput = string | number | boolean | Date;

/** A reject-or-warn rule on a cell: one of a list of texts. */
export interface ValidationRule {
  readonly allowedTexts: readonly string[];
  readonly isDropdownShown: boolean;
  readonly doesReject: boolean;
  readonly helpText?: string;
}

/** The parts of a cell that can be read and written one by one, and their types. */
export interface CellParts {
  readonly numberFormat: string;
  readonly note: string;
  /** `#rrggbb`, or `''` for none. */
  readonly background: string;
  readonly fontColor: string;
  readonly fontWeight: 'bold' | 'normal';
  readonly wrap: 'OVERFLOW' | 'WRAP' | 'CLIP';
  /** `''` for automatic. */
  readonly align: '' | 'left' | 'center' | 'right';
  readonly validation: ValidationRule | null;
}

/** The same content for every cell of an area, or one for each. */
export type Block<T> =
  | { readonly kind: 'fill'; readonly content: T }
  | { readonly kind: 'each'; readonly rows: readonly (readonly T[])[] };

/** What `clear` takes away. */
export interface ClearParts {
  readonly contents: boolean;
  readonly formats: boolean;
  readonly notes: boolean;
  readonly validations: boolean;
}

/** When a conditional format applies. */
export type RuleCondition =
  | { readonly kind: 'TEXT_EQUAL_TO'; readonly text: string }
  | { readonly kind: 'TEXT_CONTAINS'; readonly text: string }
  | { readonly kind: 'TEXT_DOES_NOT_CONTAIN'; readonly text: string }
  | { readonly kind: 'TEXT_STARTS_WITH'; readonly text: string }
  | { readonly kind: 'TEXT_ENDS_WITH'; readonly text: string }
  | { readonly kind: 'CELL_EMPTY' }
  | { readonly kind: 'CELL_NOT_EMPTY' }
  | { readonly kind: 'CUSTOM_FORMULA'; readonly text: string };

/** A conditional format: the first rule that fits decides each property. */
export interface FormatRule {
  readonly areas: readonly Area[];
  readonly condition: RuleCondition;
  readonly background?: string;
  readonly fontColor?: string;
  readonly isBold?: boolean;
}

/** Rows or columns. */
export type Axis = 'rows' | 'columns';

/** Sets one part of every cell of an area. */
interface PartWrite<P extends keyof CellParts = keyof CellParts> {
  readonly kind: 'setPart';
  readonly part: P;
  readonly tabId: number;
  readonly area: Area;
  readonly block: Block<CellParts[P]>;
}

/** Who may edit a protected area. */
export interface Protection {
  readonly id: number;
  /** Absent: the whole tab. */
  readonly area?: Area;
  readonly description: string;
  readonly isWarningOnly: boolean;
  readonly editors: readonly string[];
  /** Whether even the owner may not edit; nothing in Sheets does this, tests do. */
  readonly bindsOwner?: boolean;
}

/** One buffered edit. Numbers of rows and columns count from 1. */
export type Write =
  | { readonly kind: 'setValues'; readonly tabId: number; readonly area: Area; readonly block: Block<CellInput> }
  | PartWrite
  | { readonly kind: 'clear'; readonly tabId: number; readonly area: Area; readonly parts: ClearParts }
  | { readonly kind: 'appendRow'; readonly tabId: number; readonly cells: readonly CellInput[] }
  | {
      readonly kind: 'insert' | 'delete';
      readonly axis: Axis;
      readonly tabId: number;
      readonly number: number;
      readonly count: number;
    }
  | {
      readonly kind: 'setHidden';
      readonly axis: Axis;
      readonly tabId: number;
      readonly number: number;
      readonly count: number;
      readonly isHidden: boolean;
    }
  | { readonly kind: 'moveColumns'; readonly tabId: number; readonly area: Area; readonly beforeNumber: number }
  | {
      readonly kind: 'sort';
      readonly tabId: number;
      readonly area: Area;
      readonly keys: readonly { readonly columnNumber: number; readonly isAscending: boolean }[];
    }
  | { readonly kind: 'setFrozenRows'; readonly tabId: number; readonly count: number }
  | {
      readonly kind: 'setColumnWidths';
      readonly tabId: number;
      readonly number: number;
      readonly count: number;
      readonly widthPixels: number;
    }
  | { readonly kind: 'setRules'; readonly tabId: number; readonly rules: readonly FormatRule[] }
  | { readonly kind: 'setTabHidden'; readonly tabId: number; readonly isHidden: boolean }
  | { readonly kind: 'setProtection'; readonly tabId: number; readonly protection: Protection }
  | { readonly kind: 'removeProtection'; readonly tabId: number; readonly id: number }
  | { readonly kind: 'createFilter'; readonly tabId: number; readonly area: Area }
  | {
      readonly kind: 'hideTexts';
      readonly tabId: number;
      readonly columnNumber: number;
      readonly texts: readonly string[] | null;
    }
  | { readonly kind: 'removeFilter'; readonly tabId: number };
