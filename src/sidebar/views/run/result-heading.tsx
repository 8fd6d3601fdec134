/** The headline of a result, and the button that puts it away. */
import { useBroughtIntoView } from '../../parts/use-brought-into-view.ts';
import { useReclaimedFocus } from '../../parts/use-reclaimed-focus.ts';
import { CloseButton } from './close-button.tsx';

/** What the headline needs. */
export interface ResultHeadingProps {
  readonly words: string;
  /** What tells this result from the one before; absent for one that nobody asked for just now. */
  readonly result?: unknown;
  /** Puts the result away; absent where something has to be decided first. */
  readonly onClose?: () => void;
}

/** A headline that takes the keyboard when the button that led to it is gone, and brings its card onto the screen. */
export function ResultHeading({ words, result, onClose }: ResultHeadingProps) {
  const heading = useReclaimedFocus<HTMLHeadingElement>();
  const head = useBroughtIntoView<HTMLDivElement>(result);
  return (
    <div ref={head} class="spread">
      <h2 ref={heading} tabIndex={-1}>
        {words}
      </h2>
      {onClose !== undefined && <CloseButton onClose={onClose} />}
    </div>
  );
}
