/** What `MailApp` may ask of the post. */

/** An e-mail, as it was handed in. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly body: string;
}

/** Every operation on mail: what is asked and what is answered. */
export interface MailOperations {
  readonly sendMail: { readonly request: Mail; readonly answer: null };
  /** Recipients that the person may still write to today. */
  readonly remainingMail: { readonly request: null; readonly answer: number };
}
