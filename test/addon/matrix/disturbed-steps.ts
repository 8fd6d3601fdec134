/** What happens during a run, and when: the steps of which random sequences are made. */
import fc from 'fast-check';
import { handChange } from './any-hand-change.ts';
import type { HandChange } from './hand-changes.ts';

/** Something that happens during a run. */
export type Happening =
  | HandChange
  | { readonly kind: 'cancel' }
  /** Somebody else presses the button. */
  | { readonly kind: 'colleague' };

/**
 * When it happens: between two slices, or inside one, at an answer of the platform, at a write of the add-on, or in the window
 * between its look at the rows and that write.
 */
export type Moment =
  | { readonly kind: 'beforeSlice'; readonly sliceNumber: number }
  | { readonly kind: 'atRequest'; readonly requestNumber: number }
  | { readonly kind: 'atWrite'; readonly writeNumber: number }
  | { readonly kind: 'inWindow'; readonly writeNumber: number };

/** One step of a sequence. */
export interface Step {
  readonly moment: Moment;
  readonly happening: Happening;
}

const anyMoment = (requests: number): fc.Arbitrary<Moment> =>
  fc.oneof(
    fc.record({ kind: fc.constant('beforeSlice' as const), sliceNumber: fc.integer({ min: 1, max: 3 }) }),
    fc.record({ kind: fc.constant('atRequest' as const), requestNumber: fc.integer({ min: 1, max: requests }) }),
    fc.record({ kind: fc.constant('atWrite' as const), writeNumber: fc.integer({ min: 1, max: 8 }) }),
  );

const anyHappening = fc.oneof<fc.WeightedArbitrary<Happening>[]>(
  { weight: 24, arbitrary: handChange },
  { weight: 1, arbitrary: fc.constant({ kind: 'cancel' }) },
  { weight: 2, arbitrary: fc.constant({ kind: 'colleague' }) },
);

/**
 * Any step.
 *
 * @param requests About how many requests the run makes.
 */
export function anyStep(requests: number): fc.Arbitrary<Step> {
  return fc.record({ moment: anyMoment(requests), happening: anyHappening });
}

/** One change, in the window before one of a run's first writes. */
export const anyStepInWindow: fc.Arbitrary<Step> = fc.record({
  moment: fc.record({ kind: fc.constant('inWindow' as const), writeNumber: fc.integer({ min: 1, max: 4 }) }),
  happening: handChange,
});
