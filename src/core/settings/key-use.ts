/** Whose key may be used where: a key serves only the place it was given for, and only as long as its owner agrees. */
import type { AuthHeader } from '../platform/request.ts';

/** Where a key is sent, and how. */
export interface KeyPlace {
  readonly chatbotId: string;
  readonly authHeader: AuthHeader;
  /** `https://host`. */
  readonly baseUrl: string;
}

/** A key and the one place its owner gave it for. */
export interface GivenKey {
  readonly key: string;
  readonly place: KeyPlace;
  /** Whether the platform has taken it there. */
  readonly isTested: boolean;
}

/** A key that everybody who can edit the file may use. */
export interface SharedKey extends GivenKey {
  /** The token of who shared it, and who alone may take it back. */
  readonly sharedBy: string;
}

/** What the file remembers for everybody: its chatbot, and a key if somebody shared one. */
export interface FileConnection {
  readonly chatbotId: string;
  readonly authHeader: AuthHeader;
  readonly requestsAtOnce: number;
  /** When the chatbot or the header was changed last, in ms since the epoch. */
  readonly changedAtMs: number;
  readonly sharedKey?: SharedKey;
}

/** What one person's own properties remember of one file. Whoever edits its cells reaches neither these nor the file's. */
export interface OwnConnection {
  /** Stands for the person in this file: a random text that tells nobody who it is; `''` before they saved anything. */
  readonly token: string;
  /** The place the person agreed to last; absent as long as they have saved no connection. */
  readonly agreed?: KeyPlace;
  /** The keys the person typed, the newest first. */
  readonly keys: readonly GivenKey[];
}

/** Which key may be used; or that one would go elsewhere than its owner agreed to, and where that was. */
export type KeyUse =
  | { readonly kind: 'own'; readonly given: GivenKey }
  | { readonly kind: 'shared'; readonly given: SharedKey; readonly isMine: boolean }
  | { readonly kind: 'none' }
  | { readonly kind: 'unagreed'; readonly whose: WaitingKey; readonly before: KeyPlace };

/** Whose key waits for its owner to agree. */
export type WaitingKey = 'own' | 'sharedByMe' | 'sharedByOther';

/** The place that a file's connection means at an address of the platform. */
export function placeOf({ chatbotId, authHeader }: Omit<KeyPlace, 'baseUrl'>, baseUrl: string): KeyPlace {
  return { chatbotId, authHeader, baseUrl };
}

/** Whether two places are one. */
export function isSamePlace(one: KeyPlace, other: KeyPlace): boolean {
  return one.chatbotId === other.chatbotId && one.authHeader === other.authHeader && one.baseUrl === other.baseUrl;
}

/** The key that a person shares in a file themselves. */
export function sharedByMe(file: FileConnection | undefined, { token }: OwnConnection): SharedKey | undefined {
  return file?.sharedKey?.sharedBy === token ? file.sharedKey : undefined;
}

/** The key that somebody else shares in a file. */
export function sharedByOther(file: FileConnection | undefined, { token }: OwnConnection): SharedKey | undefined {
  return file?.sharedKey?.sharedBy === token ? undefined : file?.sharedKey;
}

/** The key of a person's own that they gave for a place. */
export function ownKeyFor({ keys }: OwnConnection, place: KeyPlace): GivenKey | undefined {
  return keys.find((given) => isSamePlace(given.place, place));
}

/** Which key a person may use where the file points at an address of the platform. */
export function keyUse(file: FileConnection, own: OwnConnection, baseUrl: string): KeyUse {
  const place = placeOf(file, baseUrl);
  const { sharedKey } = file;
  const before = own.agreed ?? sharedKey?.place;
  const given = ownKeyFor(own, place);
  const isAgreed = own.agreed === undefined || isSamePlace(own.agreed, place);
  if (isAgreed && given !== undefined) return { kind: 'own', given };
  if (isAgreed && sharedKey !== undefined && isSamePlace(sharedKey.place, place))
    return { kind: 'shared', given: sharedKey, isMine: sharedByMe(file, own) !== undefined };
  return before === undefined || isSamePlace(before, place)
    ? { kind: 'none' }
    : { kind: 'unagreed', whose: waitingKeyOf(file, own), before };
}

function waitingKeyOf(file: FileConnection, own: OwnConnection): WaitingKey {
  if (sharedByMe(file, own) !== undefined) return 'sharedByMe';
  return own.keys.length > 0 ? 'own' : 'sharedByOther';
}
