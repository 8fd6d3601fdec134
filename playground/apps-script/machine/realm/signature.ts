/** Checks arguments against the signatures of a method, as Apps Script does before a call takes place. */
import { exception } from './exception.ts';

/**
 * The signatures of one method: parameter types in order, joined by commas. `''` takes none, `any` takes everything,
 * `...String` takes one or more texts.
 */
export type Signatures = readonly string[];

/**
 * Throws unless the arguments fit one signature.
 *
 * @see https://github.com/brucemcpherson/gas-fakes (text; read 2026-11-21)
 */
export function checkSignature(path: string, method: string, args: readonly unknown[], signatures: Signatures): void {
  if (signatures.some((signature) => doFit(args, signature))) return;
  const given = args.map(shownType).join(',');
  throw exception(`The parameters (${given}) don't match the method signature for ${path}.${method}.`);
}

function doFit(args: readonly unknown[], signature: string): boolean {
  if (signature.startsWith('...'))
    return args.length > 0 && args.every((argument) => isOfType(argument, signature.slice(3)));
  const types = signature === '' ? [] : signature.split(',');
  return args.length === types.length && types.every((type, index) => isOfType(args[index], type));
}

function isOfType(value: unknown, type: string): boolean {
  if (type === 'any') return true;
  if (type.endsWith('[]')) return Array.isArray(value) && value.every((item) => isOfType(item, type.slice(0, -2)));
  switch (type) {
    case 'null':
      return value === null;
    case 'number':
      return typeof value === 'number' && Number.isFinite(value);
    case 'String':
      return typeof value === 'string';
    case 'Boolean':
      return typeof value === 'boolean';
    case 'Date':
      return Object.prototype.toString.call(value) === '[object Date]';
    case 'Object':
      return typeof value === 'object' && value !== null;
    default:
      return serviceNameOf(value) === type;
  }
}

/** How an argument's type reads in the exception. */
function shownType(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  if (Array.isArray(value)) return `${value.length === 0 ? 'Object' : shownType(value[0])}[]`;
  if (typeof value === 'number') return 'number';
  if (typeof value === 'string') return 'String';
  if (typeof value === 'boolean') return 'Boolean';
  return serviceNameOf(value) ?? 'Object';
}

const serviceNames = new WeakMap<object, string>();

/** Gives every instance of a class the name by which signatures mean it. */
export function nameService(prototype: object, name: string): void {
  serviceNames.set(prototype, name);
}

/** The service name of an object, `undefined` for anything else. */
export function serviceNameOf(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  return serviceNames.get(Object.getPrototypeOf(value) ?? {});
}
