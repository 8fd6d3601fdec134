/** One field of the mapping: what feeds it, how sure that is, and an example. */

import type { FieldView, MappingView } from '../../../core/contract/mapping-view.ts';
import type { FieldName } from '../../../core/listing/fields.ts';
import type { TabSettings } from '../../../core/settings/tab-settings.ts';
import {
  choiceOf,
  concernOf,
  confidenceWord,
  type FieldChoice,
  isKeyField,
  isSuppliedBySettings,
  sourceInForce,
} from '../../model/mapping/field-choice.ts';
import type { EditSettings } from '../../model/mapping/settings-draft.ts';
import { withChoice } from '../../model/mapping/settings-draft.ts';
import {
  concernWords,
  exampleWords,
  isExampleComputed,
  optionValue,
  sentence,
  sourceOptions,
  takeWords,
} from '../../model/mapping/source-options.ts';
import { ActionButton } from '../../parts/action-button.tsx';
import { EmptyPolicyField } from './empty-policy-field.tsx';
import { ValueInput } from './value-input.tsx';

/** What a row needs. */
export interface FieldRowProps {
  readonly view: MappingView;
  readonly draft: TabSettings;
  readonly field: FieldView;
  readonly onEdit: EditSettings;
}

/** Where the add-on takes the fields from that no column feeds. */
const SUPPLIED_WORDS: { readonly [Name in FieldName]?: string } = {
  SerialNumber: 'Comes from the connection, in ⚙ Settings.',
  KeyType: 'Follows from the key used; see Tab settings.',
  ExtensionColumn: 'Holds the columns ticked below.',
};

/** A field's row. */
export function FieldRow(props: FieldRowProps) {
  const { view, draft, field, onEdit } = props;
  if (isSuppliedBySettings(field.field)) return <SuppliedRow field={field} />;
  const id = sourceId(field.field);
  const choose = (choice: FieldChoice): void => onEdit((settings) => withChoice(settings, field.field, choice));
  const options = sourceOptions(view, draft, field);
  return (
    <div class="field-row">
      <div class="spread">
        <label for={id}>
          {field.label}
          {field.isRequired && !isKeyField(field.field) && <RequiredMark />}
        </label>
        <span class="marks">
          {isExampleComputed(view, draft, field) && <span class="chip tone-neutral">computed</span>}
          <SourceWord {...props} />
        </span>
      </div>
      <select
        id={id}
        value={optionValue(choiceOf(draft, field.field))}
        aria-describedby={`${id}-note`}
        onChange={(event) => {
          const chosen = options.find(({ value }) => value === event.currentTarget.value);
          if (chosen !== undefined) choose(chosen.choice);
        }}
      >
        {options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
      <FixedValue {...props} onChoose={choose} />
      <FieldNote {...props} id={`${id}-note`} />
      <Doubt {...props} onChoose={choose} />
      <Proposal {...props} onChoose={choose} />
      <EmptyPolicyField draft={draft} field={field} onEdit={onEdit} />
    </div>
  );
}

function sourceId(field: FieldName): string {
  return `source-${field}`;
}

function SuppliedRow({ field }: { readonly field: FieldView }) {
  return (
    <div class="field-row">
      <p>
        {field.label}
        {field.isRequired && <RequiredMark />}
      </p>
      <p class="quiet">{SUPPLIED_WORDS[field.field] ?? field.help}</p>
    </div>
  );
}

function RequiredMark() {
  return <span class="required"> required</span>;
}

/** One word on how sure the source is, or that a person has to look. */
function SourceWord({ view, draft, field }: FieldRowProps) {
  const concern = concernOf(view, draft, field);
  if (concern !== undefined) return <span class="chip tone-pending">please check</span>;
  const source = sourceInForce(draft, field);
  if (source === undefined) return null;
  const isAutomatic = choiceOf(draft, field.field).kind === 'automatic';
  if (isAutomatic && field.match !== undefined) {
    return <span class="chip tone-done">{confidenceWord(field.match.confidence)}</span>;
  }
  return <span class="chip tone-neutral">{source.kind === 'fixed' ? 'fixed' : 'chosen'}</span>;
}

type ChoosingProps = FieldRowProps & { readonly onChoose: (choice: FieldChoice) => void };

/** The value for every row, as a list where the document allows only certain values. */
function FixedValue({ draft, field, onChoose }: ChoosingProps) {
  const choice = choiceOf(draft, field.field);
  if (choice.kind !== 'chosen' || choice.source.kind !== 'fixed') return null;
  const { value } = choice.source;
  return (
    <ValueInput
      label={`Fixed value of ${field.label}`}
      value={value}
      options={field.options}
      onInput={(text) => onChoose({ kind: 'chosen', source: { kind: 'fixed', value: text } })}
    />
  );
}

/** What to know about the source: the trouble with it, an example, and why it was found; else what the field is for. */
function FieldNote({ view, draft, field, id }: FieldRowProps & { readonly id: string }) {
  const concern = concernOf(view, draft, field);
  const isAutomatic = choiceOf(draft, field.field).kind === 'automatic';
  const reason = isAutomatic && field.match?.isApplied === true ? sentence(field.match.reason) : '';
  const isUnfed = sourceInForce(draft, field) === undefined;
  const help = isUnfed && field.match === undefined ? field.help : '';
  const trouble = concern === undefined ? '' : concernWords(concern);
  const notes = [trouble, help, exampleWords(view, draft, field), reason];
  return (
    <p class="quiet field-note" id={id}>
      {notes.filter((note) => note !== '').join(' ')}
    </p>
  );
}

/** A match that is applied although it is weak: one press settles it. */
function Doubt({ view, draft, field, onChoose }: ChoosingProps) {
  const { match } = field;
  if (match?.isApplied !== true || concernOf(view, draft, field)?.kind !== 'unsure') return null;
  return (
    <ActionButton
      label={`${match.source.kind === 'column' ? match.source.header : field.label} is right for ${field.label}`}
      onPress={() => {
        onChoose({ kind: 'chosen', source: match.source });
        document.getElementById(sourceId(field.field))?.focus();
      }}
    >
      It is right
    </ActionButton>
  );
}

/** A match too weak to be applied unasked. */
function Proposal({ draft, field, onChoose }: ChoosingProps) {
  const { match } = field;
  if (match === undefined || match.isApplied || choiceOf(draft, field.field).kind !== 'automatic') return null;
  const words = takeWords(match.source);
  return (
    <div class="proposal">
      <p class="quiet">{sentence(match.reason)}</p>
      <ActionButton
        label={`${words} as ${field.label}`}
        onPress={() => {
          onChoose({ kind: 'chosen', source: match.source });
          // The button goes away with the proposal; the list it has set is the next thing to look at.
          document.getElementById(sourceId(field.field))?.focus();
        }}
      >
        {words}
      </ActionButton>
    </div>
  );
}
