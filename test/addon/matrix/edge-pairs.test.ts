/** Two open edges of Google's at once, each on its other side. */
import { describe, test } from 'vitest';
import type { Edges } from '../../../playground/apps-script/edges.ts';
import { goesOn, OTHER_SIDES, worksByHand } from '../edge-ways.ts';
import { MATRIX_SIZE } from './matrix-size.ts';

const SIDES: readonly Partial<Edges>[] = [
  ...OTHER_SIDES,
  { rangeBeyondGrid: 'refused at use' },
  { clockTriggerCalls: 'each twice' },
  { clockTriggerMinute: 'chosen by Google' },
];

const PAIRS = SIDES.flatMap((one, index) => SIDES.slice(index + 1).map((other) => ({ ...one, ...other })));

describe.each(PAIRS.slice(0, MATRIX_SIZE.edgePairs))('with %j', (edges) => {
  test('listings are synced, checked and deleted from menu and sidebar', () => worksByHand(edges));
  test('a command goes on in the background', () => goesOn(edges));
});
