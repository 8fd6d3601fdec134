/** The Mapping view: which column or fixed value feeds each field of the active tab. */
import { concernOf, type FieldFilter, filterFields, hasKeySource, sourceInForce } from '../model/field-choice.ts';
import { hasUnsavedSettings, type MappingDraft } from '../model/mapping-state.ts';
import type { SidebarVerbs } from '../model/sidebar.ts';
import { count } from '../model/words.ts';
import { ActionButton } from './action-button.tsx';
import type { ViewProps } from './app.tsx';
import { FailureNotice } from './failure-notice.tsx';
import { FieldGroups } from './field-groups.tsx';
import { SaveBar } from './save-bar.tsx';
import { TabSettingsForm } from './tab-settings-form.tsx';

/** The Mapping view. */
export function MappingPanel({ state, verbs }: ViewProps) {
  const { mapping } = state;
  switch (mapping.kind) {
    case 'unread':
    case 'reading':
      return <p class="quiet">Reading the columns of this tab…</p>;
    case 'failed':
      return (
        <FailureNotice failure={mapping.failure}>
          <ActionButton onPress={() => void verbs.readMapping()}>Read the tab again</ActionButton>
        </FailureNotice>
      );
    case 'ready':
      return <Mapping mapping={mapping} state={state} verbs={verbs} />;
    default:
      return mapping satisfies never;
  }
}

function Mapping({ mapping, state, verbs }: ViewProps & { readonly mapping: MappingDraft }) {
  const { view, draft } = mapping;
  const fields = filterFields(view, draft, state.fieldFilter);
  const activeTab = state.overview.value?.tab;
  const isUnsaved = hasUnsavedSettings(state.mapping);
  return (
    <>
      <MappingHead mapping={mapping} isUnsaved={isUnsaved} verbs={verbs} />
      {isUnsaved && activeTab !== undefined && activeTab.tabId !== view.tabId && (
        <p class="notice notice-pending">
          You are on “{activeTab.tabName}” now. These unsaved changes belong to “{view.tabName}”.
        </p>
      )}
      {!hasKeySource(view, draft) && (
        <p class="notice notice-pending">
          No column identifies a listing yet. Map MLS number, Listing URL or Key to be able to sync.
        </p>
      )}
      <Filter mapping={mapping} filter={state.fieldFilter} onChoose={verbs.chooseFilter} />
      {fields.length === 0 && <p class="quiet">{EMPTY_WORDS[state.fieldFilter]}</p>}
      <FieldGroups view={view} draft={draft} fields={fields} onEdit={verbs.editSettings} />
      <TabSettingsForm view={view} draft={draft} onEdit={verbs.editSettings} />
      <SaveBar mapping={mapping} isUnsaved={isUnsaved} verbs={verbs} />
    </>
  );
}

const EMPTY_WORDS: { readonly [Filter in FieldFilter]: string } = {
  all: 'There are no fields.',
  attention: 'Nothing needs attention.',
  mapped: 'No field is mapped yet.',
};

interface MappingHeadProps {
  readonly mapping: MappingDraft;
  readonly isUnsaved: boolean;
  readonly verbs: SidebarVerbs;
}

function MappingHead({ mapping, isUnsaved, verbs }: MappingHeadProps) {
  const { tabName, headerRowNumber, knownExport } = mapping.view;
  return (
    <section class="glance" aria-label="Mapped tab">
      <p class="glance-head">
        <strong>{tabName}</strong>
        {!isUnsaved && (
          <ActionButton tone="quiet" label="Refresh the columns" onPress={() => void verbs.readMapping()}>
            Refresh
          </ActionButton>
        )}
      </p>
      <p class="quiet">
        Headers in row {headerRowNumber}
        {knownExport !== undefined && ` · recognised as ${knownExport}`}
      </p>
    </section>
  );
}

interface FilterProps {
  readonly mapping: MappingDraft;
  readonly filter: FieldFilter;
  readonly onChoose: (filter: FieldFilter) => void;
}

function Filter({ mapping: { view, draft }, filter, onChoose }: FilterProps) {
  const concerns = view.fields.filter((field) => concernOf(view, draft, field) !== undefined).length;
  const mapped = view.fields.filter((field) => sourceInForce(draft, field) !== undefined).length;
  const choices: readonly (readonly [FieldFilter, string])[] = [
    ['all', `All (${view.fields.length})`],
    ['attention', `Needs attention (${concerns})`],
    ['mapped', `Mapped (${mapped})`],
  ];
  return (
    <fieldset class="filter">
      <legend class="visually-hidden">Show {count(view.fields.length, 'field')}</legend>
      {choices.map(([name, words]) => (
        <label key={name}>
          <input type="radio" name="filter" checked={name === filter} onChange={() => onChoose(name)} />
          <span>{words}</span>
        </label>
      ))}
    </fieldset>
  );
}
