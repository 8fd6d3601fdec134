/**
 * Keeps the connection in two properties, each written whole: one of the file, with its chatbot and the key that somebody
 * shares, and one of each person for each file, with their own keys and what they agreed to. A published add-on has one
 * store of a person for all files, so its names hold the file's id.
 */

import { DEFAULT_BASE_URL } from '../../../core/platform/endpoints.ts';
import type { Connection, ConnectionView } from '../../../core/settings/connection.ts';
import { isBaseUrl } from '../../../core/settings/connection.ts';
import {
  keptConnectionView,
  parseConnectionView,
  parseFileConnection,
  parseOwnConnection,
  storedConnection,
} from '../../../core/settings/connection-schema.ts';
import {
  type ConnectionSituation,
  connectionStanding,
  connectionView,
} from '../../../core/settings/connection-view.ts';
import { fileAfterRemoval, type KeptConnection } from '../../../core/settings/save-connection.ts';
import type { Failure } from '../../../core/terms/failure.ts';
import { failure, type Result, success } from '../../../core/terms/result.ts';
import { failures } from '../../../core/words/failures.ts';
import { documentProperties, type FileProperties } from './document-store.ts';

const FILE_PROPERTY = 'connection';
const BASE_URL_PROPERTY = 'baseUrl';

/** The connection that this person may use, or why there is none. */
export function readConnection(): Result<Connection, Failure> {
  const standing = connectionStanding(readSituation());
  switch (standing.kind) {
    case 'connected':
      return success(standing.connection);
    case 'notConnected':
      return failure(failures.notConnected());
    case 'unagreed':
      return failure(standing.failure);
    default:
      return standing satisfies never;
  }
}

/** The connection as the sidebar may see it. */
export function viewConnection(): ConnectionView {
  return connectionView(readSituation());
}

/** So long a person's own part of it is not read again, unless they change it; only who deploys can change it otherwise. */
const VIEW_LIFE_SECONDS = 600;

/** The same at a glance, every few seconds: where nothing has changed, no store is read beyond what was read already. */
export function glanceAtConnection(stored: FileProperties): ConnectionView {
  const cache = userCache();
  const file = parseFileConnection(stored[FILE_PROPERTY] ?? null);
  const kept = parseConnectionView(cache?.get(ownProperty()) ?? null, file);
  if (kept !== undefined) return kept;
  const view = connectionView(situationWith(file));
  const text = keptConnectionView(file, view);
  if (text !== undefined) cache?.put(ownProperty(), text, VIEW_LIFE_SECONDS);
  return view;
}

function userCache(): GoogleAppsScript.Cache.Cache | null {
  return CacheService.getUserCache();
}

/** What a row names that is only looked at while nobody has connected a chatbot. */
const NO_CHATBOT = 'yourChatbotId';

/** Where rows would be sent that are only checked; nothing is sent, so nobody has to be connected. */
export function destinationOfChecks(): Pick<Connection, 'chatbotId' | 'baseUrl'> {
  const { file, baseUrl } = readSituation();
  return { chatbotId: file?.chatbotId ?? NO_CHATBOT, baseUrl };
}

/** What the file and this person remember, and the address of the platform. */
export function readSituation(): ConnectionSituation {
  return situationWith(parseFileConnection(documentProperties().getProperty(FILE_PROPERTY)));
}

function situationWith(file: ConnectionSituation['file']): ConnectionSituation {
  const own = parseOwnConnection(PropertiesService.getUserProperties().getProperty(ownProperty()));
  return {
    file,
    own: own ?? { token: '', keys: [] },
    baseUrl: readBaseUrl(),
    dayOf,
  };
}

/**
 * Keeps a connection. If the execution ends between the two, no key is lost and none is used where it was not before: what
 * gets a key comes first.
 */
export function keepConnection({ file, own }: KeptConnection): void {
  const keepFile = () => documentProperties().setProperty(FILE_PROPERTY, storedConnection(file));
  const keepOwn = () => PropertiesService.getUserProperties().setProperty(ownProperty(), storedConnection(own));
  const isShared = file.sharedKey?.sharedBy === own.token;
  for (const keep of isShared ? [keepFile, keepOwn] : [keepOwn, keepFile]) keep();
  userCache()?.remove(ownProperty());
}

/** Forgets this person's keys for this file and, unless somebody else shares a key in it, its chatbot. */
export function removeConnection(): ConnectionView {
  const { file, own } = readSituation();
  if (fileAfterRemoval(file, own) === undefined) documentProperties().deleteProperty(FILE_PROPERTY);
  PropertiesService.getUserProperties().deleteProperty(ownProperty());
  userCache()?.remove(ownProperty());
  return viewConnection();
}

function ownProperty(): string {
  return `connection.${SpreadsheetApp.getActiveSpreadsheet().getId()}`;
}

function dayOf(atMs: number): string {
  const timeZone = SpreadsheetApp.getActiveSpreadsheet().getSpreadsheetTimeZone();
  return Utilities.formatDate(new Date(atMs), timeZone, 'd MMM yyyy');
}

/** A white-label address is set by whoever deploys, as a script property together with the manifest's allow-list. */
function readBaseUrl(): string {
  const text = PropertiesService.getScriptProperties().getProperty(BASE_URL_PROPERTY) ?? '';
  return isBaseUrl(text) ? text : DEFAULT_BASE_URL;
}
