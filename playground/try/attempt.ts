/** The result of a step that can fail in an expected way: the message is one plain sentence for the person at the terminal. */

/** A value, or the sentence that says why there is none. */
export type Attempt<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly message: string };

/** An attempt that worked. */
export function done<T>(value: T): Attempt<T> {
  return { ok: true, value };
}

/** An attempt that did not. */
export function problem(message: string): { readonly ok: false; readonly message: string } {
  return { ok: false, message };
}
