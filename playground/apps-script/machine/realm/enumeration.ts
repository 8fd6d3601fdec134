/** Enumerations of Apps Script: objects that print as their name. */
import { nameService } from './signature.ts';

/** One value of an enumeration. */
export interface EnumValue<N extends string = string> {
  toString(): N;
  name(): N;
  ordinal(): number;
  compareTo(other: EnumValue): number;
  toJSON(): N;
}

/** Makes an enumeration. @param typeName Its name in signatures, such as `ButtonSet`. */
export function enumeration<const N extends string>(
  typeName: string,
  names: readonly N[],
): Readonly<Record<N, EnumValue<N>>> {
  const prototype = {};
  nameService(prototype, typeName);
  const values: Partial<Record<N, EnumValue<N>>> = {};
  names.forEach((name, ordinal) => {
    const value: EnumValue<N> = Object.assign(Object.create(prototype), {});
    const members = {
      toString: () => name,
      name: () => name,
      ordinal: () => ordinal,
      compareTo: (other: EnumValue) => ordinal - other.ordinal(),
      toJSON: () => name,
    };
    for (const [member, method] of Object.entries(members)) Object.defineProperty(value, member, { value: method });
    values[name] = Object.freeze(value);
  });
  return Object.freeze(values as Record<N, EnumValue<N>>);
}
