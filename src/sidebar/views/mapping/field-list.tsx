/** The fields, short: what needs a person first, the rest folded, and a search over all of them. */
import { useState } from 'preact/hooks';
import type { FieldView, MappingView } from '../../../core/contract/mapping-view.ts';
import type { TabSettings } from '../../../core/settings/tab-settings.ts';
import { count } from '../../../core/words/counts.ts';
import {
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
  readonly search: string;
  readonly verbs: Pick<SidebarVerbs, 'searchFields' | 'editSettings'>;
}

/** The list, or what the search finds. */
export function FieldList({ view, draft, search, verbs }: FieldListProps) {
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
      {search.trim() === '' ? <Sections {...list} /> : <Found {...list} search={search} />}
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

function Sections(list: ListProps) {
  const { attention, fed, unfed } = fieldSections(list.view, list.draft);
  return (
    <>
      {attention.length === 0 ? (
        <p class="notice notice-done">Every field that a listing needs is fed.</p>
      ) : (
        <section class="field-group" aria-labelledby="attention-heading">
          <h2 id="attention-heading">{count(attention.length, 'field')} to look at</h2>
          {attention.map((field) => (
            <FieldRow key={field.field} field={field} {...list} />
          ))}
        </section>
      )}
      <Folded words={`${count(fed.length, 'field')} fed`} fields={fed} {...list} />
      <Folded words={`${count(unfed.length, 'field')} not in this tab`} fields={unfed} {...list} />
    </>
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
