/** How a failure is worded. */
import type { Failure, FailureKind } from '../../terms/failure.ts';

/** Failures by what happened, each made from its details. */
export type FailureWords = Record<string, (...details: never[]) => Failure>;

/** A failure of what happened and what to do next. */
export function fail(kind: FailureKind, message: string, nextStep: string): Failure {
  return { kind, message, nextStep };
}
