/** The form for a schedule: what it does, with which tabs, and when. Ready to be saved as it opens. */
import { useState } from 'preact/hooks';
import type { ScheduleInput, ScheduleView } from '../../../core/contract/automation-view.ts';
import type { TabView } from '../../../core/contract/server-functions.ts';
import type { When } from '../../../core/schedule/due.ts';
import type { ScheduledAction, ScheduledTab } from '../../../core/schedule/record.ts';
import { ActionButton, Obstacle } from '../../parts/action-button.tsx';
import { type ChoiceWords, RadioField, SelectField } from '../mapping/choice-controls.tsx';

/** What the form needs. */
export interface ScheduleFormProps {
  readonly tabs: readonly ScheduledTab[];
  readonly isBusy: boolean;
  /** Whether owners are told by e-mail. */
  readonly isMailed: boolean;
  /** The schedule that is changed; absent for a new one. */
  readonly edited?: ScheduleView;
  readonly activeTab?: TabView;
  readonly onSave: (input: ScheduleInput) => Promise<void>;
  readonly onCancel: () => void;
}

const ACTION_CHOICES: ChoiceWords<ScheduledAction> = { sync: 'Sync listings', push: 'Push chatbot rows' };

type Rhythm = 'hourly' | 'daily' | 'workdays' | 'as before';

const RHYTHMS: ChoiceWords<Exclude<Rhythm, 'as before'>> = {
  daily: 'Every day',
  workdays: 'Every workday',
  hourly: 'Every hour',
};

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];
const WORKDAYS = [1, 2, 3, 4, 5];
const DEFAULT_HOUR = 7;

const HOURS: ChoiceWords<string> = Object.fromEntries(
  Array.from({ length: 24 }, (_, hour) => [String(hour), `between ${hour} and ${hour + 1}`]),
);

/** The form. */
export function ScheduleForm({ tabs, isBusy, isMailed, edited, activeTab, onSave, onCancel }: ScheduleFormProps) {
  const [input, setInput] = useState<ScheduleInput>(edited === undefined ? proposal(activeTab) : inputOf(edited));
  const edit = (change: Partial<ScheduleInput>) => setInput({ ...input, ...change });
  const obstacle = input.tabIds.length === 0 ? 'Tick at least one tab.' : isBusy ? 'One moment…' : undefined;
  return (
    <section class="card" aria-label={edited === undefined ? 'New schedule' : 'Change schedule'}>
      <RadioField
        id="schedule-action"
        label="What to do"
        words={ACTION_CHOICES}
        value={input.action}
        onChoose={(action) => edit({ action })}
      />
      <TabList tabs={tabs} chosen={input.tabIds} onChoose={(tabIds) => edit({ tabIds })} />
      <WhenFields when={input.when} onChoose={(when) => edit({ when })} />
      {input.action === 'sync' && (
        <label class="choice">
          <input
            type="checkbox"
            checked={input.allowsDeletes}
            onChange={(event) => edit({ allowsDeletes: event.currentTarget.checked })}
          />
          <span>Delete listings that are off the market too. More than a few a day always wait for a person.</span>
        </label>
      )}
      <p class="quiet">
        It runs with your key, also while nobody has the file open. Everybody who can edit sees it.
        {isMailed && ' Changes are told by e-mail.'}
      </p>
      <div class="button-row">
        <ActionButton
          tone="main"
          obstacleId={obstacle && 'schedule-form-obstacle'}
          onPress={() => void onSave(input.action === 'push' ? { ...input, allowsDeletes: false } : input)}
        >
          {edited === undefined ? 'Start schedule' : 'Save'}
        </ActionButton>
        <ActionButton onPress={onCancel}>Cancel</ActionButton>
      </div>
      <Obstacle id="schedule-form-obstacle" reason={obstacle} />
    </section>
  );
}

function proposal(tab: TabView | undefined): ScheduleInput {
  return {
    action: tab?.kind === 'chatbotRows' ? 'push' : 'sync',
    tabIds: tab?.kind === 'listings' || tab?.kind === 'chatbotRows' ? [tab.tabId] : [],
    when: { kind: 'daily', hour: DEFAULT_HOUR, weekdays: EVERY_DAY },
    allowsDeletes: false,
  };
}

function inputOf({ id, action, tabIds, when, allowsDeletes }: ScheduleView): ScheduleInput {
  return { id, action, tabIds, when, allowsDeletes };
}

interface TabListProps {
  readonly tabs: readonly ScheduledTab[];
  readonly chosen: readonly number[];
  readonly onChoose: (tabIds: readonly number[]) => void;
}

function TabList({ tabs, chosen, onChoose }: TabListProps) {
  return (
    <fieldset class="choices">
      <legend class="field-label">Tabs, one after the other</legend>
      <div class="checklist">
        {tabs.map(({ tabId, tabName }) => (
          <label key={tabId} class="choice">
            <input
              type="checkbox"
              checked={chosen.includes(tabId)}
              onChange={(event) =>
                onChoose(event.currentTarget.checked ? [...chosen, tabId] : chosen.filter((id) => id !== tabId))
              }
            />
            <span>{tabName}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function WhenFields({ when, onChoose }: { readonly when: When; readonly onChoose: (when: When) => void }) {
  const rhythm = rhythmOf(when);
  const hour = when.kind === 'daily' ? when.hour : DEFAULT_HOUR;
  const words = rhythm === 'as before' ? { ...RHYTHMS, 'as before': 'On the days it has now' } : RHYTHMS;
  return (
    <>
      <SelectField<Rhythm>
        id="schedule-rhythm"
        label="When"
        words={words as ChoiceWords<Rhythm>}
        value={rhythm}
        onChoose={(chosen) => onChoose(whenOf(chosen, hour, when))}
      />
      {when.kind === 'daily' && (
        <SelectField
          id="schedule-hour"
          label="Google picks the minute"
          words={HOURS}
          value={String(hour)}
          onChoose={(chosen) => onChoose({ ...when, hour: Number(chosen) })}
        />
      )}
    </>
  );
}

function rhythmOf(when: When): Rhythm {
  if (when.kind === 'hourly') return 'hourly';
  const days = [...when.weekdays].sort().join();
  return days === EVERY_DAY.join() ? 'daily' : days === WORKDAYS.join() ? 'workdays' : 'as before';
}

function whenOf(rhythm: Rhythm, hour: number, before: When): When {
  switch (rhythm) {
    case 'hourly':
      return { kind: 'hourly' };
    case 'daily':
      return { kind: 'daily', hour, weekdays: EVERY_DAY };
    case 'workdays':
      return { kind: 'daily', hour, weekdays: WORKDAYS };
    case 'as before':
      return before;
    default:
      return rhythm satisfies never;
  }
}
