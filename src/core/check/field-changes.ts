/** What a row would change, field by field: what the platform confirmed last, and what it would get. */

import { type FieldKind, type FieldName, fieldDefinition, isFieldName } from '../listing/fields.ts';
import { clipText } from '../terms/clip-text.ts';

/** A field that would change: `Sale price`, `450,000`, `439,000`. */
export interface FieldChange {
  readonly label: string;
  readonly from: string;
  readonly to: string;
}

type Members = Readonly<Record<string, unknown>>;

/** What the settings of the tab and its keys say: no cell. */
const NOT_SHOWN: ReadonlySet<FieldName> = new Set<FieldName>(['SerialNumber', 'Key', 'KeyType']);

/**
 * The fields of a listing that would change, in the document's order.
 *
 * @param before The body that was confirmed last, as JSON.
 * @param after The body that would be sent.
 */
export function listingChanges(before: string, after: string): readonly FieldChange[] {
  const [old, next] = [membersOf(before), membersOf(after)];
  const names = [...new Set([...Object.keys(next), ...Object.keys(old)])].filter(isFieldName);
  return names
    .filter((name) => !NOT_SHOWN.has(name))
    .flatMap((name) => {
      const { kind, label } = fieldDefinition(name);
      return kind === 'extension' && next[name] !== undefined
        ? memberChanges(entriesOf(old[name]), entriesOf(next[name]))
        : changeOf(label, kind, old[name], next[name]);
    });
}

/** `Sale price 450,000 → 439,000`. */
export function changeWords({ label, from, to }: FieldChange): string {
  return `${label} ${from} → ${to}`;
}

/** The columns of a chatbot row that would change; both as JSON. */
export function chatbotRowChanges(before: string, after: string): readonly FieldChange[] {
  const dataOf = (text: string): Members => {
    const { Data } = membersOf(text);
    return isMembers(Data) ? Data : {};
  };
  return memberChanges(dataOf(before), dataOf(after));
}

/** Members whose names are what people call them; they are sent all together, so one that is missing is gone. */
function memberChanges(old: Members, next: Members): readonly FieldChange[] {
  const names = [...new Set([...Object.keys(next), ...Object.keys(old)])];
  return names.flatMap((name) => changeOf(name, 'text', old[name], next[name], NOTHING));
}

function changeOf(
  label: string,
  kind: FieldKind,
  old: unknown,
  next: unknown,
  absent = NOT_SENT,
): readonly FieldChange[] {
  if (JSON.stringify(old) === JSON.stringify(next)) return [];
  if (Array.isArray(old) || Array.isArray(next)) return [{ label, ...listChange(listOf(old), next) }];
  const [from, to] = excerpts(valueWords(kind, old, NOTHING), valueWords(kind, next, absent));
  return [{ label, from, to }];
}

const NOTHING = 'nothing';

/** The platform keeps what it has of a field that is not sent. */
const NOT_SENT = 'no longer sent; the chatbot keeps what it has';

/** Numbers that count something are grouped; a year and a coordinate are not. */
const GROUPED: ReadonlySet<FieldKind> = new Set<FieldKind>(['money', 'area', 'count', 'days']);

function valueWords(kind: FieldKind, value: unknown, absent: string): string {
  if (value === undefined) return absent;
  if (value === null || value === '') return 'empty';
  if (typeof value === 'number') return GROUPED.has(kind) ? value.toLocaleString('en-US') : String(value);
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function listOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map((item) => JSON.stringify(item)) : [];
}

function listChange(old: readonly string[], next: unknown): Pick<FieldChange, 'from' | 'to'> {
  if (next === undefined) return { from: String(old.length), to: NOT_SENT };
  const items = listOf(next);
  const added = items.filter((item) => !old.includes(item)).length;
  const how = added > 0 ? ` (${added} new)` : items.length === old.length ? ' (in another order)' : '';
  return { from: String(old.length), to: `${items.length}${how}` };
}

const LONGEST = 60;
const BEFORE_DIFFERENCE = 15;

/** Of long texts the part in which they begin to differ. */
function excerpts(old: string, next: string): readonly [string, string] {
  let same = 0;
  while (same < old.length && old[same] === next[same]) same += 1;
  const near = Math.max(old.length, next.length) > LONGEST ? Math.max(0, same - BEFORE_DIFFERENCE) : 0;
  // The excerpt must not begin with the second half of a surrogate pair; up to `same` both texts are equal.
  const start = /^[\udc00-\udfff]/.test(old.slice(near, near + 1)) ? near - 1 : near;
  const excerpt = (text: string) => clipText(start === 0 ? text : `…${text.slice(start)}`, LONGEST);
  return [excerpt(old), excerpt(next)];
}

function entriesOf(value: unknown): Members {
  const entries = Array.isArray(value) ? value : [];
  return Object.fromEntries(entries.flatMap((entry) => (isMembers(entry) ? [[String(entry.Key), entry.value]] : [])));
}

function membersOf(text: string): Members {
  const parsed: unknown = JSON.parse(text);
  return isMembers(parsed) ? parsed : {};
}

function isMembers(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
