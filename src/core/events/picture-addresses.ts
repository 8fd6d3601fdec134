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
/** No address holds any of these, and a cell takes them for the end of one. */
const ENDS = [' ', '"', '<', '>', '\t', '\r', '\u00a0'];

/** The pictures of `image`: a list, one object, or one text. Their order is kept, each counts once, whole lines are cut off. */
export function pictureAddresses(image: unknown): Pictures {
  const items = itemsOf(image);
  const quick = collect(items, beginsAsAddress);
  const all = quick.addresses.join('\n');
  // One look through all of them is enough for nearly every listing.
  const isOdd = ENDS.some((sign) => all.includes(sign));
  const { addresses, hashes, notes } = isOdd ? collect(items, isAddress) : quick;
  const fit = howManyFit(addresses);
  const cut = addresses.length - fit;
  if (cut > 0) notes.push(`${cut} of ${addresses.length} pictures do not fit into a cell and were left out`);
  return {
    lines: isOdd || cut > 0 ? addresses.slice(0, fit).join('\n') : all,
    hash: fit === 0 ? cellHash('') : linesHash(cut > 0 ? hashes.slice(0, fit) : hashes),
    isEmptyList: Array.isArray(image) && items.length === 0,
    notes,
  };
}

interface Collected {
  readonly addresses: string[];
  readonly hashes: number[];
  readonly notes: string[];
}

function collect(items: readonly unknown[], isWanted: (text: string) => boolean): Collected {
  const [addresses, hashes, notes]: [string[], number[], string[]] = [[], [], []];
  // Addresses are told apart by the hashes that the cell's hash is made of: a set of texts would go through each once more.
  const seen = new Set<number>();
  for (const item of items) {
    const address = addressIn(item, isWanted);
    if (address === undefined) notes.push(`“${shown(item)}” is no picture address, so it was left out`);
    if (address === undefined || address === '') continue;
    const hash = lineHash(address);
    const before = seen.size;
    if (seen.add(hash).size === before && addresses.includes(address)) continue;
    addresses.push(address);
    hashes.push(hash);
  }
  return { addresses, hashes, notes };
}

function howManyFit(addresses: readonly string[]): number {
  let length = 0;
  const first = addresses.findIndex((address) => {
    length += address.length + 1;
    return length > LONGEST_LINES;
  });
  return first === -1 ? addresses.length : first;
}

/** `''` for an item that says nothing, `undefined` for one that says something else. The surest member comes first. */
function addressIn(item: unknown, isWanted: (text: string) => boolean): string | undefined {
  const node = nodeOf(item);
  if (node === undefined) return addressOf(item, isWanted);
  const url = addressOf(node.url, isWanted);
  if (url !== undefined && url !== '') return url;
  const id = addressOf(node.id, isWanted);
  if (id !== undefined && id !== '') return id;
  const content = addressOf(node.contentUrl, isWanted);
  if (content !== undefined && content !== '') return content;
  return url === undefined || id === undefined || content === undefined ? undefined : '';
}

function addressOf(value: unknown, isWanted: (text: string) => boolean): string | undefined {
  if (value === undefined) return '';
  const text = textOf(value);
  return text === '' || isWanted(text) ? text : undefined;
}

/** A host has a point in it. */
function beginsAsAddress(text: string): boolean {
  return WEB_ADDRESS.test(text) && !text.includes('\n');
}

function isAddress(text: string): boolean {
  return beginsAsAddress(text) && !ENDS.some((sign) => text.includes(sign));
}

function shown(item: unknown): string {
  const node = nodeOf(item);
  const text = node === undefined ? textOf(item) : textOf(node.url) || textOf(node.id) || textOf(node.contentUrl);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
