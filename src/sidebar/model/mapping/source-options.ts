/** What a person can choose for a field, and the words of it. */

import type { FieldView, MappingView } from '../../../core/contract/mapping-view.ts';
import type { FieldSource } from '../../../core/listing/field-source.ts';
import type { TabSettings } from '../../../core/settings/tab-settings.ts';
import { type FieldChoice, type FieldConcern, sourceInForce, sourceWords } from './field-choice.ts';
import { choosableColumns } from './settings-draft.ts';

/** One entry of a field's list of sources. */
export interface SourceOption {
  /** Unique within the field; see `optionValue`. */
  readonly value: string;
  readonly label: string;
  readonly choice: FieldChoice;
}

/** The value of the entry that stands for a choice. */
export function optionValue(choice: FieldChoice): string {
  if (choice.kind !== 'chosen') return choice.kind;
  return choice.source.kind === 'column' ? `column ${choice.source.header}` : choice.source.kind;
}

/** Everything a person can choose for a field, the present choice always among it. */
export function sourceOptions(view: MappingView, settings: TabSettings, field: FieldView): readonly SourceOption[] {
  const columns = choosableColumns(view).map(({ header }) => header);
  return [
    option({ kind: 'automatic' }, automaticWords(field)),
    ...columns.map((header) => option(chosen({ kind: 'column', header }), header)),
    ...specialOptions(view, settings, field, columns),
    option(fixedChoice(settings, field), 'Fixed value…'),
    option({ kind: 'nothing' }, 'Not sent'),
  ];
}

/** The words of the button that takes a proposed source. */
export function takeWords(source: FieldSource): string {
  switch (source.kind) {
    case 'column':
      return `Use column ${sourceWords(source)}`;
    case 'joined':
      return `Use columns ${sourceWords(source)}`;
    case 'fixed':
      return `Use ${sourceWords(source)} for every row`;
    default:
      return source satisfies never;
  }
}

/** What is wrong with a field, in words; `''` for what the match's own reason says. */
export function concernWords(concern: FieldConcern): string {
  switch (concern.kind) {
    case 'missing':
      return 'Required, but nothing feeds it.';
    case 'unsure':
      return '';
    case 'columnGone':
      return `This tab has no column “${concern.headers.join('”, “')}”.`;
    case 'unusable':
      return concern.problem;
    case 'fixedEmpty':
      return 'Enter the value that every row gets.';
    case 'defaultEmpty':
      return 'Enter the default for rows without a value.';
    default:
      return concern satisfies never;
  }
}

/**
 * An example of the field's value: as it would be sent while the choice is the saved one, else as the sheet shows it;
 * `''` when there is none.
 */
export function exampleWords(view: MappingView, settings: TabSettings, field: FieldView): string {
  const source = sourceInForce(settings, field);
  if (source === undefined || source.kind === 'fixed') return '';
  if (isSavedSource(view, settings, field)) return field.example === undefined ? '' : `Sends “${field.example}”.`;
  const header = source.kind === 'column' ? source.header : source.parts[0]?.header;
  const shown = view.columns.find((column) => column.header === header)?.examples[0];
  return shown === undefined ? '' : `The sheet shows “${shown}”.`;
}

/** Whether the example is computed (converted, counted, divided) instead of read as it stands. */
export function isExampleComputed(view: MappingView, settings: TabSettings, field: FieldView): boolean {
  return field.isDerived && exampleWords(view, settings, field) !== '' && isSavedSource(view, settings, field);
}

/** A phrase as a sentence of its own: `header "Beds" fits` becomes `Header "Beds" fits.` */
export function sentence(phrase: string): string {
  const text = phrase.charAt(0).toUpperCase() + phrase.slice(1);
  return text === '' || /[.!?]$/.test(text) ? text : `${text}.`;
}

function isSavedSource(view: MappingView, settings: TabSettings, field: FieldView): boolean {
  const [draft, saved] = [settings, view.settings].map((some) => JSON.stringify(sourceInForce(some, field)));
  return draft === saved;
}

/** Entries for choices that no plain column stands for: a column that is gone, and saved joined columns. */
function specialOptions(
  view: MappingView,
  settings: TabSettings,
  field: FieldView,
  columns: readonly string[],
): readonly SourceOption[] {
  const sources = [settings.mapping[field.field], view.settings.mapping[field.field]];
  const joined = sources.find((source) => source?.kind === 'joined');
  const gone = sources.find((source) => source?.kind === 'column' && !columns.includes(source.header));
  return [
    ...(joined === undefined ? [] : [option(chosen(joined), sourceWords(joined))]),
    ...(gone === undefined ? [] : [option(chosen(gone), `${sourceWords(gone)} (not in this tab)`)]),
  ];
}

function automaticWords({ match }: FieldView): string {
  if (match === undefined) return 'Automatic: no match';
  return match.isApplied ? `Automatic: ${sourceWords(match.source)}` : 'Automatic: no sure match';
}

/** A fixed value starts from the one at hand or the one that was found; else it is empty, since nothing is guessed. */
function fixedChoice(settings: TabSettings, { field, match }: FieldView): FieldChoice {
  const present = settings.mapping[field];
  const known = [present, match?.source].find((source) => source?.kind === 'fixed');
  return chosen(known ?? { kind: 'fixed', value: '' });
}

function chosen(source: FieldSource): FieldChoice {
  return { kind: 'chosen', source };
}

function option(choice: FieldChoice, label: string): SourceOption {
  return { value: optionValue(choice), label, choice };
}
