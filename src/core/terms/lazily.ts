/** Puts off building look-up tables until they are needed: a script is loaded anew for every call of the add-on. */

/** A function that makes its value at the first call and keeps it. */
export function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
