/** Looking at the request of a row, with the keyboard led to what appears. */
import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { PreviewState } from '../model/run/preview-state.ts';
import type { SidebarVerbs } from '../model/sidebar.ts';

/** What a view with a look needs. */
export interface Look {
  /** For the heading of the row that is shown. */
  readonly heading: RefObject<HTMLHeadingElement | null>;
  /** Asks for a row. */
  readonly look: (rowNumber: number) => void;
}

/**
 * Moves the focus to the heading once the row is there, but only if it still is where the row was asked for: somebody
 * who has gone on meanwhile must not be torn away.
 */
export function useLook(preview: PreviewState, verbs: Pick<SidebarVerbs, 'previewRow'>): Look {
  const heading = useRef<HTMLHeadingElement>(null);
  const askedFrom = useRef<Element | null>(null);
  useLayoutEffect(() => {
    if (preview.kind !== 'shown' || askedFrom.current !== document.activeElement) return;
    askedFrom.current = null;
    heading.current?.focus();
  }, [preview]);
  return {
    heading,
    look: (rowNumber) => {
      askedFrom.current = document.activeElement;
      void verbs.previewRow(rowNumber);
    },
  };
}
