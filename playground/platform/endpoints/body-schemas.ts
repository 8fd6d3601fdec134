/** What the documents say of the members of bodies: types and allowed values, read strictly. */
import * as v from 'valibot';

/** What a listing's key is, as the documents name it. */
export type ListingKeyType = v.InferOutput<typeof keyType>;

/** A finite number. */
export const number = v.pipe(v.number('a number'), v.finite('a finite number'));
/** Any text. */
export const text = v.string('a string');
/** A text that says something. */
export const filledText = v.pipe(
  text,
  v.check((value) => value.trim() !== '', 'a string that is not empty'),
);
/** The address of a web page or image. */
export const webAddress = v.pipe(filledText, v.check(isWebAddress, 'an http or https URL'));
/** What a listing's key is, as the documents name it. */
export const keyType = oneOf(['NewOaks', 'MLSNumber', 'URL']);

/** An object with exactly these members; each other member is a problem of its own. */
export function closedObject<const Entries extends v.ObjectEntries>(entries: Entries) {
  return v.objectWithRest(entries, v.never(), 'an object');
}

/** One of a list of words. */
export function oneOf<const Options extends readonly string[]>(options: Options) {
  return v.picklist(options, `one of ${options.join(', ')}`);
}

/** An object whose members are JSON scalars; each nested member is a problem of its own. */
export function flatObject() {
  return v.pipe(
    v.custom<Readonly<Record<string, unknown>>>(isPlainObject, 'an object'),
    v.rawCheck(({ dataset, addIssue }) => {
      if (!dataset.typed) return;
      for (const [key, value] of Object.entries(dataset.value)) {
        if (isScalar(value)) continue;
        addIssue({
          message: 'a string, number, boolean or null',
          received: Array.isArray(value) ? 'Array' : String(typeof value === 'object' ? 'Object' : value),
          path: [{ type: 'object', origin: 'value', input: dataset.value, key, value }],
        });
      }
    }),
  );
}

function isPlainObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isScalar(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  return value === null || typeof value === 'string' || typeof value === 'boolean';
}

function isWebAddress(value: string): boolean {
  return /^https?:\/\/\S+$/.test(value) && URL.canParse(value);
}
