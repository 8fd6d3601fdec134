/** What holds over everything a matrix made visible; the last tests of each matrix. */
import { describe, expect, test } from 'vitest';
import type { Stage } from './stage.ts';

/** Adds the tests; the stage is asked for when they run, after all cases. */
export function describeGuards(stageOf: () => Stage): void {
  describe('over all of these cases', () => {
    test('the key is found in no cell, log line, answer, toast, dialog, property, body or address', () => {
      const { evidence } = stageOf();
      expect(evidence.leaks).toEqual([]);
      for (const place of ['answer', 'cell', 'request', 'document property'] as const) {
        expect(evidence.looks.get(place), place).toBeGreaterThan(0);
      }
    });

    test('no log line holds what stands in a row', () => {
      const { loggedCells, looks } = stageOf().evidence;
      expect(loggedCells).toEqual([]);
      expect(looks.get('log')).toBeGreaterThan(0);
    });

    test('no request left with an empty list, which may mean everything', () => {
      expect(stageOf().evidence.emptyRequests).toEqual([]);
    });
  });
}
