/** Tells Google's side where a test wants something to happen, and waits until it has. */
import type { Json } from '../../emulator.ts';
import type { CallPlace, HappeningOperations, Side, Watched } from '../happening-operations.ts';
import { lineToGoogle, settings } from './session.ts';

/** What is watched since something happened in this execution; until then, what was when it began. */
let current: { readonly of: ReturnType<typeof settings>; readonly watched: Watched } | undefined;

const ask = lineToGoogle<HappeningOperations>();

/** Stops at a service call if something may happen there. */
export function meetHappenings(
  side: Side,
  call: { readonly name: string; readonly args: readonly unknown[]; readonly toPlace: () => CallPlace | undefined },
): void {
  const own = settings();
  const { watchedCalls, entry } = own;
  const watched = current?.of === own ? current.watched : watchedCalls;
  if (!watched[side].includes(call.name)) return;
  const place = call.toPlace();
  const next = ask('meetHappenings', {
    side,
    name: call.name,
    functionName: entry.kind === 'body' ? '' : entry.name,
    args: call.args.map(plain),
    ...(place === undefined ? {} : { place }),
  });
  current = { of: own, watched: next };
}

function plain(argument: unknown): Json {
  return typeof argument === 'string' || typeof argument === 'number' || typeof argument === 'boolean'
    ? argument
    : null;
}
