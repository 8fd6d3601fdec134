/** Brings what a press led to onto the screen. */
import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/** What was brought onto the screen last, in a sidebar that shows one result at a time. */
let lastShown: unknown;

/**
 * A reference for an element inside a card that scrolls into view when it is new: whole where it fits, else from its top.
 * Whoever comes back to the same result later is not moved.
 *
 * @param result What the card is about; `undefined` for one that nobody asked for just now.
 */
export function useBroughtIntoView<Target extends HTMLElement>(result: unknown): RefObject<Target | null> {
  const target = useRef<Target>(null);
  useLayoutEffect(() => {
    if (result === undefined || result === lastShown) return;
    lastShown = result;
    target.current?.closest('section')?.scrollIntoView({ block: 'nearest', behavior: 'instant' });
  }, [result]);
  return target;
}
