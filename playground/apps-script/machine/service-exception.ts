/** An error that the add-on meets as an Apps Script `Exception`. */

/** Thrown on Google's side; the bridge turns it into an `Exception` of the add-on's own realm. */
export class ServiceException extends Error {
  /** When the call failed on the virtual clock, if failing took time of its own. */
  readonly untilMs: number | undefined;

  constructor(message: string, untilMs?: number) {
    super(message);
    this.name = 'ServiceException';
    this.untilMs = untilMs;
  }
}
