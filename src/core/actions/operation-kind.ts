/** What the add-on must know of a kind of operation to send rows of it; each action brings the kind that it is about. */

import type { RowOutcome } from '../own-cells/outcome.ts';
import type { ApiCall, Endpoint } from '../platform/endpoints.ts';
import type { ApiError } from '../platform/errors.ts';
import type { ApiAnswer } from '../platform/read-answer.ts';
import type { SyncStatus } from '../words/statuses.ts';
import type { SendRow } from './batch.ts';
import type { Operation, OperationName, OperationOf } from './operation.ts';
import type { Packing } from './pack-rows.ts';
import type { Verdict } from './verdict.ts';

type CallTo<To extends Endpoint> = { readonly [E in Endpoint]: Extract<ApiCall, { readonly endpoint: E }> }[To];
type AnswerOf<To extends Endpoint> = { readonly [E in Endpoint]: Extract<ApiAnswer, { readonly endpoint: E }> }[To];

/** A kind of operation: how its rows are known, sent and settled. */
export interface OperationKind<Kind extends OperationName, To extends Endpoint = Endpoint> {
  /** A verb: a check says `2 to update`. */
  readonly kind: Kind;
  /** What the platform knows the row by; no two operations of a run may share it. */
  remoteIdentity(operation: OperationOf<Kind>): string;
  /** What people call that: `ID`, `key`. */
  readonly identityNoun: string;
  /** Everything that is sent, and to which chatbot; begins unlike the text of any other kind. */
  fingerprintText(operation: OperationOf<Kind>): string;
  /** What a row says once the platform has confirmed it. */
  readonly confirmedStatus: SyncStatus;
  /** The detail of a row whose content the platform has confirmed already. */
  unchangedDetail(day: string): string;
  /** What a person agrees to before the row is sent, in a word: its key, say. Absent where nobody has to be asked. */
  consentName?(operation: OperationOf<Kind>): string;
  /** Which rows share a request; absent where each goes alone. */
  readonly packing?: Packing<OperationOf<Kind>>;
  readonly endpoint: To;
  /** @param rows At least one, packed together. */
  callOf(rows: readonly SendRow<OperationOf<Kind>>[]): CallTo<To>;
  /**
   * What a row asks for instead where a request of it got no clear answer, or may have arrived without one: it must not be sent
   * again. Absent where sending it again is harmless.
   */
  afterUnclear?(operation: OperationOf<Kind>): Operation;
  /** What becomes of a row where the key may not do this, or it is refused, though it may do other things; absent: as usual. */
  outcomeOfRefusal?(row: SendRow<OperationOf<Kind>>, error: ApiError): RowOutcome | undefined;
  /** What a good answer says of the rows of its request. */
  settle(rows: readonly SendRow<OperationOf<Kind>>[], answer: AnswerOf<To>): Verdict;
}
