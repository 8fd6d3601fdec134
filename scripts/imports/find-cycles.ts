/** Finds rings of imports: files that import each other in the end. */
import type { Arrow } from './import-graph.ts';

/** The arrows of a ring in their order: the last one points to where the first begins. */
export type Cycle = readonly Arrow[];

/** The shortest ring through each file that is in one; each ring once. Imports of types count like any other. */
export function findCycles(arrows: readonly Arrow[]): readonly Cycle[] {
  const from = new Map<string, Arrow[]>();
  for (const arrow of arrows) from.set(arrow.from, [...(from.get(arrow.from) ?? []), arrow]);
  const cycles = new Map<string, Cycle>();
  for (const start of from.keys()) {
    const cycle = shortestCycle(start, from);
    if (cycle === undefined) continue;
    const members = cycle.map((arrow) => arrow.from).sort();
    if (!cycles.has(members.join())) cycles.set(members.join(), cycle);
  }
  return [...cycles.values()];
}

/** Goes out from a file in all directions at once until an arrow leads back to it. */
function shortestCycle(start: string, from: ReadonlyMap<string, readonly Arrow[]>): Cycle | undefined {
  const reachedBy = new Map<string, Arrow>();
  const queue = [start];
  for (const file of queue) {
    for (const arrow of from.get(file) ?? []) {
      if (arrow.to === start) return [...pathTo(file, start, reachedBy), arrow];
      if (reachedBy.has(arrow.to)) continue;
      reachedBy.set(arrow.to, arrow);
      queue.push(arrow.to);
    }
  }
  return undefined;
}

function pathTo(file: string, start: string, reachedBy: ReadonlyMap<string, Arrow>): readonly Arrow[] {
  const path: Arrow[] = [];
  for (let at = file; at !== start; ) {
    const arrow = reachedBy.get(at);
    if (arrow === undefined) break;
    path.unshift(arrow);
    at = arrow.from;
  }
  return path;
}
