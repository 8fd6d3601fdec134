/** The Activity view: what happened in this file. */
import type { ViewProps } from '../view-props.ts';
import { AsideSection } from './aside-section.tsx';
import { CompareSection } from './compare-section.tsx';
import { LatelySection } from './lately-section.tsx';
import { OpenCreatesSection } from './open-creates-section.tsx';
import { RunsSection } from './runs-section.tsx';
import { StorySection } from './story-section.tsx';

/** The Activity view: a section for each kind of thing that happens. */
export function ActivityView(props: ViewProps) {
  const { view, failure, message } = props.state.events;
  // What waits for a person stands first; that nothing does is no news.
  const isWaiting = view === undefined || view.aside.length > 0 || failure !== undefined || message !== undefined;
  return (
    <>
      <OpenCreatesSection {...props} />
      {isWaiting && <AsideSection {...props} />}
      <LatelySection {...props} />
      <RunsSection {...props} />
      <StorySection {...props} />
      <CompareSection {...props} />
      {!isWaiting && <AsideSection {...props} />}
    </>
  );
}
