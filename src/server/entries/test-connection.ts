/** Tests a connection with a read-only call, and saves one only when its test allows it. */

import type { ConnectionTest, SavedConnection } from '../../core/contract/server-functions.ts';
import type { ApiError } from '../../core/platform/errors.ts';
import { readAnswer } from '../../core/platform/read-answer.ts';
import { buildRequest } from '../../core/platform/request.ts';
import { stopFailure } from '../../core/platform/stop-failure.ts';
import { withoutKey } from '../../core/platform/without-key.ts';
import { type Connection, type ConnectionInput, hostOf } from '../../core/settings/connection.ts';
import {
  connectionAfterSave,
  doesReplaceOthersKey,
  type KeyToSave,
  keyToSave,
  type SaveSituation,
} from '../../core/settings/save-connection.ts';
import type { Failure } from '../../core/terms/failure.ts';
import { failure, type Result, success } from '../../core/terms/result.ts';
import { failures } from '../../core/words/failures.ts';
import { sendTogether } from '../services/http/http.ts';
import { keepConnection, readConnection, readSituation, viewConnection } from '../services/stores/connection-store.ts';

/** Asks the platform for the chatbot's knowledge items, which changes nothing. A key it takes counts as tested from now on. */
export function testConnection(): Result<ConnectionTest, Failure> {
  const connection = readConnection();
  if (!connection.ok) return connection;
  const answer = askPlatform(connection.value);
  if (!answer.ok) return failure(testFailure(answer.error, true));
  if (!viewConnection().isTested) keepTested(connection.value);
  return success({ message: connectedWords(answer.value) });
}

/**
 * Tests what a person typed and, if the platform takes it, saves it. What it refuses is never saved; where the test cannot be
 * made, the person decides.
 */
export function saveTypedConnection(input: ConnectionInput): Result<SavedConnection, Failure> {
  const situation = readSituation();
  const host = hostOf(situation.baseUrl);
  if (input.host !== undefined && input.host !== host) return failure(failures.hostChanged(host));
  const chosen = keyToSave(input, situation);
  if (!chosen.ok) return chosen;
  const answer = askPlatform({ ...input, key: chosen.value.key, baseUrl: situation.baseUrl });
  if (!answer.ok) {
    const reason = testFailure(answer.error, false);
    if (isVerdict(answer.error)) return failure(reason);
    if (input.isUntestedAccepted !== true) return failure(failures.untested(reason.message));
    if (doesReplaceOthersKey(input, situation, chosen.value)) return failure(failures.othersKeyKept());
  }
  // The test took its time: what somebody else saved meanwhile is not overwritten unseen.
  if (JSON.stringify(readSituation()) !== JSON.stringify(situation)) return failure(failures.connectionMoved());
  keep(input, situation, chosen.value, answer.ok);
  const message = answer.ok
    ? connectedWords(answer.value)
    : 'Saved, but not tested yet. Test it before you rely on it.';
  return success({ connection: viewConnection(), message });
}

/** What a test tells: what would end a run, but of a refused key what can be done about it where it stands. */
function testFailure(error: ApiError, isSaved: boolean): Failure {
  return error.kind === 'unauthorized' ? failures.keyRefusedInTest(error.message, isSaved) : stopFailure(error);
}

/** Whether the platform has said what it thinks of the key and the chatbot. */
function isVerdict({ kind }: ApiError): boolean {
  return kind === 'unauthorized' || kind === 'refused' || kind === 'moved';
}

function keepTested({ sharing, chatbotId, authHeader }: Connection): void {
  const situation = readSituation();
  const input = { sharing, chatbotId, authHeader };
  const chosen = keyToSave(input, situation);
  if (chosen.ok) keep(input, situation, chosen.value, true);
}

function keep(input: ConnectionInput, situation: SaveSituation, key: KeyToSave, isTested: boolean): void {
  const moment = { isTested, nowMs: Date.now(), newToken: Utilities.getUuid() };
  keepConnection(connectionAfterSave(input, situation, key, moment));
}

/** How many knowledge items the chatbot has. */
function askPlatform(to: Pick<Connection, 'key' | 'chatbotId' | 'authHeader' | 'baseUrl'>): Result<number, ApiError> {
  const request = buildRequest({ endpoint: 'getSource', body: { serialNumber: to.chatbotId } }, to);
  const sent = sendTogether([request], to.key, Number.POSITIVE_INFINITY)[0];
  if (sent === undefined) return failure({ kind: 'network', message: 'The platform gave no answer' });
  const answer = readAnswer('getSource', sent.answer, Date.now(), (text) => withoutKey(text, to.key));
  if (!answer.ok) return answer;
  if (answer.value.endpoint !== 'getSource') throw new Error('The answer is for another endpoint.');
  return success(answer.value.itemCount);
}

function connectedWords(itemCount: number): string {
  return `Connected: the chatbot answers and has ${itemCount === 1 ? '1 knowledge item' : `${itemCount} knowledge items`}.`;
}
