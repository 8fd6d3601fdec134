/** What is shown of a connection, and the words for a key that waits until its owner agrees. */
import type { Failure } from '../terms/failure.ts';
import { failures } from '../words/failures.ts';
import { type Connection, type ConnectionView, hostOf } from './connection.ts';
import { type FileConnection, type GivenKey, type KeyPlace, type KeyUse, keyUse, placeOf } from './key-use.ts';
import { DEFAULT_REQUESTS_AT_ONCE } from './requests-at-once.ts';
import { keyToSave, type SaveSituation } from './save-connection.ts';

/** What there is to show, and how a day is written in the spreadsheet's time zone, such as `21 Nov 2026`. */
export interface ConnectionSituation extends SaveSituation {
  readonly dayOf: (atMs: number) => string;
}

/** Where a run's requests may go and with which key, or why they may not. */
export type ConnectionStanding =
  | { readonly kind: 'connected'; readonly connection: Connection }
  | { readonly kind: 'notConnected' }
  | { readonly kind: 'unagreed'; readonly failure: Failure };

/** Where a person stands with the connection of a file. */
export function connectionStanding(situation: ConnectionSituation): ConnectionStanding {
  const { file, own, baseUrl } = situation;
  if (file === undefined) return { kind: 'notConnected' };
  const use = keyUse(file, own, baseUrl);
  switch (use.kind) {
    case 'own':
    case 'shared': {
      const { chatbotId, authHeader, requestsAtOnce } = file;
      const sharing = use.kind === 'own' ? 'me' : 'file';
      return {
        kind: 'connected',
        connection: { key: use.given.key, chatbotId, authHeader, sharing, requestsAtOnce, baseUrl },
      };
    }
    case 'none':
      return { kind: 'notConnected' };
    case 'unagreed':
      return { kind: 'unagreed', failure: consentFailure(use, file, situation) };
    default:
      return use satisfies never;
  }
}

/** What the sidebar may see. */
export function connectionView(situation: ConnectionSituation): ConnectionView {
  const { file, own, baseUrl } = situation;
  const host = hostOf(baseUrl);
  if (file === undefined) return { ...NO_FILE, ...NO_KEY, host };
  const { chatbotId, authHeader, requestsAtOnce } = file;
  const shown = { chatbotId, authHeader, requestsAtOnce, host };
  const use = keyUse(file, own, baseUrl);
  switch (use.kind) {
    case 'own':
      return { ...shown, ...inUse(use.given), sharing: 'me', keyOwner: 'me' };
    case 'shared':
      return { ...shown, ...inUse(use.given), sharing: 'file', keyOwner: use.isMine ? 'me' : 'another' };
    case 'none':
      return { ...shown, ...NO_KEY };
    case 'unagreed':
      return { ...shown, ...waiting(use, file, situation) };
    default:
      return use satisfies never;
  }
}

type KeyView = Omit<ConnectionView, 'chatbotId' | 'authHeader' | 'requestsAtOnce' | 'host'>;

function inUse({ key, isTested }: GivenKey): Omit<KeyView, 'sharing' | 'keyOwner'> {
  return { isConnected: true, isTested, maskedKey: maskedKey(key) };
}

function waiting(use: UnagreedKey, file: FileConnection, situation: ConnectionSituation): KeyView {
  const sharing = use.whose === 'own' ? 'me' : 'file';
  const { chatbotId, authHeader } = file;
  const key = keyToSave({ chatbotId, authHeader, sharing }, situation);
  return {
    isConnected: false,
    isTested: false,
    sharing,
    maskedKey: key.ok ? maskedKey(key.value.key) : '',
    keyOwner: use.whose === 'sharedByOther' ? 'another' : 'me',
    waiting: { failure: consentFailure(use, file, situation), canAgree: key.ok },
  };
}

/** The end of a key, if that is no more than a quarter of it: `•••• 1a2b`, and `••••` for a short one. */
export function maskedKey(key: string): string {
  return key.length < 4 * SHOWN_SIGNS ? '••••' : `•••• ${key.slice(-SHOWN_SIGNS)}`;
}

const SHOWN_SIGNS = 4;

const NO_KEY: KeyView = { isConnected: false, isTested: false, maskedKey: '', sharing: 'me', keyOwner: 'nobody' };

const NO_FILE = { chatbotId: '', authHeader: 'Authorization', requestsAtOnce: DEFAULT_REQUESTS_AT_ONCE } as const;

type UnagreedKey = Extract<KeyUse, { kind: 'unagreed' }>;

function consentFailure(
  { whose, before }: UnagreedKey,
  file: FileConnection,
  { baseUrl, dayOf }: ConnectionSituation,
): Failure {
  const now = placeOf(file, baseUrl);
  const isOfFile = before.chatbotId !== now.chatbotId || before.authHeader !== now.authHeader;
  return failures.consentMissing(changeWords(before, now), isOfFile ? ` on ${dayOf(file.changedAtMs)}` : '', whose);
}

function changeWords(before: KeyPlace, now: KeyPlace): string {
  return [
    before.chatbotId === now.chatbotId ? [] : `the chatbot of this file to ${now.chatbotId}`,
    before.authHeader === now.authHeader ? [] : `the header that carries the key to ${now.authHeader}`,
    before.baseUrl === now.baseUrl ? [] : `the address of the platform to ${hostOf(now.baseUrl)}`,
  ]
    .flat()
    .join(' and ');
}
