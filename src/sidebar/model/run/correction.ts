/** What a person can correct right where a check found it, for all rows with the same cause. */

import type { MappingView } from '../../../core/contract/mapping-view.ts';
import type { ReplaceTextInput } from '../../../core/contract/server-functions.ts';
import { fieldDefinition } from '../../../core/contract/shared-rules.ts';
import type { CauseGroup } from '../../../core/engine/cause-groups.ts';
import type { FieldName } from '../../../core/listing/fields.ts';
import type { TabSettings } from '../../../core/settings/tab-settings.ts';
import { count } from '../../../core/words/counts.ts';
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
  /** The column that may feed the field does. */
  | { readonly kind: 'takeColumn'; readonly field: FieldName }
  | ({ readonly kind: 'meaning' } & TaughtWord);

/** A kind of correction that makes sense for a cause. */
export type Remedy =
  | { readonly kind: 'value'; readonly field: FieldName; readonly options?: readonly string[] }
  | { readonly kind: 'leaveOut'; readonly field: FieldName }
  | ({ readonly kind: 'takeColumn'; readonly field: FieldName } & NonNullable<CauseGroup['mayFeed']>)
  | ({ readonly kind: 'meaning' } & NonNullable<CauseGroup['teach']>)
  /** Corrects the typo where it stands. */
  | {
      readonly kind: 'replace';
      readonly replacement: Replacement;
      readonly cells: number;
      readonly rowNumbers: readonly number[];
    }
  /** No column feeds the field: a person can say which one does. */
  | { readonly kind: 'chooseColumn'; readonly field: FieldName };

/** A word in a column, and what shall stand there instead. */
export type Replacement = ReplaceTextInput;

/** What is done about causes in one go. */
export interface Cures {
  readonly corrections: readonly Correction[];
  readonly replacements: readonly Replacement[];
}

/** What helps a cause without a question, and what then happens, in words. */
export interface Recommendation {
  readonly words: string;
  readonly cures: Cures;
  /** The field, where no column feeds it: instead of doing without, one value may be true of every row. */
  readonly unfed?: FieldName;
}

/** The values that a person says are true of every row, by the field that no column feeds. */
export type ValuesForAll = { readonly [Name in FieldName]?: string };

/** What can be done about a cause besides correcting the cells, the best first. */
export function remediesFor(group: CauseGroup): readonly Remedy[] {
  const { kind, field, teach } = group;
  switch (kind) {
    case 'empty':
      return field === undefined || isSuppliedBySettings(field) ? [] : remediesForEmpty(field, group);
    case 'unknownWord':
      return teach === undefined ? [] : [...replacementsFor(group), { kind: 'meaning', ...teach }];
    case 'unreadable':
    case 'other':
      return [];
    default:
      return kind satisfies never;
  }
}

/** What is recommended for a cause; nothing where only a person can know, such as whether a column is the field's. */
export function recommendationFor(group: CauseGroup): Recommendation | undefined {
  if (group.mayFeed !== undefined) return undefined;
  for (const remedy of remediesFor(group)) {
    if (remedy.kind === 'replace') {
      return { words: replaceWords(remedy), cures: { corrections: [], replacements: [remedy.replacement] } };
    }
    if (remedy.kind === 'leaveOut' && !isKeyField(remedy.field)) {
      const { field } = remedy;
      const words = `Send ${count(group.rows, 'row')} without ${fieldDefinition(field).label}`;
      const mayBeOneForAll = group.isUnfed === true && usualValues(field).length > 0;
      return { words, cures: { corrections: [remedy], replacements: [] }, ...(mayBeOneForAll && { unfed: field }) };
    }
  }
  return undefined;
}

/** The values with another one for a field, or none for it. */
export function withValueOf(values: ValuesForAll, field: FieldName, value: string | undefined): ValuesForAll {
  const { [field]: _, ...others } = values;
  return value === undefined ? others : { ...others, [field]: value };
}

/** What is done about causes when all that is recommended for them is, with the values that were said to be true of every row. */
export function recommendedCures(groups: readonly CauseGroup[], values: ValuesForAll): Cures {
  const cures = groups.flatMap((group) => recommendationFor(group)?.cures ?? []);
  return {
    corrections: cures
      .flatMap(({ corrections }) => corrections)
      .map((correction) => withValueForAll(correction, values)),
    replacements: cures.flatMap(({ replacements }) => replacements),
  };
}

/** To do without a field becomes the value that was said to be true of every row, where one was. */
export function withValueForAll(correction: Correction, values: ValuesForAll): Correction {
  if (correction.kind !== 'leaveOut') return correction;
  const value = values[correction.field];
  return value === undefined ? correction : { kind: 'value', field: correction.field, value };
}

/** What a replacement does: `Replace “Actve” by “Active” in 12 cells`. */
export function replaceWords({ replacement, cells }: Extract<Remedy, { kind: 'replace' }>): string {
  return `Replace “${replacement.from}” by “${replacement.to}” in ${count(cells, 'cell')}`;
}

function replacementsFor({ teach, first, rows, rowNumbers }: CauseGroup): readonly Remedy[] {
  if (teach?.suggestion === undefined) return [];
  const { tabId, columnNumber } = first;
  const replacement = { tabId, columnNumber, from: teach.word, to: teach.suggestion };
  return [{ kind: 'replace', replacement, cells: rows, rowNumbers }];
}

/** The settings with all of the corrections. */
export function withCorrections(
  view: MappingView,
  settings: TabSettings,
  corrections: readonly Correction[],
): TabSettings {
  return corrections.reduce((changed, correction) => withCorrection(view, changed, correction), settings);
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
    case 'takeColumn': {
      const match = view.fields.find(({ field }) => field === correction.field)?.match;
      return match === undefined
        ? settings
        : withChoice(settings, correction.field, { kind: 'chosen', source: match.source });
    }
    case 'meaning': {
      const { vocabulary, word, meaning } = correction;
      return withTaughtWord(settings, { vocabulary, word, meaning });
    }
    default:
      return correction satisfies never;
  }
}

function remediesForEmpty(
  field: FieldName,
  { isUnfed, mayFeed, isRefused }: Pick<CauseGroup, 'isUnfed' | 'mayFeed' | 'isRefused'>,
): readonly Remedy[] {
  const { options } = fieldDefinition(field);
  // What the platform has refused is no cure.
  const leaveOut = isRefused ? [] : [{ kind: 'leaveOut', field } as const];
  const takeColumn = mayFeed === undefined ? [] : [{ kind: 'takeColumn', field, ...mayFeed } as const];
  // One key for every row would make all of them the same listing.
  if (isKeyField(field)) return [...takeColumn, ...leaveOut];
  return [
    ...takeColumn,
    ...leaveOut,
    { kind: 'value', field, ...(options === undefined ? {} : { options }) },
    ...(isUnfed === true && mayFeed === undefined ? [{ kind: 'chooseColumn', field } as const] : []),
  ];
}

/** Values that are often the right ones for a field that a whole sheet leaves empty, to be taken with one click. */
export function usualValues(field: FieldName): readonly string[] {
  switch (field) {
    case 'ParkingSpots':
      return ['0', '1', '2'];
    case 'DaysOnMarket':
    case 'LotArea':
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
