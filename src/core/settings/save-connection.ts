/** What becomes of a file's connection, and of a person's keys, when they save or remove it: all of it, or nothing. */
import type { Failure } from '../terms/failure.ts';
import { failure, type Result, success } from '../terms/result.ts';
import { failures } from '../words/failures.ts';
import type { ConnectionInput } from './connection.ts';
import {
  type FileConnection,
  type GivenKey,
  isSamePlace,
  type KeyPlace,
  type OwnConnection,
  ownKeyFor,
  placeOf,
  sharedByMe,
  sharedByOther,
} from './key-use.ts';
import { misplacedWords } from './misplaced-words.ts';
import { DEFAULT_REQUESTS_AT_ONCE } from './requests-at-once.ts';

/** What is there when a person saves a connection. */
export interface SaveSituation {
  readonly file: FileConnection | undefined;
  readonly own: OwnConnection;
  /** The address of the platform, `https://host`. */
  readonly baseUrl: string;
}

/** The key to be tested and saved; `isOthers` where it stays the one that somebody else shared for this very place. */
export interface KeyToSave {
  readonly key: string;
  readonly isOthers: boolean;
}

/** What the file and the person remember. */
export interface KeptConnection {
  readonly file: FileConnection;
  readonly own: OwnConnection;
}

/** How and when a connection is saved, and the token of a person who has none. */
export interface SaveMoment {
  readonly isTested: boolean;
  readonly nowMs: number;
  readonly newToken: string;
}

/** So many chatbots may take turns in a file without their keys being typed again. */
const MOST_OWN_KEYS = 5;

/**
 * The key that a person saves: the typed one, else their own for this place, else their own that was used last. A key that
 * somebody else shared never becomes theirs, and goes nowhere else than where it was shared for.
 */
export function keyToSave(input: ConnectionInput, situation: SaveSituation): Result<KeyToSave, Failure> {
  const { file, own, baseUrl } = situation;
  const misplaced = misplacedWords(input, situation);
  if (misplaced !== undefined) return failure(failures.badConnection(misplaced));
  const place = placeOf(input, baseUrl);
  const others = sharedByOther(file, own);
  const ownKey = input.key ?? ownKeyFor(own, place)?.key;
  if (ownKey !== undefined) return success({ key: ownKey, isOthers: false });
  if (others !== undefined && input.sharing === 'file' && isSamePlace(others.place, place))
    return success({ key: others.key, isOthers: true });
  const key = sharedByMe(file, own)?.key ?? own.keys[0]?.key;
  if (key !== undefined) return success({ key, isOthers: false });
  return failure(others === undefined ? failures.notConnected() : failures.keyNotYours());
}

/** Whether saving puts a key of this person's in place of one that somebody else shared. */
export function doesReplaceOthersKey(
  { sharing }: ConnectionInput,
  { file, own }: SaveSituation,
  { isOthers }: KeyToSave,
): boolean {
  return sharing === 'file' && !isOthers && sharedByOther(file, own) !== undefined;
}

/** What is remembered once a connection is saved. */
export function connectionAfterSave(
  input: ConnectionInput,
  { file, own, baseUrl }: SaveSituation,
  { key, isOthers }: KeyToSave,
  { isTested, nowMs, newToken }: SaveMoment,
): KeptConnection {
  const { chatbotId, authHeader, sharing } = input;
  const place = placeOf(input, baseUrl);
  const isSame = file !== undefined && isSamePlace(placeOf(file, baseUrl), place);
  const pointed: Omit<FileConnection, 'sharedKey'> = {
    chatbotId,
    authHeader,
    requestsAtOnce: input.requestsAtOnce ?? file?.requestsAtOnce ?? DEFAULT_REQUESTS_AT_ONCE,
    changedAtMs: isSame ? file.changedAtMs : nowMs,
  };
  const token = own.token === '' ? newToken : own.token;
  const agreed = { token, agreed: place };
  const given: GivenKey = { key, place, isTested };
  if (sharing === 'me') {
    // Who shared a key and wants it for themselves takes it back from the others; nobody else does.
    const left = sharedByOther(file, own);
    const kept = left === undefined ? pointed : { ...pointed, sharedKey: left };
    return { file: kept, own: { ...agreed, keys: withKey(own.keys, given) } };
  }
  const others = isOthers ? sharedByOther(file, own) : undefined;
  const sharedKey =
    others === undefined ? { ...given, sharedBy: token } : { ...others, isTested: isTested || others.isTested };
  return { file: { ...pointed, sharedKey }, own: { ...agreed, keys: withoutPlace(own.keys, place) } };
}

/** What is left of a file's connection when a person removes it; nothing, unless somebody else shares a key in it. */
export function fileAfterRemoval(file: FileConnection | undefined, own: OwnConnection): FileConnection | undefined {
  return sharedByOther(file, own) === undefined ? undefined : file;
}

function withKey(keys: readonly GivenKey[], given: GivenKey): readonly GivenKey[] {
  return [given, ...withoutPlace(keys, given.place)].slice(0, MOST_OWN_KEYS);
}

function withoutPlace(keys: readonly GivenKey[], place: KeyPlace): readonly GivenKey[] {
  return keys.filter((given) => !isSamePlace(given.place, place));
}
