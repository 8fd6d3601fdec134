/** Keeps the connection: the chatbot in the document's properties, the key in the user's (or, if shared, the document's). */

import { DEFAULT_BASE_URL } from '../../core/platform/endpoints.ts';
import type { AuthHeader } from '../../core/platform/request.ts';
import type { ConnectionInput, ConnectionView } from '../../core/settings/connection.ts';
import {
  type Connection,
  connectionView,
  DEFAULT_REQUESTS_AT_ONCE,
  isBaseUrl,
  isRequestsAtOnce,
} from '../../core/settings/connection.ts';
import type { Failure } from '../../core/terms/failure.ts';
import { failure, type Result, success } from '../../core/terms/result.ts';
import { failures } from '../../core/words/failures.ts';

const CHATBOT_PROPERTY = 'chatbotId';
const HEADER_PROPERTY = 'authHeader';
const SHARED_KEY_PROPERTY = 'key';
const REQUESTS_PROPERTY = 'requestsAtOnce';
const BASE_URL_PROPERTY = 'baseUrl';

/** A person may work for several chatbots; each has its own key. */
function ownKeyProperty(chatbotId: string): string {
  return `key:${chatbotId}`;
}

/** The connection, or the sentence that there is none. */
export function readConnection(): Result<Connection, Failure> {
  const saved = readSaved();
  return saved.key === '' || saved.chatbotId === '' ? failure(failures.notConnected()) : success(saved);
}

/** The connection as the sidebar may see it. */
export function viewConnection(): ConnectionView {
  const saved = readSaved();
  return connectionView(saved, saved.baseUrl);
}

/** Saves a connection whose parts have been checked; without a key the saved one is kept. */
export function saveConnection(input: ConnectionInput): ConnectionView {
  const documentStore = documentProperties();
  const userStore = PropertiesService.getUserProperties();
  const sharedKey = documentStore.getProperty(SHARED_KEY_PROPERTY);
  const key = input.key ?? userStore.getProperty(ownKeyProperty(input.chatbotId)) ?? readSaved().key;
  documentStore.setProperty(CHATBOT_PROPERTY, input.chatbotId);
  documentStore.setProperty(HEADER_PROPERTY, input.authHeader);
  if (input.requestsAtOnce !== undefined) documentStore.setProperty(REQUESTS_PROPERTY, String(input.requestsAtOnce));
  if (input.sharing === 'file') {
    documentStore.setProperty(SHARED_KEY_PROPERTY, key);
    userStore.deleteProperty(ownKeyProperty(input.chatbotId));
  } else {
    // A colleague's own key takes nothing from the team; only a shared key that is made private stops being shared.
    if (sharedKey === key) documentStore.deleteProperty(SHARED_KEY_PROPERTY);
    userStore.setProperty(ownKeyProperty(input.chatbotId), key);
  }
  return viewConnection();
}

/** Forgets the chatbot and the key, shared or not. */
export function removeConnection(): ConnectionView {
  const { chatbotId } = readSaved();
  const documentStore = documentProperties();
  for (const property of [CHATBOT_PROPERTY, HEADER_PROPERTY, SHARED_KEY_PROPERTY])
    documentStore.deleteProperty(property);
  PropertiesService.getUserProperties().deleteProperty(ownKeyProperty(chatbotId));
  return viewConnection();
}

function readSaved(): Connection {
  const documentValues = documentProperties().getProperties();
  const chatbotId = documentValues[CHATBOT_PROPERTY] ?? '';
  const ownKey = PropertiesService.getUserProperties().getProperty(ownKeyProperty(chatbotId)) ?? '';
  const sharedKey = documentValues[SHARED_KEY_PROPERTY] ?? '';
  return {
    key: ownKey === '' ? sharedKey : ownKey,
    chatbotId,
    authHeader: readAuthHeader(documentValues[HEADER_PROPERTY]),
    sharing: ownKey === '' && sharedKey !== '' ? 'file' : 'me',
    requestsAtOnce: readRequestsAtOnce(documentValues[REQUESTS_PROPERTY]),
    baseUrl: readBaseUrl(),
  };
}

function readRequestsAtOnce(text: string | undefined): number {
  const stored = Number(text);
  return isRequestsAtOnce(stored) ? stored : DEFAULT_REQUESTS_AT_ONCE;
}

function readAuthHeader(text: string | undefined): AuthHeader {
  return text === 'chatrobot-sessionkey' ? text : 'Authorization';
}

/** A white-label address is set by whoever deploys, as a script property together with the manifest's allow-list. */
function readBaseUrl(): string {
  const text = PropertiesService.getScriptProperties().getProperty(BASE_URL_PROPERTY) ?? '';
  return isBaseUrl(text) ? text : DEFAULT_BASE_URL;
}

/** The store of the spreadsheet; it exists wherever the add-on is used in a spreadsheet. */
export function documentProperties(): GoogleAppsScript.Properties.Properties {
  const store: GoogleAppsScript.Properties.Properties | null = PropertiesService.getDocumentProperties();
  if (store === null) throw new Error('This must run inside a spreadsheet.');
  return store;
}
