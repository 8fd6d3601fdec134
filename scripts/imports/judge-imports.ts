/** The verdict on a tree's imports, in lines a person can click on. */
import { brokenRule, canCloseRing } from './arrow-rules.ts';
import { findCycles } from './find-cycles.ts';
import { type Arrow, readArrows, type SourceTree } from './import-graph.ts';

/** One complaint per arrow against the order and per ring of imports, each with its files and lines; none when all is well. */
export function judgeImports(tree: SourceTree): readonly string[] {
  const arrows = readArrows(tree);
  const against = arrows.flatMap((arrow) => {
    const rule = brokenRule(arrow);
    return rule === undefined ? [] : [`${arrowLine(arrow)}\n  ${rule}`];
  });
  const rings = findCycles(arrows.filter(canCloseRing)).map((cycle) => {
    const lines = cycle.map((arrow) => `  ${arrowLine(arrow)}`);
    return ['These files import each other in a ring:', ...lines].join('\n');
  });
  return [...against, ...rings];
}

function arrowLine({ from, to, lineNumber }: Arrow): string {
  return `${from}:${lineNumber} imports ${to}`;
}
