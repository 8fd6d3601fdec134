/** Takes picture addresses out of JSON and of the lists that Python prints, as feeds and scripts put them into one cell. */

import { parseJson } from '../../terms/parse-json.ts';

/** Members that hold a picture's address, the better one first. */
const ADDRESS_MEMBERS = ['url', 'URL', 'MediaURL', 'href', 'src', 'link', 'image', 'photo', 'contentUrl'] as const;
/** Members that hold a list of pictures. */
const LIST_MEMBERS = ['images', 'photos', 'pictures', 'media', 'Media', 'gallery', 'items', 'urls'] as const;

const STRUCTURE = /^[[{]/;
/** What Python writes otherwise than JSON. */
const PYTHON_WORDS: readonly (readonly [RegExp, string])[] = [
  [/\bNone\b/g, 'null'],
  [/\bTrue\b/g, 'true'],
  [/\bFalse\b/g, 'false'],
];

/** The addresses, or what stands where one should; `undefined` for a text that is no such structure. */
export function addressesInStructure(text: string): readonly string[] | undefined {
  if (!STRUCTURE.test(text)) return undefined;
  const parsed = parse(text) ?? parse(asJson(text));
  return parsed === undefined ? undefined : addressesOf(parsed.value).filter((address) => address !== '');
}

function parse(text: string): { readonly value: unknown } | undefined {
  const json = parseJson(text);
  return json.ok ? json : undefined;
}

function asJson(text: string): string {
  return PYTHON_WORDS.reduce((json, [word, name]) => json.replace(word, name), text.replace(/'/g, '"'));
}

/** What is neither an address nor a list comes back as it was written, so that the cell is not read as empty. */
function addressesOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value.trim()];
  if (value === null) return [];
  if (Array.isArray(value)) return value.flatMap(addressesOf);
  if (!isRecord(value)) return [JSON.stringify(value)];
  const address = ADDRESS_MEMBERS.map((name) => value[name]).find((member) => typeof member === 'string');
  if (typeof address === 'string') return [address.trim()];
  const list = LIST_MEMBERS.map((name) => value[name]).find(Array.isArray);
  return list === undefined ? [JSON.stringify(value)] : addressesOf(list);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
