/** What feeds a field under a draft of settings, and whether a person should look at it. */

import type { FieldView, MappingView } from '../../../core/contract/mapping-view.ts';
import { emptyPolicyOf, fieldDefinition } from '../../../core/contract/shared-rules.ts';
import type { FieldSource } from '../../../core/listing/field-source.ts';
import type { FieldName, KeyType } from '../../../core/listing/fields.ts';
import type { TabSettings } from '../../../core/settings/tab-settings.ts';

/** A person's choice for a field: to follow the match, a source of their own, or nothing. */
export type FieldChoice =
  | { readonly kind: 'automatic' }
  | { readonly kind: 'chosen'; readonly source: FieldSource }
  | { readonly kind: 'nothing' };

/** The fields by what a person has to do about them. */
export interface FieldSections {
  /** Those that somebody should look at. */
  readonly attention: readonly FieldView[];
  readonly fed: readonly FieldView[];
  readonly unfed: readonly FieldView[];
}

/** Why a person should look at a field. */
export type FieldConcern =
  | { readonly kind: 'missing' }
  | { readonly kind: 'unsure' }
  | { readonly kind: 'columnGone'; readonly headers: readonly string[] }
  /** What the server found wrong with the saved source. */
  | { readonly kind: 'unusable'; readonly problem: string }
  | { readonly kind: 'fixedEmpty' }
  | { readonly kind: 'defaultEmpty' };

/** Which field holds the value of each kind of key. */
const KEY_FIELD: { readonly [Kind in KeyType]: FieldName } = { NewOaks: 'Key', MLSNumber: 'MLSNumber', URL: 'Url' };

/** From these confidences on (0 to 1) a match is called sure, or likely. */
const SURE_FROM = 0.9;
const LIKELY_FROM = 0.7;

/** A confidence in words. */
export function confidenceWord(confidence: number): 'sure' | 'likely' | 'please check' {
  if (confidence >= SURE_FROM) return 'sure';
  return confidence >= LIKELY_FROM ? 'likely' : 'please check';
}

/** The choice for a field that the settings hold. */
export function choiceOf(settings: TabSettings, field: FieldName): FieldChoice {
  const source = settings.mapping[field];
  if (source !== undefined) return { kind: 'chosen', source };
  return settings.unmapped.includes(field) ? { kind: 'nothing' } : { kind: 'automatic' };
}

/** The source that feeds a field under the settings: the chosen one, else the match if it is good enough to be applied. */
export function sourceInForce(settings: TabSettings, field: FieldView): FieldSource | undefined {
  const choice = choiceOf(settings, field.field);
  switch (choice.kind) {
    case 'chosen':
      return choice.source;
    case 'nothing':
      return undefined;
    case 'automatic':
      return field.match?.isApplied === true ? field.match.source : undefined;
    default:
      return choice satisfies never;
  }
}

/** Whether the add-on itself supplies the field, from the connection or the tab's settings. */
export function isSuppliedBySettings(field: FieldName): boolean {
  return fieldDefinition(field).origin === 'settings';
}

/** Whether the field holds a kind of key. */
export function isKeyField(field: FieldName): boolean {
  return Object.values(KEY_FIELD).includes(field);
}

/** Why a person should look at the field; `undefined` when it is fine. */
export function concernOf(view: MappingView, settings: TabSettings, field: FieldView): FieldConcern | undefined {
  if (isSuppliedBySettings(field.field)) return undefined;
  const source = sourceInForce(settings, field);
  const choice = choiceOf(settings, field.field);
  if (source === undefined) return concernOfUnfed(view, settings, field, choice);
  if (source.kind === 'fixed') return source.value.trim() === '' ? { kind: 'fixedEmpty' } : undefined;
  const trouble = troubleWithColumns(view, field, source);
  if (trouble !== undefined) return trouble;
  const policy = settings.ifEmpty[field.field];
  if (policy?.kind === 'default' && policy.value.trim() === '') return { kind: 'defaultEmpty' };
  const isUnsure = choice.kind === 'automatic' && (field.match?.confidence ?? 1) < LIKELY_FROM;
  return isUnsure ? { kind: 'unsure' } : undefined;
}

/** Whether a row can have a key at all: at least one kind of key in use has a source. */
export function hasKeySource(view: MappingView, settings: TabSettings): boolean {
  const keyFields = settings.keyTypes.map((keyType) => KEY_FIELD[keyType]);
  return view.fields.some((field) => keyFields.includes(field.field) && sourceInForce(settings, field) !== undefined);
}

/**
 * Sorts the fields by need: what somebody should look at, what is fed, and what nothing feeds and nobody misses.
 *
 * @param asked Fields that something else asks about already, so that it is said once.
 */
export function fieldSections(
  view: MappingView,
  settings: TabSettings,
  asked: readonly FieldName[] = [],
): FieldSections {
  // What a person has just settled stays in its place until it is saved: it must not run away from under their hands.
  const attention = view.fields.filter((field) => {
    const concern = concernOf(view, settings, field) ?? concernOf(view, view.settings, field);
    return concern !== undefined && !(concern.kind === 'missing' && asked.includes(field.field));
  });
  const others = view.fields.filter((field) => !attention.includes(field));
  const isFed = (field: FieldView): boolean =>
    isSuppliedBySettings(field.field) || sourceInForce(settings, field) !== undefined;
  return { attention, fed: others.filter(isFed), unfed: others.filter((field) => !isFed(field)) };
}

/** The fields that a text is about: by their name, the column that feeds them, or what they are for. */
export function searchedFields(view: MappingView, settings: TabSettings, text: string): readonly FieldView[] {
  const wanted = text.trim().toLowerCase();
  return view.fields.filter((field) => {
    const source = sourceInForce(settings, field);
    const words = [field.label, field.field, field.help, source === undefined ? '' : sourceWords(source)];
    return words.some((one) => one.toLowerCase().includes(wanted));
  });
}

/** What feeds a field, in a few words: the column, the joined columns, or the value in quotes. */
export function sourceWords(source: FieldSource): string {
  switch (source.kind) {
    case 'column':
      return source.header;
    case 'joined':
      return source.parts.map(({ header }) => header).join(' + ');
    case 'fixed':
      return `“${source.value}”`;
    default:
      return source satisfies never;
  }
}

/** A check holds the rows of a required field that nothing feeds, unless the tab sends them without it: so it is said here. */
function concernOfUnfed(
  view: MappingView,
  settings: TabSettings,
  field: FieldView,
  choice: FieldChoice,
): FieldConcern | undefined {
  // The three key fields stand in for each other; `hasKeySource` speaks for them together.
  const holdsRows =
    field.isRequired && emptyPolicyOf(field.field, settings).kind === 'hold' && !isKeyField(field.field);
  if (choice.kind === 'nothing') return holdsRows ? { kind: 'missing' } : undefined;
  if (field.match !== undefined && !isFedElsewhere(view, settings, field.match.source)) return { kind: 'unsure' };
  return holdsRows ? { kind: 'missing' } : undefined;
}

/** A column that feeds another field is no open question: it was decided there. */
function isFedElsewhere(view: MappingView, settings: TabSettings, proposed: FieldSource): boolean {
  const used = view.fields.flatMap((field) => headersOf(sourceInForce(settings, field)));
  const wanted = headersOf(proposed);
  return wanted.length > 0 && wanted.every((header) => used.includes(header));
}

function headersOf(source: FieldSource | undefined): readonly string[] {
  if (source === undefined || source.kind === 'fixed') return [];
  return source.kind === 'column' ? [source.header] : source.parts.map(({ header }) => header);
}

/** The server knows best what is wrong with the saved source; of a new one only its headers can be looked for. */
function troubleWithColumns(
  view: MappingView,
  field: FieldView,
  source: Exclude<FieldSource, { kind: 'fixed' }>,
): FieldConcern | undefined {
  if (JSON.stringify(source) === JSON.stringify(view.settings.mapping[field.field])) {
    return field.problem === undefined ? undefined : { kind: 'unusable', problem: field.problem };
  }
  const gone = goneHeaders(view, source);
  return gone.length === 0 ? undefined : { kind: 'columnGone', headers: gone };
}

function goneHeaders(view: MappingView, source: Exclude<FieldSource, { kind: 'fixed' }>): readonly string[] {
  return headersOf(source).filter((header) => !view.columns.some((column) => column.header === header));
}
