/** Turns a parsed body into a typed one, or into a sentence that names every problem it has. */
import * as v from 'valibot';

/** A body that meets its document, or everything that is wrong with it. */
export type BodyReading<T> =
  | { readonly kind: 'read'; readonly body: T }
  | { readonly kind: 'refused'; readonly message: string };

const MAX_QUOTED_CHARACTERS = 60;

/**
 * Reads a body against its schema. The message lists all problems in the document's order, undocumented members last:
 * `Bedrooms must be a number, not "3"; YearBuilt is required; Beds is not a documented member`.
 */
export function readBody<Schema extends v.GenericSchema>(
  schema: Schema,
  body: unknown,
): BodyReading<v.InferOutput<Schema>> {
  const result = v.safeParse(schema, body);
  if (result.success) return { kind: 'read', body: result.output };
  return { kind: 'refused', message: result.issues.map(describeIssue).join('; ') };
}

function describeIssue(issue: v.BaseIssue<unknown>): string {
  const name = v.getDotPath(issue) ?? 'The body';
  if (issue.type === 'never') return `${name} is not a documented member${caseHint(issue)}`;
  // JSON has no undefined: a member without a value is a member that was not sent.
  if (issue.input === undefined && issue.path !== undefined) return `${name} is required`;
  // Of a list that is a list, the message already says what it lacks.
  if (issue.kind === 'validation' && Array.isArray(issue.input)) return `${name} must be ${issue.message}`;
  return `${name} must be ${issue.message}, not ${shorten(issue.received)}`;
}

/** `serialNumber` for `SerialNumber` is the mistake these documents invite: they use both, in different places. */
function caseHint(issue: v.BaseIssue<unknown>): string {
  const name = issue.path?.at(-1)?.key;
  return typeof name === 'string' && name.toLowerCase() === 'serialnumber' ? ' here: names are case-sensitive' : '';
}

function shorten(received: string): string {
  return received.length <= MAX_QUOTED_CHARACTERS ? received : `${received.slice(0, MAX_QUOTED_CHARACTERS)}…`;
}
