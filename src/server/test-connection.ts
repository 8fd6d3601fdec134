/** Tests the connection with a read-only call. */
import { stopFailure } from '../core/api/stop-failure.ts';
import { withoutKey } from '../core/connection.ts';
import { failures } from '../core/failures.ts';
import type { ConnectionTest, Failure } from '../core/protocol.ts';
import { failure, type Result, success } from '../core/result.ts';
import { readConnection } from './connection-store.ts';
import { planning } from './planning.ts';
import { sendTogether } from './transport.ts';

/** Asks the platform for the chatbot's knowledge items, which changes nothing. */
export function testConnection(): Result<ConnectionTest, Failure> {
  const connection = readConnection();
  if (!connection.ok) return connection;
  const { chatbotId, key } = connection.value;
  const { buildRequest, readAnswer } = planning();
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
