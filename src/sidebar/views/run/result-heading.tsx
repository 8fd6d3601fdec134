/** The headline of a result. */
import { useReclaimedFocus } from '../../parts/use-reclaimed-focus.ts';

/** A headline that takes the keyboard when the button that led to it is gone. */
export function ResultHeading({ words }: { readonly words: string }) {
  const heading = useReclaimedFocus<HTMLHeadingElement>();
  return (
    <h2 ref={heading} tabIndex={-1}>
      {words}
    </h2>
  );
}
