/** Says what a piece of JSON is about: an update, a removal, a note, or nothing that rows are about. */
import { isManifold, type JsonNode, nodeOf } from './json-node.ts';
import { identityOf, isKnowable, type ListingIdentity } from './listing-identity.ts';
import { type MessageOrder, orderOf } from './message-order.ts';

/** A message about one listing. */
export interface ListingMessage {
  readonly kind: 'update' | 'removal' | 'compensation';
  readonly identity: ListingIdentity;
  readonly order: MessageOrder;
  /** The `data.object` of the message. */
  readonly listing: JsonNode;
  /** The message as it came, without what it was wrapped in. */
  readonly message: JsonNode;
}

/** What a message is. `passed` is counted and changes no row; `aside` is kept for a person. */
export type Routed =
  | ListingMessage
  | { readonly kind: 'passed'; readonly what: string }
  | { readonly kind: 'aside'; readonly why: string; readonly message: JsonNode };

/** How many objects a message may be wrapped in. */
const MOST_WRAPPINGS = 4;

const LISTING_TOPIC = 'realestate/listing#';

/** Finds the message inside its wrapping and what it is about. */
export function routeMessage(node: JsonNode, nowMs: number): Routed {
  if (Object.keys(node).length === 0) return { kind: 'passed', what: 'empty messages' };
  const message = unwrap(node);
  if (message === undefined) return whyNoTopic(node);
  const topic = String(message.topic).trim();
  if (!topic.toLowerCase().startsWith(LISTING_TOPIC)) return { kind: 'passed', what: whatOf(topic) };
  return routeListing(message, topic.slice(LISTING_TOPIC.length).toLowerCase(), nowMs);
}

function routeListing(message: JsonNode, verb: string, nowMs: number): Routed {
  const kind = kindOf(verb);
  if (kind === undefined) return { kind: 'passed', what: `messages about ${LISTING_TOPIC}${verb}` };
  const listing = nodeOf(nodeOf(message.data)?.object);
  if (listing === undefined) return aside(message, 'The message has no data.object, which is the listing.');
  const identity = identityOf(listing);
  if (!isKnowable(identity)) return aside(message, whyUnknowable(identity));
  const isRemoval = kind === 'removal' || (kind === 'update' && isTrue(listing.deleted));
  const order = orderOf(message, listing, isRemoval, nowMs);
  if (isRemoval && order.sentMs === undefined) {
    return aside(message, 'It removes a listing and does not say when, so nobody can tell whether it is out of date.');
  }
  return { kind: isRemoval ? 'removal' : kind, identity, order, listing, message };
}

function kindOf(verb: string): ListingMessage['kind'] | undefined {
  switch (verb) {
    case 'update':
      return 'update';
    case 'delete':
      return 'removal';
    case 'updatebuyercompensation':
      return 'compensation';
    default:
      return undefined;
  }
}

/** The node with a `topic`, at most so many objects deep. */
function unwrap(node: JsonNode): JsonNode | undefined {
  let at: JsonNode | undefined = node;
  for (let depth = 0; depth <= MOST_WRAPPINGS && at !== undefined; depth += 1) {
    if (typeof at.topic === 'string' && at.topic.trim() !== '') return at;
    at = nodeOf(at.object);
  }
  return undefined;
}

/** A bare notification says that something happened, to nothing that is named; a message without a topic may be a listing. */
function whyNoTopic(node: JsonNode): Routed {
  if (!holdsContent(node, MOST_WRAPPINGS)) return { kind: 'passed', what: 'notifications without a listing' };
  return aside(node, `No topic was found in the message, nor in the ${MOST_WRAPPINGS} objects it may be wrapped in.`);
}

/** Whether it, or what it wraps, says anything of a listing, or of what is not here: an address, or more wrappings. */
function holdsContent(node: JsonNode, wrappings: number): boolean {
  const saysOfListing = ([name, value]: readonly [string, unknown]) =>
    name === 'data' || /^list(?!en)/i.test(name) || (name !== 'object' && isManifold(value));
  if (Object.entries(node).some(saysOfListing)) return true;
  if (node.object === undefined || node.object === null) return false;
  const inner = nodeOf(node.object);
  return inner === undefined || wrappings === 0 || holdsContent(inner, wrappings - 1);
}

function whatOf(topic: string): string {
  return topic.toLowerCase().startsWith('realestate/commerciallisting')
    ? 'commercial listings'
    : `messages about ${topic}`;
}

function whyUnknowable({ inexact }: ListingIdentity): string {
  return inexact.length === 0
    ? 'It names no listing: no listingId, no MLS number and no page address.'
    : `It names no listing that can be trusted: ${inexact.join(' and ')} is a number too long to be exact in JSON. The sender should send it as text.`;
}

function aside(message: JsonNode, why: string): Routed {
  return { kind: 'aside', why, message };
}

function isTrue(value: unknown): boolean {
  return value === true || (typeof value === 'string' && /^(?:true|y|yes|1)$/i.test(value.trim()));
}
