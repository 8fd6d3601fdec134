/** The list of requests: draws what is in view, however many there are, and follows the newest. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { RequestLine } from '../../serve/wire.ts';
import { px } from '../grid/px.ts';
import { useScrollView } from '../grid/scrolling.ts';
import { LINE_HEIGHT, linesToDraw, lineTop } from '../model/line-window.ts';
import { RequestEntry } from './request-entry.tsx';

/** Draws the requests, oldest first. */
export function RequestList({ lines }: { readonly lines: readonly RequestLine[] }) {
  const list = useRef<HTMLOListElement>(null);
  const view = useScrollView(list);
  const [openNumbers, setOpenNumbers] = useState<ReadonlySet<number>>(new Set());
  const [focused, setFocused] = useState<number | undefined>();
  const unfolded = lines.flatMap(({ number }, index) => (openNumbers.has(number) ? [index] : []));
  const length = lineTop(lines.length, unfolded);
  useFollowEnd(list, { lineCount: lines.length, length });

  const toggle = (number: number): void => {
    const next = new Set(openNumbers);
    if (!next.delete(number)) {
      next.add(number);
    }
    setOpenNumbers(next);
  };

  return (
    <ol
      class="request-list"
      // The lines have places of their own; this makes the list as long as all of them.
      style={{ '--length': px(length) }}
      ref={list}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable with the keyboard.
      tabIndex={0}
      aria-label="Requests, oldest first"
      onFocusIn={({ target }) => setFocused(lineIndexOf(target))}
      onFocusOut={() => setFocused(undefined)}
    >
      {linesToDraw(view, lines.length, unfolded, focused).map((index) => {
        const line = lines[index];
        return (
          line && (
            <RequestEntry
              key={line.number}
              line={line}
              top={lineTop(index, unfolded)}
              isOpen={openNumbers.has(line.number)}
              onToggle={() => toggle(line.number)}
              position={{ lineNumber: index + 1, lineCount: lines.length }}
            />
          )
        );
      })}
    </ol>
  );
}

/** Keeps the newest request in view when it comes, unless the person has scrolled away from the end. */
function useFollowEnd(
  list: { readonly current: HTMLElement | null },
  { lineCount, length }: { readonly lineCount: number; readonly length: number },
): void {
  const seen = useRef({ lineCount: 0, length: 0 });
  useLayoutEffect(() => {
    const { current: before } = seen;
    const { current } = list;
    seen.current = { lineCount, length };
    // A line that unfolds makes the list longer as well, and has to stay where it is.
    if (current === null || lineCount <= before.lineCount) {
      return;
    }
    // As it is now: what is known of the last scrolling may be a moment old.
    if (current.scrollTop + current.clientHeight >= before.length - LINE_HEIGHT) {
      current.scrollTo({ top: length });
    }
  }, [lineCount, length]);
}

function lineIndexOf(target: EventTarget | null): number | undefined {
  const line = target instanceof Element ? target.closest<HTMLElement>('[data-line]')?.dataset.line : undefined;
  return line === undefined ? undefined : Number(line);
}
