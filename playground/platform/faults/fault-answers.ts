/** What each fault does to an answer, before the records are changed and after. */
import { type Answer, failed, gatewayPage, refused, succeeded, truncated } from '../answer.ts';
import type { AnswerFault } from './fault-board.ts';

/** The answer of a fault that strikes before the records are touched; `undefined` when the request goes on. */
export function answerBeforeWrite(fault: AnswerFault): Answer | undefined {
  switch (fault.kind) {
    case 'status':
      return failed(fault.status, `The platform answers ${fault.status} for now.`, retryAfter(fault.retryAfterSeconds));
    case 'businessError':
      return refused(fault.code, fault.message);
    case 'keyExpired':
      return failed(401, 'The secret key has expired.');
    case 'dropBefore':
      return { kind: 'dropped' };
    case 'html':
      return fault.isAfterWrite ? undefined : gatewayPage();
    case 'truncated':
      return fault.isAfterWrite ? undefined : truncated(failed(200, 'Cut off before the request was carried out.'));
    case 'wrongData':
      return fault.isAfterWrite ? undefined : succeeded(fault.data);
    case 'dropAfter':
    case 'subset':
      return undefined;
    default:
      return fault satisfies never;
  }
}

/** The true answer as a fault that strikes after the write lets it through. A refusal has no `Data` to be wrong. */
export function answerAfterWrite(fault: AnswerFault, answer: Answer): Answer {
  switch (fault.kind) {
    case 'dropAfter':
      return { kind: 'dropped' };
    case 'html':
      return gatewayPage();
    case 'truncated':
      return truncated(answer);
    case 'wrongData':
      return answer.kind === 'sent' && answer.isSuccess ? succeeded(fault.data) : answer;
    case 'status':
    case 'businessError':
    case 'keyExpired':
    case 'dropBefore':
    case 'subset':
      return answer;
    default:
      return fault satisfies never;
  }
}

function retryAfter(seconds: number | undefined): Readonly<Record<string, string>> {
  return seconds === undefined ? {} : { 'Retry-After': String(seconds) };
}
