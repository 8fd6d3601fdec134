/** Runs that start by themselves: one sentence each, what needs a person, and a form for a new one. */
import { useState } from 'preact/hooks';
import { ActionButton, Obstacle } from '../../parts/action-button.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { FailureNotice } from '../../parts/failure-notice.tsx';
import type { ViewProps } from '../view-props.ts';
import { ScheduleCard } from './schedule-card.tsx';
import { ScheduleForm } from './schedule-form.tsx';

/** Which schedule is being made or changed: its id, `''` for a new one. */
type Open = string | undefined;

/** The schedules of this file. */
export function SchedulesSection({ state, verbs }: ViewProps) {
  const [open, setOpen] = useState<Open>();
  const { value, failure, isBusy } = state.automation;
  if (value === undefined) {
    return failure === undefined ? <p class="quiet">Reading the schedules…</p> : <FailureNotice failure={failure} />;
  }
  const edited = value.schedules.find(({ id }) => id === open);
  return (
    <section class="form" aria-label="Schedules">
      {(value.schedules.length > 0 || open !== undefined) && <h2>Schedules</h2>}
      {failure !== undefined && <FailureNotice failure={failure} />}
      {value.doubt !== '' && <p class="quiet">{value.doubt}</p>}
      {value.schedules.length === 0 && open === undefined && (
        <EmptyState heading="Schedules">Nothing runs by itself in this file yet.</EmptyState>
      )}
      {value.schedules.map((schedule) => (
        <ScheduleCard
          key={schedule.id}
          schedule={schedule}
          isBusy={isBusy}
          verbs={verbs}
          onEdit={() => setOpen(schedule.id)}
        />
      ))}
      {open === undefined ? (
        <NewButton
          isFirst={value.schedules.length === 0}
          obstacle={scheduleObstacle(state)}
          onPress={() => setOpen('')}
        />
      ) : (
        <ScheduleForm
          key={open}
          tabs={value.tabs}
          isBusy={isBusy}
          isMailed={value.isMailed}
          {...(edited === undefined ? {} : { edited })}
          {...(state.overview.value?.tab === undefined ? {} : { activeTab: state.overview.value.tab })}
          onCancel={() => setOpen(undefined)}
          onSave={async (input) => {
            if (await verbs.saveSchedule(input)) setOpen(undefined);
          }}
        />
      )}
    </section>
  );
}

/** Why no schedule can be made now, if so. */
export function scheduleObstacle({ automation, overview }: ViewProps['state']): string | undefined {
  if (automation.value?.obstacle) return automation.value.obstacle;
  return overview.value?.connection.isConnected === false
    ? 'Connect to the platform first, in the settings.'
    : undefined;
}

/** The way to another schedule stands back behind those that there are. */
function NewButton({
  isFirst,
  obstacle,
  onPress,
}: {
  readonly isFirst: boolean;
  readonly obstacle: string | undefined;
  readonly onPress: () => void;
}) {
  return (
    <>
      <ActionButton
        {...(isFirst ? { tone: 'main' } : {})}
        obstacleId={obstacle && 'schedule-obstacle'}
        onPress={onPress}
      >
        New schedule
      </ActionButton>
      <Obstacle id="schedule-obstacle" reason={obstacle} />
    </>
  );
}
