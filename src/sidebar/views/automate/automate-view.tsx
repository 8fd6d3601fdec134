/** The Automate view: what happens without a press of a button. */
import type { ViewProps } from '../view-props.ts';
import { EventsSection } from './events-section.tsx';
import { SchedulesSection } from './schedules-section.tsx';

/** The Automate view: a section for each way in which things happen by themselves. */
export function AutomateView(props: ViewProps) {
  return (
    <>
      <SchedulesSection {...props} />
      <EventsSection {...props} />
    </>
  );
}
