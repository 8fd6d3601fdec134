/** How Google's side of a service answers what its side in the realm asks. */

/** The execution that asks. */
export interface Asker {
  readonly executionId: number;
  readonly user: string;
  /** The spreadsheet it runs in. */
  readonly fileId: string;
  /** Its virtual time. */
  readonly atMs: number;
}

/** An answer that took its own time on the virtual clock. */
export class TimedAnswer<T> {
  readonly answer: T;
  readonly untilMs: number;

  constructor(answer: T, untilMs: number) {
    this.answer = answer;
    this.untilMs = untilMs;
  }
}

/** An answer, at once or later. */
export type Served<T> = T | TimedAnswer<T> | Promise<T | TimedAnswer<T>>;

/** The operations of a service: what is asked and what is answered. */
export type OperationsOf<O> = { readonly [K in keyof O]: { readonly request: unknown; readonly answer: unknown } };

/** Google's side of a service: one handler for each of its operations, throwing `ServiceException` for what is refused. */
export type Handlers<O extends OperationsOf<O>, G> = {
  readonly [K in keyof O]: (google: G, request: O[K]['request'], asker: Asker) => Served<O[K]['answer']>;
};
