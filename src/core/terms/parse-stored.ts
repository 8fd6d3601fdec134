/** Reads what was stored as JSON, which anybody's script may have overwritten since. */
import * as v from 'valibot';

/** The value of a stored text; `undefined` when there is none or it is not what the schema says. */
export function parseStored<T>(schema: v.GenericSchema<unknown, T>, text: string | null): T | undefined {
  if (text === null || text === '') return undefined;
  try {
    const parsed = v.safeParse(schema, JSON.parse(text));
    return parsed.success ? parsed.output : undefined;
  } catch {
    return undefined;
  }
}
