/** What `google.script.run` carries from the page to the script. */

/** The arguments as JSON, or why they cannot be sent. */
export type CheckedArguments =
  | { readonly kind: 'sendable'; readonly json: string }
  | { readonly kind: 'illegal'; readonly message: string };

/**
 * Checks arguments by the rules of `google.script.run`: numbers, booleans, texts, null, and plain objects and arrays of
 * them; `undefined` becomes null.
 *
 * @see https://developers.google.com/apps-script/guides/html/communication#parameters_and_return_values
 * @see "Report: Values to transfer between JavaScript and Google Apps Script", https://tanaikech.github.io (2023-08; text;
 * read 2026-11-21)
 */
export function checkArguments(args: readonly unknown[]): CheckedArguments {
  for (const argument of args) {
    const path = illegalPath(argument, [], new Set());
    if (path !== undefined) {
      return { kind: 'illegal', message: `Failed due to illegal value in property: ${path.at(-1) ?? 0}` };
    }
  }
  return { kind: 'sendable', json: JSON.stringify(args) };
}

/** The names leading to the first illegal value. */
function illegalPath(
  value: unknown,
  path: readonly string[],
  above: ReadonlySet<unknown>,
): readonly string[] | undefined {
  if (value === null || value === undefined || ['string', 'number', 'boolean'].includes(typeof value)) return undefined;
  if (typeof value !== 'object' || above.has(value) || !isPlain(value)) return path;
  const deeper = new Set([...above, value]);
  for (const [name, member] of Object.entries(value)) {
    const illegal = illegalPath(member, [...path, name], deeper);
    if (illegal !== undefined) return illegal;
  }
  return undefined;
}

function isPlain(value: object): boolean {
  if (Array.isArray(value)) return true;
  const prototype: unknown = Object.getPrototypeOf(value);
  // A plain object's prototype is the last of its chain, in whatever realm the object was made.
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
