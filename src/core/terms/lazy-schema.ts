/** Puts off building the schema of what is stored: a call of the add-on reads two or three of some thirty. */
import * as v from 'valibot';
import { lazily } from './lazily.ts';

/** The schema, made when something is first checked by it. */
export function lazySchema<Schema extends v.GenericSchema>(make: () => Schema): v.LazySchema<Schema> {
  return v.lazy(lazily(make));
}
