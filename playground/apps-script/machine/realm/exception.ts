/** Errors as services throw them. */

/** An `Exception` of the add-on's own realm: an `Error` by another name. */
export function exception(message: string): Error {
  const error = new Error(message);
  error.name = 'Exception';
  return error;
}

/** An error for what the emulator does not know, which must never pass for behaviour of Google's. */
export function notEmulated(what: string): Error {
  return new Error(`Emulator: ${what} is not emulated`);
}
