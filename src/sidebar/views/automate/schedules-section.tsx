/** Runs that start by themselves. */
import { EmptyState } from '../../parts/empty-state.tsx';
import type { ViewProps } from '../view-props.ts';

/** The schedules of this file. */
export function SchedulesSection(_props: ViewProps) {
  return (
    <EmptyState heading="Schedules">
      Nothing runs by itself in this file. A run starts when somebody presses a button in the view Run or chooses it
      from the menu.
    </EmptyState>
  );
}
