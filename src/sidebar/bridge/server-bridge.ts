/** The server as the model sees it: the contract's functions, asynchronous, with failures as values. */

import type { ServerFunctions } from '../../core/contract/server-functions.ts';
import type { FailureKind, Reply } from '../../core/terms/failure.ts';
import type { Result } from '../../core/terms/result.ts';

/**
 * A failure as the sidebar shows it: one the server named, or one of the way to the server. `offline` means that Google
 * could not be reached, `noAnswer` that a step may or may not have been done because its answer never came, `otherTab`
 * that the person has gone to another tab than the one it is about.
 */
export interface ShownFailure {
  readonly kind: FailureKind | 'offline' | 'noAnswer' | 'otherTab';
  readonly message: string;
  readonly nextStep: string;
}

/** What a call to the server ends with. */
export type Answer<Value> = Result<Value, ShownFailure>;

/** Every function of the contract as a call that takes its time. The promises never reject. */
export type ServerBridge = {
  readonly [Name in keyof ServerFunctions]: ServerFunctions[Name] extends (...input: infer Input) => Reply<infer Value>
    ? (...input: Input) => Promise<Answer<Value>>
    : never;
};
