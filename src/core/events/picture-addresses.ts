/** Finds the addresses of a listing's pictures, in every shape senders give them. */
import { itemsOf, nodeOf, textOf } from './json-node.ts';

/** Pictures as a cell holds them. */
export interface Pictures {
  /** One address per line; `''` for none. */
  readonly lines: string;
  /** Whether the message says that there are no pictures, rather than nothing about them. */
  readonly isEmptyList: boolean;
  readonly notes: readonly string[];
}

const LONGEST_LINES = 49_000;
const WEB_ADDRESS = /^https?:\/\/[^\s"<>]+$/i;

/** The pictures of `image`: a list, one object, or one text. Their order is kept, each counts once, whole lines are cut off. */
export function pictureAddresses(image: unknown): Pictures {
  const items = itemsOf(image);
  const notes: string[] = [];
  const addresses = new Set<string>();
  for (const item of items) {
    const address = addressIn(item);
    if (address === undefined) notes.push(`“${shown(item)}” is no picture address, so it was left out`);
    else if (address !== '') addresses.add(address);
  }
  const lines: string[] = [];
  let length = 0;
  for (const address of addresses) {
    length += address.length + 1;
    if (length > LONGEST_LINES) break;
    lines.push(address);
  }
  const cut = addresses.size - lines.length;
  if (cut > 0) notes.push(`${cut} of ${addresses.size} pictures do not fit into a cell and were left out`);
  return { lines: lines.join('\n'), isEmptyList: Array.isArray(image) && items.length === 0, notes };
}

/** `''` for an item that says nothing, `undefined` for one that says something else. */
function addressIn(item: unknown): string | undefined {
  const node = nodeOf(item);
  if (node === undefined) return addressOf(textOf(item));
  let isSaid = false;
  for (const value of [node.url, node.id, node.contentUrl]) {
    const address = addressOf(textOf(value));
    if (address === undefined) isSaid = true;
    else if (address !== '') return address;
  }
  return isSaid ? undefined : '';
}

/** A host has a point in it. */
function addressOf(text: string): string | undefined {
  if (text === '') return '';
  return WEB_ADDRESS.test(text) && text.includes('.', 'http://'.length) ? text : undefined;
}

function shown(item: unknown): string {
  const node = nodeOf(item);
  const text = node === undefined ? textOf(item) : textOf(node.url) || textOf(node.id) || textOf(node.contentUrl);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
