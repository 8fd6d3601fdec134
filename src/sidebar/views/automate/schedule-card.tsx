/** A schedule: its sentence, what needs a person, and what can be done with it. */
import type { ScheduleChange, ScheduleView } from '../../../core/contract/automation-view.ts';
import { nextStep } from '../../model/automate/next-step.ts';
import type { SidebarVerbs } from '../../model/sidebar.ts';
import { ActionButton } from '../../parts/action-button.tsx';

/** What a card needs. */
export interface ScheduleCardProps {
  readonly schedule: ScheduleView;
  readonly isBusy: boolean;
  readonly verbs: SidebarVerbs;
  readonly onEdit: () => void;
}

/** One schedule. The best thing to do comes first. */
export function ScheduleCard({ schedule, isBusy, verbs, onEdit }: ScheduleCardProps) {
  const { id, sentence, notice, isMine, shown, allowsDeletes, mayRemove } = schedule;
  const change = (name: ScheduleChange['change'], seenRows?: number) => () =>
    void verbs.changeSchedule({ id, change: name, ...(seenRows !== undefined && { seenRows }) });
  const step = nextStep(schedule);
  return (
    <article class="card">
      <p>
        {sentence} {allowsDeletes && 'Deletes too, a few a day.'}
      </p>
      {notice !== '' && <p class={shown === 'well' ? 'quiet' : 'notice notice-pending'}>{notice}</p>}
      <div class="button-row" aria-busy={isBusy}>
        {step !== undefined && (
          <ActionButton
            tone="main"
            onPress={
              step.does === 'review' ? () => void verbs.reviewDeletes(step.tabId) : change(step.does, step.seenRows)
            }
          >
            {step.words}
          </ActionButton>
        )}
        {isMine && <ActionButton onPress={onEdit}>Change</ActionButton>}
        {shown !== 'paused' && shown !== 'stopped' && <ActionButton onPress={change('pause')}>Pause</ActionButton>}
        {!isMine && shown !== 'stopped' && shown !== 'silent' && (
          <ActionButton onPress={change('takeOver')}>Take over</ActionButton>
        )}
        {mayRemove && (
          <ActionButton tone="quiet" onPress={change('remove')}>
            Remove
          </ActionButton>
        )}
      </div>
    </article>
  );
}
