/** Messages about listings from and to other systems. */
import { EmptyState } from '../../parts/empty-state.tsx';
import type { ViewProps } from '../view-props.ts';

/** Where messages come from and go to. */
export function EventsSection(_props: ViewProps) {
  return (
    <EmptyState heading="Events">
      No other system sends changes to this file, and none is told of them. Rows change only by the hands of people.
    </EmptyState>
  );
}
