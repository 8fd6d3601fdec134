/** Lets time pass in the playground, and people leave: what Google's clock does meanwhile is seen in the sheet and the sidebar. */
import type { Emulator } from '../apps-script/emulator.ts';
import type { ClockMove, ClockView } from './wire.ts';

/** Who opens the spreadsheet first, and who is there when they have left. */
export const OWNER = 'owner@example.com';
export const COLLEAGUE = 'colleague@example.com';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** The clock of a session, and who sits at the keyboard. */
export interface ClockDesk {
  user(): string;
  view(): ClockView;
  /** Makes a move; answers with how often Google's clock called the add-on meanwhile. */
  move(kind: ClockMove): Promise<number>;
}

/** A clock over a fresh emulator: the owner sits at the keyboard. */
export function createClockDesk(emulator: Emulator): ClockDesk {
  let user = OWNER;
  const { timeZone } = emulator.hands.snapshot();
  return {
    user: () => user,
    view: () => ({ time: timeWords(emulator.now(), timeZone), user, hasOwnerLeft: user !== OWNER }),
    async move(kind) {
      if (kind === 'leave') {
        emulator.leave(OWNER);
        user = COLLEAGUE;
        return 0;
      }
      const ms = kind === 'tick' ? untilNextTick(emulator) : untilTomorrow(emulator.now(), timeZone);
      return (await emulator.advanceClock(ms)).length;
    },
  };
}

/** A moment after the next trigger is due; an hour where nobody has one. */
function untilNextTick(emulator: Emulator): number {
  const dues = emulator.triggers().flatMap(({ dueAt }) => dueAt ?? []);
  const nextMs = dues.length === 0 ? HOUR_MS : Math.min(...dues) - emulator.now();
  return Math.max(0, nextMs) + 1_000;
}

/** Until seven o'clock of the next day on the wall of a zone. */
function untilTomorrow(nowMs: number, timeZone: string): number {
  const wall = new Intl.DateTimeFormat('en-GB', { timeZone, day: 'numeric', hour: '2-digit', hourCycle: 'h23' });
  const partsAt = (ms: number) => Object.fromEntries(wall.formatToParts(ms).map(({ type, value }) => [type, value]));
  const today = partsAt(nowMs).day;
  let ms = Math.ceil(nowMs / (15 * MINUTE_MS)) * 15 * MINUTE_MS;
  while (partsAt(ms).day === today || Number(partsAt(ms).hour) !== 7) ms += 15 * MINUTE_MS;
  return ms - nowMs;
}

function timeWords(ms: number, timeZone: string): string {
  const format = { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' } as const;
  return new Intl.DateTimeFormat('en-GB', { ...format, timeZone }).format(ms);
}
