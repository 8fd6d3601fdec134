/** A row on its way to the platform, and the request that carries it. */

import type { FieldName } from '../listing/fields.ts';
import type { ApiCall } from '../platform/endpoints.ts';
import type { Operation } from './operation.ts';

/** A row on its way to the platform. */
export interface SendRow<O extends Operation = Operation> {
  readonly rowNumber: number;
  readonly identity: string;
  readonly operation: O;
  readonly fingerprint: string;
  /** Whether an earlier try (of this or an earlier run) may have reached the platform without an answer. */
  readonly isUnclear: boolean;
  /** Whether an earlier try of other content may still arrive, and then takes the place of this one. */
  readonly hasOtherTry: boolean;
  /** Why it is asked for, where a person has to agree. */
  readonly why?: string;
  /** Whether a request for its key was open before this run: what may still arrive then stays so until an outcome. */
  readonly wasOpen?: true;
  /** The fingerprint of what the platform has of it so far, where that is taken back. */
  readonly takesBack?: string;
  /** What a person should know although the row is fine; shown in the detail. */
  readonly notes: readonly string[];
  /** Tries made so far in this run. */
  readonly attempts: number;
  /** How often it was only asked to wait in this execution, which is not counted as a try at first. */
  readonly pauses?: number;
  /** Fields whose value was computed instead of read as it stands. */
  readonly derived: readonly FieldName[];
}

/** One request and the rows it carries, at least one, all with operations of one kind. */
export interface Batch {
  readonly call: ApiCall;
  readonly rows: readonly SendRow[];
  /** Tries made so far. */
  readonly attempts: number;
  readonly pauses: number;
  /** Not to be sent before this time. */
  readonly notBeforeMs: number;
  /** It is a part of a request that did not go through. */
  readonly isPart?: true;
  /** Its one row is tried alone to find out whether one cause refuses all rows; until it is answered others wait. */
  readonly isProbe?: true;
}
