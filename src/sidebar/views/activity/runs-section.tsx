/** The last runs of this file. */
import { EmptyState } from '../../parts/empty-state.tsx';
import type { ViewProps } from '../view-props.ts';

/** The runs. */
export function RunsSection(_props: ViewProps) {
  return (
    <EmptyState heading="Runs">
      Every run that ends is written into the tab “Sync log”: who ran what, over which rows, and how it ended.
    </EmptyState>
  );
}
