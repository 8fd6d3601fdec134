/** Turns a class into a service object of Apps Script: counted, checked, and loud about what it lacks. */

import type { CallPlace } from '../happening-operations.ts';
import { notEmulated } from './exception.ts';
import { meetHappenings } from './happening.ts';
import { beginCall, endCall } from './session.ts';
import { checkSignature, nameService, type Signatures } from './signature.ts';

/** The signatures of every public method of a class. */
export type SignaturesOf<T> = {
  readonly [M in keyof T as T[M] extends (...args: never[]) => unknown ? M : never]: Signatures;
};

/** What every object has, service or not. */
const OBJECT_MEMBERS = new Set<PropertyKey>([
  'constructor',
  'hasOwnProperty',
  'isPrototypeOf',
  'valueOf',
  'propertyIsEnumerable',
]);

/** Members that JavaScript itself looks for on any object, and that service objects do not have. */
const LOOKED_FOR = new Set<PropertyKey>(['then', 'toJSON', 'inspect', '__proto__', '__defineGetter__']);

/**
 * Makes the methods of a class count as service calls, check their arguments, and any other member throw.
 *
 * @param name The class as it is counted, such as `Range`.
 * @param path The class as exceptions name it, such as `SpreadsheetApp.Range`.
 * @param toPlace Where in the document an object of the class is.
 */
export function defineService<T extends object>(
  serviceClass: { readonly prototype: T },
  name: string,
  path: string,
  signatures: SignaturesOf<T>,
  toPlace?: (target: T) => CallPlace,
): void {
  const { prototype } = serviceClass;
  for (const [method, allowed] of Object.entries<Signatures>(signatures)) {
    const implementation: unknown = Reflect.get(prototype, method);
    if (typeof implementation !== 'function') throw new Error(`Emulator: ${name}.${method} has no implementation`);
    Object.defineProperty(prototype, method, {
      value: function counted(this: T, ...args: unknown[]): unknown {
        const call = { name: `${name}.${method}`, args, toPlace: () => toPlace?.(this) };
        beginCall(call.name);
        meetHappenings('before', call);
        checkSignature(path, method, args, allowed);
        const result: unknown = Reflect.apply(implementation, this, args);
        meetHappenings('after', call);
        endCall();
        return result;
      },
      enumerable: true,
    });
  }
  Reflect.deleteProperty(prototype, 'constructor');
  Object.setPrototypeOf(prototype, loudPrototype(name));
  nameService(prototype, name);
}

/** Answers the few members every object has, and throws for the rest: a missing method must not pass for `undefined`. */
function loudPrototype(name: string): object {
  const target = Object.create(null);
  return new Proxy(target, {
    get: (_target, member) => {
      if (member === 'toString') return () => name;
      if (typeof member === 'symbol' || LOOKED_FOR.has(member)) return undefined;
      if (OBJECT_MEMBERS.has(member)) return Reflect.get(Object.prototype, member);
      throw notEmulated(`${name}.${member}`);
    },
  });
}
