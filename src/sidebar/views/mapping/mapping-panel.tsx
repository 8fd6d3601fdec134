/** The Mapping view: which column or fixed value feeds each field of the active tab. */

import type { FieldName } from '../../../core/listing/fields.ts';
import { decidedWords } from '../../../core/words/decisions.ts';
import { hasKeySource } from '../../model/mapping/field-choice.ts';
import { hasUnsavedSettings, type MappingDraft } from '../../model/mapping/mapping-state.ts';
import type { SidebarVerbs } from '../../model/sidebar.ts';
import { actionInForce } from '../../model/sidebar-state.ts';
import { ActionButton } from '../../parts/action-button.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { FailureNotice } from '../../parts/failure-notice.tsx';
import type { ViewProps } from '../view-props.ts';
import { BelievedDaysField } from './believed-days-field.tsx';
import { ChangedHeadersNotice } from './changed-headers-notice.tsx';
import { FieldList } from './field-list.tsx';
import { HeaderRowField } from './header-row-field.tsx';
import { PushFields } from './push-fields.tsx';
import { RecipeCard, useRecipe } from './recipe-card.tsx';
import { MAPPED_TAB_ID, SaveBar } from './save-bar.tsx';
import { SettingsTransfer } from './settings-transfer.tsx';
import { StatusPlaceChoice } from './status-place.tsx';
import { TabSettingsForm } from './tab-settings-form.tsx';
import { UnmappedColumns } from './unmapped-columns.tsx';

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

const NO_FIELDS: readonly FieldName[] = [];

type ReadyProps = ViewProps & { readonly mapping: MappingDraft };

function Mapping({ mapping, state, verbs }: ReadyProps) {
  const { view } = mapping;
  const activeTab = state.overview.value?.tab;
  const isUnsaved = hasUnsavedSettings(state.mapping);
  if (activeTab?.tabId === view.tabId && ['own', 'platform', 'left'].includes(activeTab.kind)) {
    return (
      <EmptyState heading="Nothing to map here">
        This tab is Listing Sync's own. Go to a tab with listings or chatbot rows.
      </EmptyState>
    );
  }
  return (
    <>
      <MappingHead mapping={mapping} isUnsaved={isUnsaved} verbs={verbs} />
      {isUnsaved && activeTab !== undefined && activeTab.tabId !== view.tabId && (
        <p class="notice notice-pending">
          You are on “{activeTab.tabName}” now. These unsaved changes belong to “{view.tabName}”.
        </p>
      )}
      {view.headerRowNumber === undefined ? (
        <NoColumns mapping={mapping} state={state} verbs={verbs} />
      ) : actionInForce(state) === 'push' ? (
        <PushedColumns mapping={mapping} state={state} verbs={verbs} />
      ) : (
        <Fields mapping={mapping} state={state} verbs={verbs} />
      )}
      <SaveBar mapping={mapping} isUnsaved={isUnsaved} verbs={verbs} />
    </>
  );
}

function Fields({ mapping, state, verbs }: ReadyProps) {
  const { view, draft } = mapping;
  const recipe = useRecipe(view, verbs);
  const isSearching = state.fieldSearch.trim() !== '';
  return (
    <>
      <ChangedHeadersNotice view={view} verbs={verbs} />
      {!hasKeySource(view, draft) && (
        <p class="notice notice-pending">
          No column identifies a listing yet. Map MLS number, Listing URL or Key to be able to sync.
        </p>
      )}
      {recipe !== null && !isSearching && <RecipeCard recipe={recipe} mapping={mapping} verbs={verbs} />}
      <FieldList
        view={view}
        draft={draft}
        asked={recipe?.lines.map(({ field }) => field) ?? NO_FIELDS}
        search={state.fieldSearch}
        verbs={verbs}
      />
      <div class="folds">
        <UnmappedColumns view={view} draft={draft} onEdit={verbs.editSettings} />
        <TabSettingsForm draft={draft} onEdit={verbs.editSettings} />
        <StatusPlaceChoice state={state} verbs={verbs} />
        <SettingsTransfer mapping={mapping} verbs={verbs} />
      </div>
    </>
  );
}

/** Chatbot rows are sent as they stand: all there is to choose is which columns go along. */
function PushedColumns({ mapping, state, verbs }: ReadyProps) {
  const { view, draft } = mapping;
  return (
    <>
      <p class="quiet">Chatbot rows are sent as they stand, each under the number in its column ID.</p>
      <PushFields view={view} draft={draft} onEdit={verbs.editSettings} />
      <HeaderRowField draft={draft} onEdit={verbs.editSettings} />
      <BelievedDaysField draft={draft} onEdit={verbs.editSettings} />
      <StatusPlaceChoice state={state} verbs={verbs} />
    </>
  );
}

/** Without a header row there are no columns to map: an empty tab has to be filled, of another it can be set where the row is. */
function NoColumns({ mapping, state, verbs }: ReadyProps) {
  const problem = state.overview.value?.tabProblem;
  if (problem?.kind === 'emptyTab') return <EmptyState heading={problem.message}>{problem.nextStep}</EmptyState>;
  return (
    <>
      <p class="notice notice-pending">
        No row of this tab looks like a header row. Name the columns in one row and press Refresh, or enter the number
        of the row that names them.
      </p>
      <HeaderRowField draft={mapping.draft} onEdit={verbs.editSettings} />
    </>
  );
}

interface MappingHeadProps {
  readonly mapping: MappingDraft;
  readonly isUnsaved: boolean;
  readonly verbs: SidebarVerbs;
}

function MappingHead({ mapping, isUnsaved, verbs }: MappingHeadProps) {
  const { tabName, headerRowNumber, knownExport } = mapping.view;
  return (
    <section class="glance" aria-label="Mapped tab" id={MAPPED_TAB_ID} tabIndex={-1}>
      <p class="glance-head">
        <strong>{tabName}</strong>
        {!isUnsaved && (
          <ActionButton tone="quiet" label="Refresh the columns" onPress={() => void verbs.readMapping()}>
            Refresh
          </ActionButton>
        )}
      </p>
      <p class="quiet">
        {headerRowNumber === undefined ? 'No header row' : `Headers in row ${headerRowNumber}`}
        {knownExport !== undefined && ` · recognised as ${knownExport}`}
      </p>
      {headerRowNumber !== undefined && <Decided mapping={mapping} isUnsaved={isUnsaved} verbs={verbs} />}
    </section>
  );
}

/** By what the columns were judged, how they are written, and a way to have them judged anew. */
function Decided({ mapping: { view }, isUnsaved, verbs }: MappingHeadProps) {
  return (
    <>
      <p class="quiet">
        {decidedWords(view.decided)}{' '}
        {!isUnsaved && view.decided !== undefined && (
          <ActionButton
            tone="quiet"
            label="Decide again what the columns hold"
            onPress={() => void verbs.decideAgain()}
          >
            Decide again
          </ActionButton>
        )}
      </p>
      {view.notations.map(({ header, words }) => (
        <p key={header} class="quiet">
          “{header}”: {words}
        </p>
      ))}
    </>
  );
}
