/** Keeps the keyboard's place when the focused control disappears. */
import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * A reference for an element that takes the focus when it appears, but only if nothing else has it: somebody who is
 * typing elsewhere must not be torn away.
 */
export function useReclaimedFocus<Target extends HTMLElement>(): RefObject<Target | null> {
  const target = useRef<Target>(null);
  useLayoutEffect(() => {
    const { activeElement } = document;
    if (activeElement === null || activeElement === document.body) target.current?.focus();
  }, []);
  return target;
}
