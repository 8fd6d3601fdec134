/** Keeps what arrived lately in the document, for everybody who opens it. */
import type { EventsTaken } from '../../../core/contract/events-view.ts';
import { type Door, type Intake, parseIntakes, withIntake } from '../../../core/events/intake-log.ts';
import type { Failure } from '../../../core/terms/failure.ts';
import type { Result } from '../../../core/terms/result.ts';
import { documentProperties } from './document-store.ts';

const INTAKES_PROPERTY = 'intakes';

/** The newest first. */
export function readIntakes(): readonly Intake[] {
  return parseIntakes(documentProperties().getProperty(INTAKES_PROPERTY));
}

/** Notes what came of an intake, and gives it back. Two at once may note one of them only: the rows tell the rest. */
export function noted<Taken extends EventsTaken>(door: Door, taken: Result<Taken, Failure>): Result<Taken, Failure> {
  // Somebody else holds the lock: the same messages are taken in soon, and noted then.
  if (!taken.ok && taken.error.kind === 'busy') return taken;
  const { message } = taken.ok ? taken.value : taken.error;
  const intakes = withIntake(readIntakes(), { door, atMs: Date.now(), message, isProblem: !taken.ok });
  documentProperties().setProperty(INTAKES_PROPERTY, JSON.stringify(intakes));
  return taken;
}
