import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DISTURBED_PLOTS } from './disturbed-plot.ts';
import { playDisturbed, type Start } from './disturbed-run.ts';
import { anyStep, anyStepInWindow, type Step } from './disturbed-steps.ts';
import { describeGuards } from './guards.ts';
import type { HandChange } from './hand-changes.ts';
import { noteFigures } from './matrix-figures.ts';
import { MATRIX_SIZE } from './matrix-size.ts';
import { openStage, type Stage } from './stage.ts';
import { OWN_HEADERS } from './tab-texts.ts';
import { SLOW_GOOGLE } from './ways.ts';

describe.each([
  ['answers at once, so that a slice has many checkpoints', {}],
  ['is slow, so that a run has many slices', SLOW_GOOGLE],
])('people who change the tab during a run against a platform that %s', (_, emulator) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage(emulator);
  });
  afterAll(() => stage.close());

  test.for(Object.values(DISTURBED_PLOTS))(
    'never make a status of $label untrue, a foreign cell change or a request leave twice or against a person’s word, and one more run settles everything',
    { timeout: MATRIX_SIZE.timeoutMs },
    async (plot, context) => {
      const { mutationSequences: numRuns, mutationSeed: seed, mutationsPerSequence: maxLength } = MATRIX_SIZE;
      const sequences = fc.array(anyStep(plot.requests), { minLength: 1, maxLength, size: 'max' });
      let happenedInAll = 0;
      const start = fc.constantFrom<Start>('only marks', 'sends');
      const law = fc.asyncProperty(sequences, start, async (...sequenceAndStart) => {
        const { broken, happened } = await playDisturbed(stage, plot, ...sequenceAndStart);
        happenedInAll += happened;
        expect(broken).toEqual([]);
      });
      await fc.assert(law, { numRuns, seed });
      noteFigures(context, { sequences: numRuns, changes: happenedInAll });
      // Steps whose moment never came prove nothing.
      expect(happenedInAll).toBeGreaterThan(numRuns);
    },
  );

  test.for(Object.values(DISTURBED_PLOTS))(
    'make no status of $label untrue and cost no cell either between a look at the rows and the write after it',
    { timeout: MATRIX_SIZE.timeoutMs },
    async (plot) => {
      const { mutationSequences: numRuns, mutationSeed: seed } = MATRIX_SIZE;
      const start = fc.constantFrom<Start>('only marks', 'sends');
      const law = fc.asyncProperty(anyStepInWindow, start, async (step, begins) => {
        const { broken } = await playDisturbed(stage, plot, [step], begins);
        expect(broken).toEqual([]);
      });
      await fc.assert(law, { numRuns, seed });
    },
  );

  test.each<readonly [string, readonly HandChange[]]>([
    ['the status column alone is moved', [{ kind: 'moveOwnColumn', header: 'Sync status', before: 9 }]],
    ['the detail column alone is moved', [{ kind: 'moveOwnColumn', header: 'Sync detail', before: 9 }]],
    ['the time column alone is moved', [{ kind: 'moveOwnColumn', header: 'Synced at', before: 9 }]],
    ['the mark column alone is moved', [{ kind: 'moveOwnColumn', header: 'Sync mark', before: 9 }]],
    ['a column of the person’s is moved in among the add-on’s', [{ kind: 'moveColumn', pick: 9, before: 22 }]],
    ['the key column is moved', [{ kind: 'moveColumn', pick: 0, before: 12 }]],
    [
      'a header is renamed and a row inserted above it',
      [{ kind: 'renameHeader', name: 'Desk' }, { kind: 'insertAboveHeader' }],
    ],
    [
      'a row is copied and everything sorted',
      [
        { kind: 'copyRow', pick: 1 },
        { kind: 'sort', pick: 0, isAscending: true },
      ],
    ],
    ['a delete is copied', [{ kind: 'copyRow', pick: 14 }]],
    ['all formatting is cleared', [{ kind: 'clearFormats' }]],
    ['a column is inserted among the add-on’s', [{ kind: 'insertColumn', pick: 22 }]],
    [
      'everything is sorted and rows inserted',
      [
        { kind: 'sort', pick: 0, isAscending: false },
        { kind: 'insertRows', pick: 3, count: 2 },
      ],
    ],
  ])('keep statuses true when %s while a wave is under way', async (_words, changes) => {
    const now = { kind: 'atRequest', requestNumber: 1 } as const;
    const steps = changes.map((happening) => ({ moment: now, happening }));
    for (const start of ['only marks', 'sends'] as const) {
      const { broken } = await playDisturbed(stage, DISTURBED_PLOTS.sync, steps, start);
      expect(broken, start).toEqual([]);
    }
  });

  test.each<readonly [string, readonly HandChange[]]>([
    ['a column of the add-on’s is moved', [{ kind: 'moveOwnColumn', header: 'Sync status', before: 0 }]],
    ['a row comes above the header row', [{ kind: 'insertAboveHeader' }]],
  ])('cost no cell when %s and a header is renamed in one window', async (_words, [moved]) => {
    const moment = { kind: 'inWindow', writeNumber: 1 } as const;
    const renamed = { kind: 'renameHeader', name: 'Corner' } as const;
    const steps = [...(moved ? [moved] : []), renamed].map((happening) => ({ moment, happening }));
    const { broken } = await playDisturbed(stage, DISTURBED_PLOTS.delete, steps, 'only marks');
    expect(broken).toEqual([]);
  });

  test('put no header back that was renamed while the columns were made, where the rows are sorted after it', async () => {
    const steps: readonly Step[] = [
      { moment: { kind: 'atWrite', writeNumber: 1 }, happening: { kind: 'renameHeader', name: 'Corner' } },
      { moment: { kind: 'atWrite', writeNumber: 2 }, happening: { kind: 'sort', pick: 0, isAscending: false } },
    ];
    const { broken } = await playDisturbed(stage, DISTURBED_PLOTS.push, steps, 'sends');
    expect(broken).toEqual([]);
  });

  test.each(OWN_HEADERS)('leave nothing behind where the column %s is deleted while it is made', async (header) => {
    for (const writeNumber of [1, 2, 3]) {
      const moment = { kind: 'atWrite', writeNumber } as const;
      const steps = [{ moment, happening: { kind: 'deleteOwnColumn', header } as const }];
      const { broken } = await playDisturbed(stage, DISTURBED_PLOTS.sync, steps, 'sends');
      expect(broken, `write ${writeNumber}`).toEqual([]);
    }
  });

  // Below the last but one stands a row that shares its key and was settled before.
  test.each([0, 17].flatMap((pick) => [1, 2, 3, 4, 5, 6].map((writeNumber) => [pick, writeNumber] as const)))(
    'leave no row with the words of the one above, where a row goes while outcomes are written (row %i, write %i)',
    async (pick, writeNumber) => {
      const steps = [{ moment: { kind: 'inWindow', writeNumber }, happening: { kind: 'deleteRow', pick } }] as const;
      for (const start of ['only marks', 'sends'] as const) {
        const { broken } = await playDisturbed(stage, DISTURBED_PLOTS.delete, steps, start);
        expect(broken, start).toEqual([]);
      }
    },
  );

  test.each<readonly [string, Start, Step, Step]>([
    [
      'by a sort and a row above the header',
      'sends',
      { moment: { kind: 'atRequest', requestNumber: 2 }, happening: { kind: 'sort', pick: 19, isAscending: false } },
      { moment: { kind: 'inWindow', writeNumber: 6 }, happening: { kind: 'insertAboveHeader' } },
    ],
    [
      'by rows inserted twice',
      'only marks',
      { moment: { kind: 'atRequest', requestNumber: 2 }, happening: { kind: 'insertRows', pick: 20, count: 2 } },
      { moment: { kind: 'inWindow', writeNumber: 2 }, happening: { kind: 'insertRows', pick: 19, count: 1 } },
    ],
    [
      'by a sort and a row deleted',
      'only marks',
      { moment: { kind: 'atRequest', requestNumber: 2 }, happening: { kind: 'sort', pick: 0, isAscending: false } },
      { moment: { kind: 'inWindow', writeNumber: 3 }, happening: { kind: 'deleteRow', pick: 24 } },
    ],
  ])(
    'tell rows that share a key apart where they move twice, once while a write is made, %s',
    async (_, start, ...steps) => {
      const { broken } = await playDisturbed(stage, DISTURBED_PLOTS.sync, steps, start);
      expect(broken).toEqual([]);
    },
  );

  describeGuards(() => stage);
});
