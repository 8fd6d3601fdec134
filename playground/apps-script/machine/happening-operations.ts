/** How an execution tells that it has come to a service call at which something shall happen. */
import type { Json } from '../emulator.ts';

/** On which side of a call. */
export type Side = 'before' | 'after';

/** Where in the document a service object is. */
export interface CallPlace {
  readonly tabId: number;
  readonly area?: {
    readonly rowNumber: number;
    readonly columnNumber: number;
    readonly rowCount: number;
    readonly columnCount: number;
  };
}

/** Names of the calls at which something may happen. */
export type Watched = Readonly<Record<Side, readonly string[]>>;

/** The one operation that is no service's. */
export interface HappeningOperations {
  readonly meetHappenings: {
    readonly request: {
      readonly side: Side;
      readonly name: string;
      readonly functionName: string;
      readonly args: readonly Json[];
      readonly place?: CallPlace;
    };
    /** What is watched from now on: while it happened, more may have been asked for. */
    readonly answer: Watched;
  };
}
