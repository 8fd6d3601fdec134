/** A schedule: its sentence, what needs a person, and what can be done with it. */
import type { ScheduleChange, ScheduleView } from '../../../core/contract/automation-view.ts';
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
  const { id, sentence, notice, isMine, shown, allowsDeletes } = schedule;
  const change = (name: ScheduleChange['change']) => () => void verbs.changeSchedule({ id, change: name });
  return (
    <article class="card">
      <p>
        {sentence} {allowsDeletes && 'Deletes too, a few a day.'}
      </p>
      {notice !== '' && <p class={shown === 'well' ? 'quiet' : 'notice notice-pending'}>{notice}</p>}
      <div class="button-row" aria-busy={isBusy}>
        {firstSteps(schedule, verbs).map(({ words, press }) => (
          <ActionButton key={words} tone="main" onPress={press}>
            {words}
          </ActionButton>
        ))}
        {isMine && <ActionButton onPress={onEdit}>Change</ActionButton>}
        {shown !== 'paused' && shown !== 'stopped' && <ActionButton onPress={change('pause')}>Pause</ActionButton>}
        {!isMine && shown !== 'stopped' && shown !== 'silent' && (
          <ActionButton onPress={change('takeOver')}>Take over</ActionButton>
        )}
        <ActionButton tone="quiet" onPress={change('remove')}>
          Remove
        </ActionButton>
      </div>
    </article>
  );
}

interface Step {
  readonly words: string;
  readonly press: () => void;
}

/** What a person is asked for, if anything. */
function firstSteps({ id, shown, isMine, review }: ScheduleView, verbs: SidebarVerbs): readonly Step[] {
  const change = (name: ScheduleChange['change']) => () => void verbs.changeSchedule({ id, change: name });
  switch (shown) {
    case 'stopped':
    case 'silent':
      return isMine
        ? [{ words: 'Start again', press: change('resume') }]
        : [{ words: 'Take over', press: change('takeOver') }];
    case 'paused':
      return [{ words: 'Resume', press: change('resume') }];
    case 'needsReview':
      if (review?.kind !== 'deletes') return [{ words: 'It is right so', press: change('accept') }];
      return [
        {
          words: review.count === 1 ? 'Look at the delete' : `Look at the ${review.count} deletes`,
          press: () => void verbs.reviewDeletes(review.tabId),
        },
      ];
    case 'failing':
    case 'well':
      return [];
    default:
      return shown satisfies never;
  }
}
