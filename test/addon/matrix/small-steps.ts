/** Has a run go on in small steps, so that a few rows already make several waves and checkpoints. */
import type { Scene } from './stage.ts';

/** Few rows until the first checkpoint and few requests in the first wave, as a run has them that met a slow platform. */
const SMALL_STEPS = { chunkSize: 3, waveWidth: 2 } as const;

/** Has the run that is going on take small steps from now on. */
export function takeSmallSteps({ emulator }: Scene): void {
  const record: unknown = JSON.parse(emulator.properties('document').run || '{}');
  emulator.setProperty('document', 'run', JSON.stringify(Object.assign({}, record, SMALL_STEPS)));
}
