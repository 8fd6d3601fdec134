/** How fast something goes, measured while it is looked at. */
import { useRef } from 'preact/hooks';

/** Where and when the measuring began. */
interface Mark {
  readonly id: string;
  readonly done: number;
  readonly atMs: number;
}

/** So far and since when: how many were done since the first look at this one, and how long that took. */
export interface Pace {
  readonly doneSince: number;
  readonly elapsedMs: number;
}

/** The pace of the thing with that id; another id begins anew. */
export function usePace(id: string, done: number): Pace {
  const mark = useRef<Mark>({ id: '', done: 0, atMs: 0 });
  if (mark.current.id !== id) mark.current = { id, done, atMs: performance.now() };
  return { doneSince: done - mark.current.done, elapsedMs: performance.now() - mark.current.atMs };
}
