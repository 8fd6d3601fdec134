/** Tests the connection with a read-only call. */

import type { ConnectionTest } from '../../core/contract/server-functions.ts';
import { readAnswer } from '../../core/platform/read-answer.ts';
import { buildRequest } from '../../core/platform/request.ts';
import { stopFailure } from '../../core/platform/stop-failure.ts';
import { withoutKey } from '../../core/platform/without-key.ts';
import type { Failure } from '../../core/terms/failure.ts';
import { failure, type Result, success } from '../../core/terms/result.ts';
import { failures } from '../../core/words/failures.ts';
import { readConnection } from '../services/connection-store.ts';
import { sendTogether } from '../services/http.ts';

/** Asks the platform for the chatbot's knowledge items, which changes nothing. */
export function testConnection(): Result<ConnectionTest, Failure> {
  const connection = readConnection();
  if (!connection.ok) return connection;
  const { chatbotId, key } = connection.value;
  const request = buildRequest({ endpoint: 'getSource', body: { serialNumber: chatbotId } }, connection.value);
  const sent = sendTogether([request], key, Number.POSITIVE_INFINITY)[0];
  if (sent === undefined) return failure(failures.platformUnreachable('The platform gave no answer'));
  const answer = readAnswer('getSource', sent.answer, Date.now(), (text) => withoutKey(text, key));
  if (!answer.ok) return failure(stopFailure(answer.error));
  if (answer.value.endpoint !== 'getSource') throw new Error('The answer is for another endpoint.');
  const { itemCount } = answer.value;
  return success({
    message: `Connected: the chatbot answers and has ${itemCount === 1 ? '1 knowledge item' : `${itemCount} knowledge items`}.`,
  });
}
