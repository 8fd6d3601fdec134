/** The fields, short: what needs a person first, the rest folded, and a search over all of them. */
import { useState } from 'preact/hooks';
import type { FieldView, MappingView } from '../../../core/contract/mapping-view.ts';
import type { FieldName } from '../../../core/listing/fields.ts';
import type { TabSettings } from '../../../core/settings/tab-settings.ts';
import { count } from '../../../core/words/counts.ts';
import {
  concernOf,
  fieldSections,
  isSuppliedBySettings,
  searchedFields,
  sourceInForce,
  sourceWords,
} from '../../model/mapping/field-choice.ts';
import type { EditSettings } from '../../model/mapping/settings-draft.ts';
import type { SidebarVerbs } from '../../model/sidebar.ts';
import { FieldGroups } from './field-groups.tsx';
import { FieldRow } from './field-row.tsx';

/** What the list needs. */
export interface FieldListProps {
  readonly view: MappingView;
  readonly draft: TabSettings;
  /** Fields that a proposal above the list asks about already. */
  readonly asked: readonly FieldName[];
  readonly search: string;
  readonly verbs: Pick<SidebarVerbs, 'searchFields' | 'editSettings'>;
}

/** The list, or what the search finds. */
export function FieldList({ view, draft, asked, search, verbs }: FieldListProps) {
  const list = { view, draft, onEdit: verbs.editSettings };
  return (
    <>
      <label class="field" for="field-search">
        <span class="visually-hidden">Find a field or column</span>
        <input
          id="field-search"
          type="search"
          placeholder="Find a field or column"
          value={search}
          onInput={(event) => verbs.searchFields(event.currentTarget.value)}
        />
      </label>
      {search.trim() === '' ? <Sections {...list} asked={asked} /> : <Found {...list} search={search} />}
    </>
  );
}

interface ListProps {
  readonly view: MappingView;
  readonly draft: TabSettings;
  readonly onEdit: EditSettings;
}

function Found({ search, ...list }: ListProps & { readonly search: string }) {
  const fields = searchedFields(list.view, list.draft, search);
  if (fields.length === 0) return <p class="quiet">No field and no column in use is called so.</p>;
  return <FieldGroups {...list} fields={fields} />;
}

function Sections({ asked, ...list }: ListProps & Pick<FieldListProps, 'asked'>) {
  const { attention, fed, unfed } = fieldSections(list.view, list.draft, asked);
  return (
    <>
      {attention.length === 0 && asked.length === 0 && (
        <p class="notice notice-done">Every field that a listing needs is fed.</p>
      )}
      {attention.length > 0 && <Attention fields={attention} {...list} />}
      <div class="folds">
        <Folded words={`${count(fed.length, 'field')} fed`} fields={fed} {...list} />
        <Folded words={`${count(unfed.length, 'field')} not in this tab`} fields={unfed} {...list} />
      </div>
    </>
  );
}

/** More fields that nothing feeds than these are listed a line each. */
const MOST_OPEN_FIELDS = 3;

/** What somebody should look at: what can be answered at once stands open. */
function Attention({ fields, ...list }: ListProps & { readonly fields: readonly FieldView[] }) {
  const missing = fields.filter((field) => concernOf(list.view, list.draft, field)?.kind === 'missing');
  const lines = missing.length > MOST_OPEN_FIELDS ? missing : [];
  return (
    <section class="field-group" aria-labelledby="attention-heading">
      <h2 id="attention-heading">{count(fields.length, 'field')} to look at</h2>
      {fields
        .filter((field) => !lines.includes(field))
        .map((field) => (
          <FieldRow key={field.field} field={field} {...list} />
        ))}
      {lines.length > 0 && <p class="quiet">Required, but nothing feeds them:</p>}
      <div>
        {lines.map((field) => (
          <CompactField key={field.field} field={field} {...list} />
        ))}
      </div>
    </section>
  );
}

function Folded({
  words,
  fields,
  ...list
}: ListProps & { readonly words: string; readonly fields: readonly FieldView[] }) {
  if (fields.length === 0) return null;
  return (
    <details>
      <summary>{words}</summary>
      {fields.map((field) => (
        <CompactField key={field.field} field={field} {...list} />
      ))}
    </details>
  );
}

/** One line; opened, all there is to choose. */
function CompactField({ field, ...list }: ListProps & { readonly field: FieldView }) {
  const [isOpen, setIsOpen] = useState(false);
  const source = isSuppliedBySettings(field.field) ? undefined : sourceInForce(list.draft, field);
  return (
    <details class="compact-field" onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>
        {field.label}
        {source !== undefined && <span class="quiet"> ← {sourceWords(source)}</span>}
      </summary>
      {isOpen && <FieldRow field={field} {...list} />}
    </details>
  );
}
