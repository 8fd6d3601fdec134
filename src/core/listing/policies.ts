/** What a tab does where the platform has no word for what a row says, or a row does not say enough. */
import { type FieldKind, type FieldName, fieldDefinition } from './fields.ts';

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

/** What a tab does with listings that the platform does not have: nothing, create them when a person says so, or create them. */
export type CreatePolicy = 'off' | 'ask' | 'on';

/**
 * What a tab does about listings whose rows are gone from the sheet: tell of them, leave them with the chatbot, or delete them,
 * as a person agrees to or a schedule may.
 */
export type LeftPolicy = 'ask' | 'keep' | 'delete';

/**
 * When a tab sends the days on the market of listings whose days are counted from a date, though nothing else of them has
 * changed: each listing on its day of the week, every day, or never.
 */
export type DaysPolicy = 'weekly' | 'daily' | 'withChanges';

/** What a tab does with a row that leaves a field empty. */
export type EmptyPolicy =
  | { readonly kind: 'hold' }
  | { readonly kind: 'leaveOut' }
  /** Sends nothing in its place, `""` or `[]`, so that the platform forgets what it had. */
  | { readonly kind: 'clear' }
  /** Sends 0, which says "none": a condo has no lot. */
  | { readonly kind: 'zero' }
  | { readonly kind: 'default'; readonly value: string };

/** Kinds of fields that the document lets be empty: text that is not required, and lists. */
const CLEARABLE: ReadonlySet<FieldKind> = new Set<FieldKind>(['text', 'state', 'zip', 'urlList', 'extension']);

const NUMBERS: ReadonlySet<FieldKind> = new Set<FieldKind>(['count', 'bathrooms', 'year', 'days', 'money', 'area']);

/** Whether a field has a 0 that says "none". */
export function canBeZero(field: FieldName): boolean {
  return NUMBERS.has(fieldDefinition(field).kind);
}

/** Whether a field can be sent empty, which clears it on the platform. */
export function isClearable(field: FieldName): boolean {
  const { kind, isRequired } = fieldDefinition(field);
  return !isRequired && CLEARABLE.has(kind);
}

/** What a tab does with a row that misses a required field. */
export type MissingPolicy = 'hold' | 'send';

/** What a tab does with rows that leave fields empty. */
export interface EmptyPolicies {
  /** What holds for every required field without an entry in `ifEmpty`. */
  readonly missing: MissingPolicy;
  readonly ifEmpty: { readonly [Name in FieldName]?: EmptyPolicy };
}

/** What happens to a row that leaves a field empty: the field's own policy, else the tab's. */
export function emptyPolicyOf(field: FieldName, { ifEmpty, missing }: EmptyPolicies): EmptyPolicy {
  const isHeld = fieldDefinition(field).isRequired && missing === 'hold';
  return ifEmpty[field] ?? { kind: isHeld ? 'hold' : 'leaveOut' };
}
