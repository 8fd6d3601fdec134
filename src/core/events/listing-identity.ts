/** What a message says to know a listing by. */
import { isExact, itemsOf, type JsonNode, nodeOf, textOf } from './json-node.ts';

/** By what a listing is known; `''` and `[]` for what the message does not say. */
export interface ListingIdentity {
  /** The producer's own number of the listing. */
  readonly listingId: string;
  readonly mlsNumber: string;
  /** How the MLS is called, the readable name first. */
  readonly mlsNames: readonly string[];
  /** The address of the listing's page. */
  readonly url: string;
  /** Members whose number is beyond 2^53, so that its last digits are lost. */
  readonly inexact: readonly string[];
}

/**
 * Reads it. The MLS number stands beside the MLS's name, inside the MLS, or as an identifier of the listing; an identifier of the
 * MLS itself is none, for all its listings share it.
 */
export function identityOf(listing: JsonNode): ListingIdentity {
  const system = nodeOf(listing.listingOriginatingSystem) ?? {};
  const own = nodeOf(listing.identifier) ?? {};
  const numbers = [listing.originatingSystemKey, system.originatingSystemKey, own.bhhsmlsid];
  const about = nodeOf(listing.about) ?? {};
  return {
    listingId: textOf(listing.listingId),
    mlsNumber: firstText(numbers),
    mlsNames: [...new Set([textOf(system.name), textOf(listing.originatingSystemName)])].filter((name) => name !== ''),
    url: addressOf(listing.url) || addressOf(about.url),
    inexact: ['listingId', 'originatingSystemKey'].filter((member) => isInexact(listing[member])),
  };
}

/** Whether there is anything to know the listing by. */
export function isKnowable({ listingId, mlsNumber, url }: ListingIdentity): boolean {
  return listingId !== '' || mlsNumber !== '' || url !== '';
}

/** What to call a listing where people read of it. */
export function listingLabel({ listingId, mlsNumber, url }: ListingIdentity): string {
  return mlsNumber || listingId || url;
}

/** The first web address in a value that may hold several: `https://a.example/1 | https://b.example/2`. */
export function addressOf(value: unknown): string {
  for (const item of itemsOf(value)) {
    const address = /https?:\/\/[^\s|<>"]+/i.exec(textOf(item))?.[0];
    if (address !== undefined) return address;
  }
  return '';
}

/** A page's address without what does not tell pages apart: scheme, `www.`, query, fragment, last slash, case of the host. */
export function pageKey(address: string): string {
  const [, host = '', path = ''] = /^(?:https?:\/\/)?(?:www\.)?([^/?#]*)([^?#]*)/i.exec(address.trim()) ?? [];
  return host.toLowerCase() + path.replace(/\/+$/, '');
}

function firstText(values: readonly unknown[]): string {
  return values.map(textOf).find((text) => text !== '') ?? '';
}

function isInexact(value: unknown): boolean {
  return typeof value === 'number' && !isExact(value);
}
