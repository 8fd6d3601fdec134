/** Which values `google.script.run` carries to the server, and how they arrive there. */
import type { Json } from '../../apps-script/emulator.ts';

/**
 * The arguments as they arrive: copies, with `undefined` turned into null at the top and inside arrays. A form is legal
 * as the only argument and arrives as its fields. Throws for dates, functions, other elements, class instances and
 * circular references, naming the argument by its index.
 *
 * @see https://developers.google.com/apps-script/guides/html/communication#parameters_and_return_values (read 2026-11-21).
 */
export function legalArguments(args: readonly unknown[]): readonly Json[] {
  const [form] = args;
  if (args.length === 1 && form instanceof HTMLFormElement) {
    return [formFields(form)];
  }
  return args.map((arg, argumentIndex) => legalCopy(arg, argumentIndex, []));
}

function legalCopy(value: unknown, argumentIndex: number, ancestors: readonly object[]): Json {
  if (value === undefined || value === null) {
    return null;
  }
  if (typeof value === 'string' || typeof value === 'boolean') {
    return value;
  }
  if (typeof value === 'number') {
    return Number.isFinite(value) ? value : null;
  }
  if (typeof value !== 'object' || ancestors.includes(value)) {
    throw illegal(argumentIndex);
  }
  const path = [...ancestors, value];
  if (Array.isArray(value)) {
    return Array.from(value, (item) => legalCopy(item, argumentIndex, path));
  }
  if (!isPlainObject(value)) {
    throw illegal(argumentIndex);
  }
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  return Object.fromEntries(members.map(([name, member]) => [name, legalCopy(member, argumentIndex, path)]));
}

function isPlainObject(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function formFields(form: HTMLFormElement): Json {
  const fields: Record<string, string> = {};
  for (const [name, value] of new FormData(form)) {
    if (typeof value !== 'string') {
      throw illegal(0);
    }
    fields[name] = value;
  }
  return fields;
}

function illegal(argumentIndex: number): Error {
  const error = new Error(`Failed due to illegal value in property: ${argumentIndex}`);
  error.name = 'InvalidArgumentsError';
  return error;
}
