/** Finds the addresses of a listing's pictures, in every shape senders give them. */
import { cellHash, lineHash, linesHash } from './event-stamp.ts';
import { itemsOf, nodeOf, textOf } from './json-node.ts';

/** Pictures as a cell holds them. */
export interface Pictures {
  /** One address per line; `''` for none. */
  readonly lines: string;
  /** The `cellHash` of the lines. */
  readonly hash: string;
  /** Whether the message says that there are no pictures, rather than nothing about them. */
  readonly isEmptyList: boolean;
  readonly notes: readonly string[];
}

const LONGEST_LINES = 49_000;
const WEB_ADDRESS = /^https?:\/\/[^\s"<>/.]+\./i;
/** Where a picture's address stands, the surest first. */
const ADDRESS_MEMBERS = ['url', 'id', 'contentUrl'] as const;
/** No address holds any of these, and a cell takes them for the end of one. */
const ENDS = [' ', '"', '<', '>', '\n', '\t', '\r', '\u00a0'];

/** The pictures of `image`: a list, one object, or one text. Their order is kept, each counts once, whole lines are cut off. */
export function pictureAddresses(image: unknown): Pictures {
  const items = itemsOf(image);
  const notes: string[] = [];
  const addresses: string[] = [];
  const hashes: number[] = [];
  // Addresses are told apart by the hashes that the cell's hash is made of: a set of texts would go through each once more.
  const seen = new Set<number>();
  for (const item of items) {
    const address = addressIn(item);
    if (address === undefined) notes.push(`“${shown(item)}” is no picture address, so it was left out`);
    if (address === undefined || address === '') continue;
    const hash = lineHash(address);
    const before = seen.size;
    if (seen.add(hash).size === before && addresses.includes(address)) continue;
    addresses.push(address);
    hashes.push(hash);
  }
  const fit = howManyFit(addresses);
  const cut = addresses.length - fit;
  if (cut > 0) notes.push(`${cut} of ${addresses.length} pictures do not fit into a cell and were left out`);
  return {
    lines: addresses.slice(0, fit).join('\n'),
    hash: fit === 0 ? cellHash('') : linesHash(hashes.slice(0, fit)),
    isEmptyList: Array.isArray(image) && items.length === 0,
    notes,
  };
}

function howManyFit(addresses: readonly string[]): number {
  let length = 0;
  const first = addresses.findIndex((address) => {
    length += address.length + 1;
    return length > LONGEST_LINES;
  });
  return first === -1 ? addresses.length : first;
}

/** `''` for an item that says nothing, `undefined` for one that says something else. */
function addressIn(item: unknown): string | undefined {
  const node = nodeOf(item);
  if (node === undefined) return addressOf(textOf(item));
  let isSaid = false;
  for (const name of ADDRESS_MEMBERS) {
    const value = node[name];
    if (value === undefined) continue;
    const address = addressOf(textOf(value));
    if (address === undefined) isSaid = true;
    else if (address !== '') return address;
  }
  return isSaid ? undefined : '';
}

/** A host has a point in it. */
function addressOf(text: string): string | undefined {
  if (text === '') return '';
  return WEB_ADDRESS.test(text) && !ENDS.some((sign) => text.includes(sign)) ? text : undefined;
}

function shown(item: unknown): string {
  const node = nodeOf(item);
  const text = node === undefined ? textOf(item) : textOf(node.url) || textOf(node.id) || textOf(node.contentUrl);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
