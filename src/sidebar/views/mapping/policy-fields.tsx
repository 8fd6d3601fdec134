/** What a tab does with listings whose status the platform does not have, and with those that it does not have at all. */
import type {
  CreatePolicy,
  DaysPolicy,
  LeftPolicy,
  StatusPolicies,
  StatusPolicy,
} from '../../../core/listing/policies.ts';
import type { TabSettings } from '../../../core/settings/tab-settings.ts';
import type { EditSettings } from '../../model/mapping/settings-draft.ts';
import { withPolicy } from '../../model/mapping/settings-draft.ts';
import { type ChoiceWords, SelectField } from './choice-controls.tsx';

/** What the fields need. */
export interface PolicyFieldsProps {
  readonly draft: TabSettings;
  readonly onEdit: EditSettings;
}

const LEAVE_OUT = 'Leave them out (default)';
const DELETE = 'Delete them from the chatbot';

const OFFER_WORDS: ChoiceWords<StatusPolicy> = { skip: LEAVE_OUT, active: 'Send them as active', delete: DELETE };

const HOLD_WORDS: ChoiceWords<StatusPolicies['hold']> = { skip: LEAVE_OUT, delete: DELETE };

const LET_WORDS: ChoiceWords<StatusPolicies['soldRental']> = {
  sold: 'Send them as sold (default)',
  skip: 'Leave them out',
  delete: DELETE,
};

const CREATE_WORDS: ChoiceWords<CreatePolicy> = {
  off: 'Mark them Not found (default)',
  ask: 'Create them when I say so',
  on: 'Create them',
};

const DAYS_WORDS: ChoiceWords<DaysPolicy> = {
  weekly: 'Once a week (default)',
  daily: 'Every day, all of them',
  withChanges: 'Only with other changes',
};

const LEFT_WORDS: ChoiceWords<LeftPolicy> = {
  ask: 'Ask what to do (default)',
  keep: 'Keep them in the chatbot',
  delete: DELETE,
};

/** One list per policy. */
export function PolicyFields({ draft, onEdit }: PolicyFieldsProps) {
  const shared = { draft, onEdit };
  return (
    <>
      <PolicyField {...shared} name="pending" label="Pending listings" words={OFFER_WORDS} />
      <PolicyField {...shared} name="underContract" label="Contingent listings, still shown" words={OFFER_WORDS} />
      <PolicyField {...shared} name="hold" label="Listings on hold" words={HOLD_WORDS} />
      <PolicyField {...shared} name="soldRental" label="Rentals that were let" words={LET_WORDS} />
      <SelectField
        id="left-policy"
        label="Listings whose rows are gone"
        words={LEFT_WORDS}
        value={draft.rowsThatLeft}
        onChoose={(rowsThatLeft) => onEdit((settings) => ({ ...settings, rowsThatLeft }))}
      />
      {draft.rowsThatLeft === 'delete' && (
        <p class="quiet">
          After a run over all rows you are asked at once. A schedule deletes them by itself only if it may delete, and
          only a few a day.
        </p>
      )}
      <SelectField
        id="days-policy"
        label="Days on market, counted from a date, are sent"
        words={DAYS_WORDS}
        value={draft.countedDays}
        onChoose={(countedDays) => onEdit((settings) => ({ ...settings, countedDays }))}
      />
      <SelectField
        id="create-policy"
        label="Listings that the chatbot does not have"
        words={CREATE_WORDS}
        value={draft.createMissing}
        onChoose={(createMissing) => onEdit((settings) => ({ ...settings, createMissing }))}
      />
      {draft.createMissing !== 'off' && (
        <p class="quiet">
          Each is looked up by its MLS number first, and created once if it is not there. Rows without an MLS number are
          never created.
        </p>
      )}
    </>
  );
}

interface PolicyFieldProps<Name extends keyof StatusPolicies> extends PolicyFieldsProps {
  readonly name: Name;
  readonly label: string;
  readonly words: ChoiceWords<StatusPolicies[Name]>;
}

/** What becomes of listings with one kind of status. */
function PolicyField<Name extends keyof StatusPolicies>(props: PolicyFieldProps<Name>) {
  const { draft, onEdit, name, label, words } = props;
  return (
    <SelectField
      id={`${name}-policy`}
      label={label}
      words={words}
      value={draft.policies[name]}
      onChoose={(policy) => onEdit((settings) => withPolicy(settings, name, policy))}
    />
  );
}
