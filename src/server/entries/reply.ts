/** The last line of defence of every function that Google or the sidebar can call: arguments are checked, exceptions become words. */
import * as v from 'valibot';
import { exceptionText } from '../../core/platform/fetch-exception.ts';
import type { Failure, Reply } from '../../core/terms/failure.ts';
import { failure, type Result } from '../../core/terms/result.ts';
import { readExceptionFailure } from '../../core/words/exception-failure.ts';
import { failures } from '../../core/words/failures.ts';
import { refusingCellIn } from '../services/sheet/refusing-cell.ts';

/** Answers a call of the sidebar that takes no argument. */
export function reply<T>(act: () => Result<T, Failure>): Reply<T> {
  try {
    return act();
  } catch (exception) {
    return failure(explain(exception));
  }
}

/**
 * Answers a call of the sidebar after checking its argument.
 *
 * @param refuse The words for an argument that a person typed; by default only a broken sidebar sends wrong ones.
 */
export function replyTo<Input, T>(
  schema: v.GenericSchema<unknown, Input>,
  argument: unknown,
  act: (input: Input) => Result<T, Failure>,
  refuse: (message: string) => Failure = failures.badArgument,
): Reply<T> {
  const parsed = v.safeParse(schema, argument);
  if (parsed.success) return reply(() => act(parsed.output));
  return failure(refuse(wordsOf(parsed.issues[0])));
}

/** What was expected. What came has no place in an answer: it may be a key, or very long. */
function wordsOf({ message, received }: v.BaseIssue<unknown>): string {
  if (!message.endsWith(received)) return message;
  return message.slice(0, -received.length).replace(/:? (?:but r|R)eceived $/, '');
}

/** Puts an exception into words; the log gets its stack, which holds neither row content nor the key. */
export function explain(exception: unknown): Failure {
  const stack = exception instanceof Error ? exception.stack : undefined;
  console.error({ message: 'unexpected exception', error: exceptionText(exception), stack });
  const text = exceptionText(exception);
  const read = readExceptionFailure(text);
  const cell = read.kind === 'unexpected' ? refusingCellIn(text) : undefined;
  return cell === undefined ? read : failures.cellRefused(cell);
}
