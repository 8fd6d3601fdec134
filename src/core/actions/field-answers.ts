/**
 * What a chatbot has answered to listings without some of the required fields. The document requires seventeen, its own example
 * requests leave out eight of them: only the platform knows.
 */
import * as v from 'valibot';
import { FIELDS, type FieldName, fieldDefinition, isFieldName } from '../listing/fields.ts';
import { clipText } from '../terms/clip-text.ts';
import { lazySchema } from '../terms/lazy-schema.ts';
import { parseStored } from '../terms/parse-stored.ts';

/** Required fields that a listing leaves out, in the document's order. */
export type MissingFields = readonly FieldName[];

/** Fields without which a listing was refused, and how the platform put it. */
export interface RefusedFields {
  readonly fields: MissingFields;
  readonly words: string;
  readonly atMs: number;
}

/** The answers of one chatbot so far. */
export interface FieldAnswers {
  readonly accepted: readonly MissingFields[];
  readonly refused: readonly RefusedFields[];
}

/** Nobody has asked yet. */
export const NO_ANSWERS: FieldAnswers = { accepted: [], refused: [] };

/** What the answers say of a listing. */
export type AnswerFor =
  | { readonly kind: 'accepted' }
  | { readonly kind: 'refused'; readonly refused: RefusedFields }
  | { readonly kind: 'unknown' };

/** Longest words of the platform that are kept; a property holds nine kilobytes. */
const LONGEST_WORDS = 200;
/** Sets that are kept, the latest ones. */
const MOST_SETS = 20;
/** A platform may ask for less one day: so long a refusal counts. */
const REFUSAL_COUNTS_MS = 30 * 24 * 3_600_000;

/** A listing that leaves out no more than an accepted one is taken; one that leaves out what was refused is not. */
export function answerFor(missing: MissingFields, { accepted, refused }: FieldAnswers): AnswerFor {
  if (missing.length === 0 || accepted.some((set) => isSubset(missing, set))) return { kind: 'accepted' };
  const [found] = refused.filter(({ fields }) => isSubset(fields, missing));
  return found === undefined ? { kind: 'unknown' } : { kind: 'refused', refused: found };
}

/** The answers with a listing that was taken; it takes back an earlier refusal of as much or less. */
export function withAccepted({ accepted, refused }: FieldAnswers, missing: MissingFields): FieldAnswers {
  return {
    accepted: [...accepted.filter((set) => !isSubset(set, missing)), missing].slice(-MOST_SETS),
    refused: refused.filter(({ fields }) => !isSubset(fields, missing)),
  };
}

/** The answers with a listing that was refused; it takes back an earlier acceptance of as much or more. */
export function withRefused({ accepted, refused }: FieldAnswers, refusal: RefusedFields): FieldAnswers {
  const { fields, atMs } = refusal;
  const words = clipText(ownWords(refusal.words), LONGEST_WORDS);
  return {
    accepted: accepted.filter((set) => !isSubset(fields, set)),
    refused: [...refused.filter((one) => !isSubset(fields, one.fields)), { fields, words, atMs }].slice(-MOST_SETS),
  };
}

/** What the platform said itself, without the sentence that tells of it. */
function ownWords(message: string): string {
  return /with the message "(.+)"$/s.exec(message)?.[1] ?? message;
}

const SAYS_MISSING =
  /\b(?:required|missing|must (?:not )?be|cannot be|can't be|null|empty|blank|not (?:set|given|provided))\b/i;

/**
 * Which of the fields that a listing left out a refusal is about: those it names; all of them where it names no field and still
 * says that something is missing. `undefined` where it is about something else, which is no answer.
 */
export function refusedFieldsOf(missing: MissingFields, message: string): MissingFields | undefined {
  const named = FIELDS.map(({ name }) => name).filter((name) => isNamed(name, message));
  const own = missing.filter((field) => named.includes(field));
  if (own.length > 0) return own;
  return named.length === 0 && SAYS_MISSING.test(message) ? missing : undefined;
}

/** By its documented name, or by its words; a name that is an everyday word counts in its own spelling only. */
function isNamed(name: FieldName, message: string): boolean {
  const words = name.replace(/([a-z])([A-Z])/g, '$1[ _-]?$2');
  return new RegExp(`\\b${words}\\b`, words === name ? '' : 'i').test(message);
}

const fieldList = v.pipe(v.array(v.pipe(v.string(), v.guard(isFieldName))), v.minLength(1));
const answersSchema = v.object({
  chatbotId: v.string(),
  accepted: v.array(fieldList),
  refused: v.array(v.object({ fields: fieldList, words: v.string(), atMs: v.number() })),
});
const storedSchema = lazySchema(() => v.array(answersSchema));

/** Chatbots whose answers are kept. */
const MOST_CHATBOTS = 3;

/** The stored answers of a chatbot; refusals that are old are asked about again. */
export function parseFieldAnswers(text: string | null, chatbotId: string, nowMs: number): FieldAnswers {
  const stored = parseStored(storedSchema, text)?.find((one) => one.chatbotId === chatbotId);
  if (stored === undefined) return NO_ANSWERS;
  const refused = stored.refused.filter(({ atMs }) => nowMs - atMs < REFUSAL_COUNTS_MS);
  return { accepted: stored.accepted, refused };
}

/** The answers as they are stored, beside those of other chatbots. */
export function formatFieldAnswers(text: string | null, chatbotId: string, answers: FieldAnswers): string {
  const others = (parseStored(storedSchema, text) ?? []).filter((one) => one.chatbotId !== chatbotId);
  return JSON.stringify([...others, { chatbotId, ...answers }].slice(-MOST_CHATBOTS));
}

/** `Parking spots and Lot area`. */
export function fieldWords(fields: MissingFields): string {
  const labels = fields.map((field) => fieldDefinition(field).label);
  const [last = ''] = labels.slice(-1);
  return labels.length < 2 ? last : `${labels.slice(0, -1).join(', ')} and ${last}`;
}

/** `, which is about Lot area`, where the platform calls fields by the document's names; `''` where its words are ours. */
export function aboutWords(message: string): string {
  const named = FIELDS.filter(({ name, label }) => name !== label && new RegExp(`\\b${name}\\b`).test(message));
  const foreign = named.map(({ name }) => name).filter((name) => /[a-z][A-Z]/.test(name));
  return foreign.length === 0 ? '' : `, which is about ${fieldWords(foreign)}`;
}

/** Why a row is held, and what helps; leaving the fields out does not. */
export function refusedWords({ fields, words }: RefusedFields): string {
  return `The platform takes no listing without ${fieldWords(fields)}; it said: “${words}”. Fill the cells, or set a fixed value or 0 under Mapping.`;
}

function isSubset(part: MissingFields, whole: MissingFields): boolean {
  return part.every((field) => whole.includes(field));
}
