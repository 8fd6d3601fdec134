/** What a person can correct right where a check found it, for all rows with the same cause. */

import type { CheckGroup } from '../../../core/check/check-groups.ts';
import type { MappingView } from '../../../core/contract/mapping-view.ts';
import { fieldDefinition } from '../../../core/contract/shared-rules.ts';
import type { FieldName } from '../../../core/listing/fields.ts';
import type { TabSettings } from '../../../core/settings/tab-settings.ts';
import { withEmptyPolicy } from '../mapping/empty-policy.ts';
import { isKeyField, isSuppliedBySettings, sourceInForce } from '../mapping/field-choice.ts';
import { withChoice } from '../mapping/settings-draft.ts';
import { type TaughtWord, withTaughtWord } from '../mapping/taught-words.ts';

/** A change of the tab's settings that lets rows through. */
export type Correction =
  /** Rows without a value get this one. */
  | { readonly kind: 'value'; readonly field: FieldName; readonly value: string }
  /** Rows without a value are sent without the field. */
  | { readonly kind: 'leaveOut'; readonly field: FieldName }
  | ({ readonly kind: 'meaning' } & TaughtWord);

/** A kind of correction that makes sense for a cause. */
export type Remedy =
  | { readonly kind: 'value'; readonly field: FieldName; readonly options?: readonly string[] }
  | { readonly kind: 'leaveOut'; readonly field: FieldName }
  | ({ readonly kind: 'meaning' } & NonNullable<CheckGroup['teach']>);

/** What can be done about a cause besides correcting the cells, the best first. */
export function remediesFor({ kind, field, teach }: CheckGroup): readonly Remedy[] {
  switch (kind) {
    case 'empty':
      return field === undefined || isSuppliedBySettings(field) ? [] : remediesForEmpty(field);
    case 'unknownWord':
      return teach === undefined ? [] : [{ kind: 'meaning', ...teach }];
    case 'unreadable':
    case 'other':
      return [];
    default:
      return kind satisfies never;
  }
}

/**
 * The settings with a correction. A value is a fixed value where no column feeds the field, else the default of the
 * empty cells.
 */
export function withCorrection(view: MappingView, settings: TabSettings, correction: Correction): TabSettings {
  switch (correction.kind) {
    case 'value':
      return withValue(view, settings, correction.field, correction.value);
    case 'leaveOut':
      return withEmptyPolicy(settings, correction.field, { kind: 'leaveOut' });
    case 'meaning': {
      const { vocabulary, word, meaning } = correction;
      return withTaughtWord(settings, { vocabulary, word, meaning });
    }
    default:
      return correction satisfies never;
  }
}

function remediesForEmpty(field: FieldName): readonly Remedy[] {
  const { options } = fieldDefinition(field);
  const leaveOut = { kind: 'leaveOut', field } as const;
  // One key for every row would make all of them the same listing.
  if (isKeyField(field)) return [leaveOut];
  return [{ kind: 'value', field, ...(options === undefined ? {} : { options }) }, leaveOut];
}

/** Values that are often the right ones for a field that a whole sheet leaves empty, to be taken with one click. */
export function usualValues(field: FieldName): readonly string[] {
  switch (field) {
    case 'ParkingSpots':
      return ['0', '1', '2'];
    case 'DaysOnMarket':
      return ['0'];
    case 'CurrencySymbol':
      return ['$', '€', '£'];
    default:
      return [];
  }
}

function withValue(view: MappingView, settings: TabSettings, field: FieldName, value: string): TabSettings {
  const fieldView = view.fields.find((candidate) => candidate.field === field);
  const source = fieldView === undefined ? settings.mapping[field] : sourceInForce(settings, fieldView);
  return source === undefined || source.kind === 'fixed'
    ? withChoice(settings, field, { kind: 'chosen', source: { kind: 'fixed', value } })
    : withEmptyPolicy(settings, field, { kind: 'default', value });
}
