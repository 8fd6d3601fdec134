/** The slot of a schedule, killed at its service calls: a scene of its own for each. */
import { expect } from 'vitest';
import type { TestSheet } from '../listing-sheet.ts';
import { type Kill, killsAt, placesIn } from './kill-points.ts';
import { MATRIX_SIZE } from './matrix-size.ts';
import { keysOf } from './plot.ts';

export const HOUR_MS = 3_600_000;

/** A spreadsheet with one schedule that runs every hour. */
export interface SlotScene {
  readonly sheet: TestSheet;
  readonly id: string;
}

/** What is played, and how. */
export interface SlotPlot {
  readonly open: () => Promise<SlotScene>;
  /** Plays the next slot with a kill, and what follows; answers with what is broken in the end. */
  readonly play: (scene: SlotScene, kill: object) => Promise<readonly string[]>;
  /** What holds after a slot that nothing disturbs. */
  readonly undisturbed?: (scene: SlotScene) => void;
}

/** What is broken, by the place of the kill. */
export async function brokenByKills({ open, play, undisturbed }: SlotPlot): Promise<readonly string[]> {
  const rehearsal = await open();
  const [slot] = await rehearsal.sheet.emulator.advanceClock(HOUR_MS);
  undisturbed?.(rehearsal);
  await rehearsal.sheet.close();
  const kills = killsAt(placesIn(new Map([['slot', slot?.trace ?? []]]))).filter(isTaken);
  expect(kills.length).toBeGreaterThan(5);
  const findings: string[] = [];
  for (const [index, kill] of kills.entries()) {
    const scene = await open();
    const broken = await play(scene, killing(kill, index));
    findings.push(...broken.map((words) => `killed at call ${kill.callNumber} (${kill.callName}): ${words}`));
    await scene.sheet.close();
  }
  return findings;
}

/** How often each listing was sent to an endpoint. */
export function timesSent({ sheet }: SlotScene, endpoint: string): Readonly<Record<string, number>> {
  const times: Record<string, number> = {};
  for (const entry of sheet.requests().filter((one) => one.endpoint === endpoint))
    for (const key of keysOf(entry)) times[key] = (times[key] ?? 0) + 1;
  return times;
}

/** A scene of its own for each place takes its time: the whole matrix takes each second one. */
function isTaken(_: Kill, index: number): boolean {
  return index % (MATRIX_SIZE.killEvery === 1 ? 2 : 3) === 0;
}

/** Before a call takes effect and after it, in turns. */
function killing({ callNumber }: Kill, index: number): object {
  return index % 2 === 0 ? { killAtServiceCall: callNumber } : { killAfterServiceCall: callNumber };
}
